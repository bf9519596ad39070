/**
 * Datums that files and platforms come in, and their way to the one datum we keep: CGCS2000 longitude/latitude
 * (EPSG:4490). WGS-84 differs from it by centimetres to decimetres and is taken as equal.
 */
import gcoordModule from 'gcoord';
import proj4 from 'proj4';

export const datums = ['cgcs2000', 'wgs84', 'gcj02', 'bd09', 'epsg4546'] as const;
export type Datum = (typeof datums)[number];

/** Its published types differ between Node's and the bundlers' reading of the package: what is used of it, said once. */
const gcoord = gcoordModule as unknown as {
  transform(point: Pair, from: unknown, to: unknown): [number, number];
  WGS84: unknown;
  GCJ02: unknown;
  BD09: unknown;
};

type Pair = readonly [x: number, y: number];

/** CGCS2000 3-degree Gauss-Kruger, central meridian 111° E, written east before north as our files are. */
const epsg4546 =
  '+proj=tmerc +lat_0=0 +lon_0=111 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs';
/** Eastings with the zone in front (37 554 000) belong to EPSG:4525, the same projection. */
const zonePrefix = 37_000_000;

/** Longitude and latitude in CGCS2000 of a pair in `datum` (degrees, or metres east/north for EPSG:4546). */
export function toCgcs2000(datum: Datum, [x, y]: Pair): [longitude: number, latitude: number] {
  switch (datum) {
    case 'cgcs2000':
    case 'wgs84':
      return [x, y];
    case 'gcj02':
      return fromShifted('GCJ02', [x, y]);
    case 'bd09':
      return fromShifted('BD09', [x, y]);
    case 'epsg4546': {
      const easting = x > zonePrefix ? x - zonePrefix : x;
      const [longitude, latitude] = proj4(epsg4546, 'EPSG:4326', [easting, y]);
      return [longitude as number, latitude as number];
    }
  }
}

export function fromCgcs2000(datum: Datum, [longitude, latitude]: Pair): [x: number, y: number] {
  switch (datum) {
    case 'cgcs2000':
    case 'wgs84':
      return [longitude, latitude];
    case 'gcj02':
      return gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02);
    case 'bd09':
      return gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.BD09);
    case 'epsg4546':
      return proj4('EPSG:4326', epsg4546, [longitude, latitude]) as [number, number];
  }
}

/**
 * The shifted datums have no exact inverse: start from the one-pass inverse and correct by the forward formula
 * until it returns the given point within a centimetre or so.
 */
function fromShifted(datum: 'GCJ02' | 'BD09', given: Pair): [number, number] {
  const target: [number, number] = [given[0], given[1]];
  let [longitude, latitude] = gcoord.transform(target, gcoord[datum], gcoord.WGS84);
  for (let pass = 0; pass < 5; pass += 1) {
    const again = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord[datum]);
    longitude += target[0] - again[0];
    latitude += target[1] - again[1];
  }
  return [longitude, latitude];
}
