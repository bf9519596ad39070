import type { Database } from '#database/transaction.ts';
import type { DemoCity } from 'grid-data/generate';
import { insertRows } from './insert-rows.ts';
import { pointText } from './shape-text.ts';

export async function seedKeyUnits(database: Database, city: DemoCity): Promise<void> {
  await insertRows(
    database,
    {
      name: 'key_units',
      columns: [
        ['id', 'text'],
        ['name', 'text'],
        ['kind', 'text'],
        ['address', 'text'],
        ['area_code', 'text'],
        ['position', 'geometry'],
        ['person_in_charge', 'text'],
      ],
    },
    city.keyUnits.map(({ areaCode, longitude, latitude, personInCharge, ...unit }) => ({
      ...unit,
      area_code: areaCode,
      position: pointText(longitude, latitude),
      person_in_charge: personInCharge,
    })),
  );
}

/** After the incidents that they are about. */
export async function seedKeyUnitCases(database: Database, city: DemoCity): Promise<void> {
  await insertRows(
    database,
    {
      name: 'key_unit_cases',
      columns: [
        ['incident_id', 'uuid'],
        ['key_unit_id', 'text'],
        ['area_code', 'text'],
      ],
    },
    [...city.incidents].flatMap(({ id, keyUnitId, areaCode }) =>
      keyUnitId === null ? [] : [{ incident_id: id, key_unit_id: keyUnitId, area_code: areaCode }],
    ),
  );
}
