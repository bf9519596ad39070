/** How large a unit is drawn, the same on both engines, in pixels of the desk. */
export const unitNamesFromZoom = 15;
/** From this size on a unit is a sign with heading and kind. */
export const unitSignPx = 20;

/** From afar a unit is a quiet dot; in the street a sign that says what it is. */
export function unitSizeAt(zoom: number): number {
  if (zoom >= unitNamesFromZoom) return 26;
  if (zoom >= 13) return unitSignPx;
  return zoom >= 11 ? 11 : 6;
}
