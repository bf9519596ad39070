/** The embedded database as a process of its own: PGlite with PostGIS behind a PostgreSQL socket on loopback. */
import { openEmbeddedDatabase } from './embedded-database.ts';

const port = Number(process.env['DATABASE_PORT'] ?? 5433);
const dataFolder = process.env['CLOUD_EYE_DATA'] ?? '.run/data';
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error(`DATABASE_PORT must be a port number, not ${process.env['DATABASE_PORT']}`);
  process.exit(2);
}

const database = await openEmbeddedDatabase({ dataFolder, port });
console.log(`ready database ${database.url}`);

let stopping = false;
const stop = (code: number) => {
  if (stopping) return;
  stopping = true;
  database.close().then(
    () => process.exit(code),
    (error: Error) => {
      console.error(`the database did not close in order: ${error.message}`);
      process.exit(1);
    },
  );
};
process.on('SIGTERM', () => stop(0));
process.on('SIGINT', () => stop(0));
