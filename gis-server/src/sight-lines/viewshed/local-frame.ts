import type { LonLat } from 'grid-data';

const metersPerDegree = (6_371_008.8 * Math.PI) / 180;

/** Metres east and north of a place: true to a few centimetres over the kilometres that a camera sees. */
export type LocalFrame = {
  toMeters(place: LonLat): readonly [east: number, north: number];
  toPlace(east: number, north: number): LonLat;
};

export function localFrame([longitude, latitude]: LonLat): LocalFrame {
  const perLongitude = metersPerDegree * Math.cos((latitude * Math.PI) / 180);
  return {
    toMeters: ([lon, lat]) => [
      (lon - longitude) * perLongitude,
      (lat - latitude) * metersPerDegree,
    ],
    toPlace: (east, north) => [longitude + east / perLongitude, latitude + north / metersPerDegree],
  };
}
