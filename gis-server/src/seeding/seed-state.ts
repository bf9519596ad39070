/** What the database holds already: nothing, the demo, a city of its own, or the half of a seeding that broke off. */
import type { Database } from '#database/transaction.ts';
import { rawSql, sql } from '#database/sql.ts';
import { systemViewer } from '#access/viewer.ts';

export type City = 'demo' | 'own';
export type SeedState = 'nothing' | 'begun' | City;

export async function seedState(database: Database): Promise<SeedState> {
  const [row] = await database.inScope(systemViewer(), (db) =>
    db.query<{ seed: { state: string; city?: City } | null; users: boolean }>(
      sql`-- Has this database been seeded?
        select (select value from settings where key = 'seed') as seed, exists (select 1 from users) as users`,
    ),
  );
  if (row?.seed?.state === 'begun') return 'begun';
  if (row?.seed?.state === 'seeded') return row.seed.city ?? 'demo';
  return row?.users === true ? 'own' : 'nothing';
}

export async function markSeed(
  database: Database,
  mark: { state: 'begun' } | { state: 'seeded'; city: City },
): Promise<void> {
  await database.write(systemViewer(), (tx) =>
    tx.query(sql`-- How far has the seeding come?
      insert into settings (key, value) values ('seed', ${JSON.stringify(mark)}::jsonb)
      on conflict (key) do update set value = excluded.value`),
  );
}

const seededTables = [
  'search_entries',
  'journal',
  'case_numbers',
  'incidents',
  'duties',
  'grid_worker_assignments',
  'users',
  'departments',
  'cameras',
  'units',
  'places',
  'city_components',
  'rasters',
  'base_features',
  'population_points',
  'grid_cells',
  'areas',
  'incident_classes',
  'city_component_classes',
];

/** A seeding that was broken off begins anew; nobody has worked on its half. */
export async function clearBrokenSeed(database: Database): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query(sql`truncate ${rawSql(seededTables.join(', '))}, sessions cascade`.text);
  } finally {
    client.release();
  }
}
