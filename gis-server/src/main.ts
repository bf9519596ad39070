import { migrate } from '#database/migrate.ts';
import { openPoolWhenUp } from '#database/pool.ts';
import { Database } from '#database/transaction.ts';
import { systemClock } from 'grid-data';
import { createApp, type App } from './app.ts';
import { readConfig } from './config.ts';

try {
  const config = readConfig(process.env);
  const pool = await openPoolWhenUp(config.databaseUrl, (text) => console.log(text));
  await migrate(pool);
  const database = new Database(pool, systemClock);
  const app = await createApp(config, database, systemClock);
  closeOnSignal(app, database);
  app.server.once('error', (error) => {
    console.error(`gis-server cannot serve: ${error.message}`);
    process.exit(1);
  });
  await app.lan?.listen();
  app.server.listen(config.port, config.host, () => {
    console.log(`ready gis-server http://${config.host}:${config.port}`);
  });
} catch (error) {
  console.error(`gis-server cannot start: ${(error as Error).message}`);
  process.exit(1);
}

function closeOnSignal(app: App, database: Database): void {
  let asked = false;
  const close = () => {
    if (asked) return;
    asked = true;
    app
      .close()
      .then(() => database.close())
      .then(
        () => process.exit(0),
        (error: Error) => {
          console.error(`gis-server did not close in order: ${error.message}`);
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}
