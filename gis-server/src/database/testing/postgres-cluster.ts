/**
 * A PostgreSQL/PostGIS cluster for the length of a test run, in a temporary folder. As a program it prints
 * `ready postgres <url>` and ends, with its folder, on SIGTERM.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type PostgresCluster = { url: string; stop(): void };

export function startPostgresCluster(port: number): PostgresCluster {
  const binaries = postgresBinaries();
  const folder = mkdtempSync(join(tmpdir(), 'cloud-eye-postgres-'));
  // PostgreSQL refuses to run as root, so there it runs as the user that its package made.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    chmodSync(folder, 0o755);
    run('chown', ['postgres', folder]);
  }
  const data = join(folder, 'data');
  const asOwner = (program: string, args: string[]) => {
    const command = join(binaries, program);
    if (asRoot) run('runuser', ['-u', 'postgres', '--', command, ...args]);
    else run(command, args);
  };
  asOwner('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  // A cluster that lives for minutes needs no durability.
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`;
  asOwner('pg_ctl', ['-D', data, '-o', settings, '-l', join(folder, 'log'), '-w', 'start']);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop() {
      asOwner('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postgresBinaries(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(root, version, 'bin')).find(hasServer);
  if (found === undefined) {
    throw new Error('no PostgreSQL server is installed: install it or set TEST_POSTGRES_URL');
  }
  return found;
}

function hasServer(folder: string): boolean {
  return existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'));
}

function run(command: string, args: string[]): void {
  const done = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} ${args[0] ?? ''}: ${done.stderr}`);
}

if (import.meta.main) {
  const cluster = startPostgresCluster(Number(process.env['POSTGRES_PORT'] ?? 54_329));
  console.log(`ready postgres ${cluster.url}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      cluster.stop();
      process.exit(0);
    });
  }
  // Nothing else keeps the process alive while the cluster runs beside it.
  setInterval(() => {}, 60_000);
}
