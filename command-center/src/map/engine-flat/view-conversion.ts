/** Between metres per pixel, which both engines speak, and MapLibre's zoom (tiles of 512 px). */
const equatorMeters = 40_075_016.686;

export function zoomOf(metersPerPixel: number, latitude: number): number {
  return Math.log2((equatorMeters * Math.cos((latitude * Math.PI) / 180)) / (512 * metersPerPixel));
}

export function metersPerPixelOf(zoom: number, latitude: number): number {
  return (equatorMeters * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);
}
