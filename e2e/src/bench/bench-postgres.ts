import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryRoot } from '../verify/run-command.ts';

export type BenchPostgres = { url: string; stop: () => Promise<void> };

/** PostgreSQL/PostGIS for a bench: the one that DATABASE_URL names, else a cluster for as long as the bench runs. */
export async function startBenchPostgres(): Promise<BenchPostgres> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined) return { url: given, stop: async () => {} };
  const program = join(repositoryRoot, 'gis-server/src/database/testing/postgres-cluster.ts');
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, POSTGRES_PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready postgres ')) resolve(line.slice('ready postgres '.length));
    });
    child.once('exit', (code) => reject(new Error(`PostgreSQL did not start (exit ${code})`)));
  });
  return {
    url,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
