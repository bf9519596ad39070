/** Brings the database up to date and, where it is empty, puts a city in: `--scale`, `--seed` or `--empty`. */
import { parseArgs } from 'node:util';
import { migrate } from '#database/migrate.ts';
import { openPoolWhenUp } from '#database/pool.ts';
import { Database } from '#database/transaction.ts';
import { systemClock } from 'grid-data';
import { demoSeed } from 'grid-data/generate';
import { largestEmbeddedScale } from './largest-embedded-scale.ts';
import { seedDemoCity, seedEmptyCity } from './seed-city.ts';
import { clearBrokenSeed, markSeed, seedState, type City } from './seed-state.ts';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(demoSeed) },
    empty: { type: 'boolean', default: false },
  },
});
const say = (text: string) => console.log(`step ${text}`);

try {
  await run();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl === undefined) throw new Error('DATABASE_URL is not set');
  const pool = await openPoolWhenUp(databaseUrl, say);
  const database = new Database(pool, systemClock);
  try {
    const applied = await migrate(pool);
    if (applied.length > 0) say(`${applied.length} migrations`);
    console.log(`city ${await fill(database)}`);
  } finally {
    await database.close();
  }
}

/** Puts a city in where there is none; answers whose stands there then. */
async function fill(database: Database): Promise<City> {
  const state = await seedState(database);
  if (state === 'own') say('a city of its own stands here: the demo is not added');
  if (state === 'demo') say('the demo city stands already');
  if (state === 'demo' && values.empty) {
    throw new Error(
      'an empty city needs another place: name a folder with --data, or another DATABASE_URL',
    );
  }
  if (state === 'own' || state === 'demo') return state;
  const scale = Number(values.scale);
  if (database.engine === 'embedded' && scale > largestEmbeddedScale && !values.empty) {
    throw new Error(
      `scale ${scale} is more than the embedded database bears (${largestEmbeddedScale}): set DATABASE_URL to a PostgreSQL with PostGIS`,
    );
  }
  if (state === 'begun') await clearBrokenSeed(database);
  await markSeed(database, { state: 'begun' });
  const city = values.empty ? 'own' : 'demo';
  const order = {
    database,
    dataFolder: process.env['CLOUD_EYE_DATA'] ?? '.run/data',
    now: systemClock.now(),
    say,
  };
  if (values.empty) await seedEmptyCity(order);
  else await seedDemoCity(order, { seed: Number(values.seed), scale });
  await markSeed(database, { state: 'seeded', city });
  return city;
}
