import type { Point } from '../geometry/frame.ts';
import { uuidOf } from '../random.ts';
import type { PlaceRow } from '../rows.ts';
import type { Building } from './buildings.ts';
import { addressNear } from '../cameras/camera-spots.ts';
import type { City } from './city.ts';
import type { KeyPlace } from './key-places.ts';

/** Key places and the door plates of the streets' houses. */
export function placeRows(city: City, keyPlaces: KeyPlace[], buildings: Building[]): PlaceRow[] {
  const rows: PlaceRow[] = [];
  const add = (at: Point, row: Pick<PlaceRow, 'kind' | 'name' | 'address' | 'capacity'>): void => {
    const village = city.areas.villages[city.shapes.villageAt(at[0], at[1])];
    if (!village) return;
    const [longitude, latitude] = city.land.frame.toPosition(at[0], at[1]);
    rows.push({
      id: uuidOf('place', rows.length, city.seed),
      ...row,
      areaCode: village.code,
      longitude,
      latitude,
    });
  };
  for (const { kind, name, at, gate, capacity } of keyPlaces) {
    add(at, { kind, name, address: addressNear(city, gate), capacity });
  }
  const known = new Set<string>();
  for (const { door, middle } of buildings) {
    if (!door || door.road.town < 0) continue;
    const address = city.addresses.along(door.road, door.meters, door.side);
    if (known.has(address)) continue;
    known.add(address);
    add(middle, { kind: 'door-plate', name: address, address, capacity: null });
  }
  return rows;
}
