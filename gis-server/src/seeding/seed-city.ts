import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#database/transaction.ts';
import { sql } from '#database/sql.ts';
import { systemViewer } from '#access/viewer.ts';
import { countyDepartments, generateDemoCity } from 'grid-data/generate';
import { seedDictionaries } from './dictionaries.ts';
import { demoPassword } from './demo-password.ts';
import { seedGround } from './ground.ts';
import { seedPopulation } from './population.ts';
import { seedPastIncidents } from './past-incidents.ts';
import {
  demoAccounts,
  seedAccounts,
  seedAssignments,
  seedDepartments,
  seedDuties,
} from './people.ts';
import { seedSearchEntries } from './search-entries.ts';
import { writeSimulatorFiles } from './simulator-files.ts';
import { seedCameraCalibrations } from './camera-calibrations.ts';
import { seedCameraPresets } from './camera-presets.ts';
import { seedKeyUnitCases, seedKeyUnits } from './key-units.ts';
import { seedCameras, seedCityComponents, seedPlacesAndUnits } from './things.ts';

export type SeedOrder = {
  database: Database;
  dataFolder: string;
  now: Date;
  say: (step: string) => void;
};

/** The demo county with its people, things and past. */
export async function seedDemoCity(
  { database, dataFolder, now, say }: SeedOrder,
  size: { seed: number; scale: number },
): Promise<void> {
  const began = Date.now();
  const city = generateDemoCity({ ...size, now });
  say(
    `laid out ${city.areas.length} areas, ${city.baseFeatures.length} features (${since(began)})`,
  );
  await seedDictionaries(database);
  await seedDepartments(database, city.departments);
  await seedGround(database, city);
  await seedPopulation(database, city);
  say(`ground: ${city.gridCells.length} grid cells (${since(began)})`);
  const accounts = demoAccounts(city);
  await seedAccounts(database, accounts, now);
  await seedAssignments(database, city, accounts);
  await seedDuties(database, accounts, now);
  await seedPlacesAndUnits(database, city);
  await seedKeyUnits(database, city);
  await seedCameras(database, city, now);
  await seedCameraPresets(database, city, now);
  await seedCameraCalibrations(database, city, now);
  say(`${city.cameras.length} cameras, ${city.units.length} units (${since(began)})`);
  const everyTenSeconds = paced(say);
  const components = await seedCityComponents(database, city, (count) =>
    everyTenSeconds(`${count} city components …`),
  );
  say(`${components} city components (${since(began)})`);
  const incidents = await seedPastIncidents(database, city, accounts);
  await seedKeyUnitCases(database, city);
  say(`${incidents} incidents of the last 30 days (${since(began)})`);
  const found = await seedSearchEntries(database, city, (count) =>
    everyTenSeconds(`${count} things to be found …`),
  );
  say(`${found} things to be found (${since(began)})`);
  await analyse(database);
  mkdirSync(dataFolder, { recursive: true });
  writeSimulatorFiles(dataFolder, city, accounts);
}

/**
 * A database for a county of one's own: the standard's words, the departments that its incidents go to, and one
 * administrator over everything.
 */
export async function seedEmptyCity({ database, dataFolder, now, say }: SeedOrder): Promise<void> {
  await seedDictionaries(database);
  await seedDepartments(database, countyDepartments(''));
  const administrator = {
    id: randomUUID(),
    name: 'admin',
    displayName: '系统管理员',
    role: 'administrator',
    areaCode: '',
    departmentCode: null,
    password: demoPassword(),
  };
  await seedAccounts(database, [administrator], now);
  mkdirSync(dataFolder, { recursive: true });
  const { role, name, password } = administrator;
  const listed = [{ role, area: '—', name, password }];
  writeFileSync(join(dataFolder, 'demo-accounts.json'), JSON.stringify(listed), { mode: 0o600 });
  say('an empty city with one administrator; bring a county in with npm run import');
}

async function analyse(database: Database): Promise<void> {
  await database.write(systemViewer(), (tx) =>
    tx.query(sql`-- The grid cell of each seeded camera.
      update cameras set unit_grid_code = (select cell.code from grid_cells cell
        where cell.grid_system = 'unit' and cell.outline && cameras.position
          and st_covers(cell.outline, cameras.position) order by cell.code limit 1)`),
  );
  const client = await database.pool.connect();
  try {
    await client.query('analyze');
  } finally {
    client.release();
  }
}

function since(began: number): string {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

function paced(say: (text: string) => void): (text: string) => void {
  let saidAt = Date.now();
  return (text) => {
    if (Date.now() - saidAt < 10_000) return;
    saidAt = Date.now();
    say(text);
  };
}
