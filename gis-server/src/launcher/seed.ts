/** `npm run seed`: seeds a PostgreSQL (DATABASE_URL) without starting the stack; the embedded one seeds at `npm start`. */
import { join } from 'node:path';
import { readOptions } from './options.ts';
import { consoleProgress } from './progress.ts';
import { seedDatabase } from './seed-database.ts';

const progress = consoleProgress();
try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.databaseUrl === null) {
    throw new Error(
      'npm run seed needs DATABASE_URL; the embedded database is seeded by npm start',
    );
  }
  const env = {
    CLOUD_EYE_DATA: options.dataFolder,
    DATABASE_URL: options.databaseUrl,
    DATABASE_KIND: 'postgresql',
  };
  const root = join(import.meta.dirname, '..', '..', '..');
  await progress.step('preparing the city', (detail) =>
    seedDatabase({ root, options, env }, detail),
  );
} catch (error) {
  progress.say(`✗ ${(error as Error).message}`);
  process.exitCode = 1;
}
