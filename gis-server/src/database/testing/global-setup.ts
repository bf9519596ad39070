/** Starts one server of each engine for the whole test run and prepares what the files copy from. */
import { migrate } from '#database/migrate.ts';
import { openPool } from '#database/pool.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { enginesOfThisRun } from './engines-of-this-run.ts';
import { startPostgresCluster } from './postgres-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    embeddedUrl: string;
    postgresUrl: string;
    postgresTemplate: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const start = { embedded: startEmbedded, postgresql: startPostgres };
  const stops = await Promise.all(enginesOfThisRun.map((engine) => start[engine](project)));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

async function startEmbedded(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-eye-embedded-'));
  const entry = join(import.meta.dirname, '..', 'embedded', 'main.ts');
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, CLOUD_EYE_DATA: folder, DATABASE_PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyUrl(child);
  await migrateAt(url);
  project.provide('embeddedUrl', url);
  return async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
}

async function startPostgres(project: TestProject) {
  const given = process.env['TEST_POSTGRES_URL'];
  const cluster = given === undefined ? startPostgresCluster(await freePort()) : null;
  const url = cluster?.url ?? given ?? '';
  const template = `cloud_eye_template_${process.pid}`;
  await administer(url, `create database ${template}`);
  await migrateAt(databaseAt(url, template));
  project.provide('postgresUrl', url);
  project.provide('postgresTemplate', template);
  return async () => {
    if (cluster === null) await administer(url, `drop database ${template}`);
    else cluster.stop();
  };
}

async function migrateAt(url: string): Promise<void> {
  const pool = await openPool(url);
  await migrate(pool);
  await pool.pool.end();
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function databaseAt(url: string, database: string): string {
  const at = new URL(url);
  at.pathname = `/${database}`;
  return at.href;
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.startsWith('ready database ')) resolve(line.slice('ready database '.length));
    });
    child.once('exit', (code) => reject(new Error(`the embedded database ended with ${code}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
