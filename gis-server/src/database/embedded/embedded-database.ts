import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export type EmbeddedDatabase = { url: string; close(): Promise<void> };

export async function openEmbeddedDatabase(options: {
  dataFolder: string;
  port: number;
}): Promise<EmbeddedDatabase> {
  const folder = join(options.dataFolder, 'database');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const engine = await PGlite.create({ dataDir: folder, extensions: { postgis } });
  endProcessWhenEngineBreaks(engine);
  const server = new PGLiteSocketServer({
    db: engine,
    host: '127.0.0.1',
    port: options.port,
    maxConnections: 50,
  });
  await server.start();
  return {
    url: `postgres://postgres@127.0.0.1:${options.port}/postgres`,
    async close() {
      await server.stop();
      await engine.close();
    },
  };
}

/**
 * SQL errors travel inside the protocol; a rejected call means that the engine itself broke, after which the socket
 * server would keep all clients waiting for ever. Ending lets the launcher start it anew.
 */
function endProcessWhenEngineBreaks(engine: PGlite): void {
  const run = engine.execProtocolRawStream.bind(engine);
  engine.execProtocolRawStream = async (...args) => {
    try {
      return await run(...args);
    } catch (error) {
      console.error(`the embedded database broke: ${(error as Error).message}`);
      process.exit(1);
    }
  };
}
