/** A circle on the ground, drawn as a ring of corners; near enough for a line on a map. */
import type { LonLat } from 'grid-data';

const corners = 64;
const metersPerDegree = 111_320;

export function circleAround([longitude, latitude]: LonLat, radiusMeters: number): GeoJSON.Polygon {
  const perLongitude = metersPerDegree * Math.cos((latitude * Math.PI) / 180);
  const ring = Array.from({ length: corners + 1 }, (_, corner) => {
    const angle = (corner % corners) * ((2 * Math.PI) / corners);
    return [
      longitude + (Math.cos(angle) * radiusMeters) / perLongitude,
      latitude + (Math.sin(angle) * radiusMeters) / metersPerDegree,
    ];
  });
  return { type: 'Polygon', coordinates: [ring] };
}
