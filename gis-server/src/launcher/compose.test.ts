import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../config.ts';
import { readOptions } from './options.ts';
import { entryFiles, stackEnvironment } from './processes.ts';

type Service = {
  command?: string;
  environment?: Record<string, string>;
  network_mode?: string;
  profiles?: string[];
  depends_on?: string[] | Record<string, { condition: string }>;
};
const root = join(import.meta.dirname, '..', '..', '..');
const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};

const ownProcesses = Object.entries(entryFiles).filter(([name]) => name !== 'database');

test.each(ownProcesses)('the service %s runs the command that the launcher runs', (name, file) => {
  expect(compose.services[name]?.command).toBe(`node ${file}`);
});

test('the seed of the launcher is the seed of the services', () => {
  expect(compose.services['seed']?.command).toBe('node gis-server/src/seeding/main.ts');
});

const secrets = {
  internalKeyFile: '',
  platformsFile: '',
  exchangeKeyFile: '',
  ticketPublicKeyFile: '',
  rtmpPublishKey: '',
  simulatorAppKey: '',
  simulatorAppSecret: '',
};
const ports = {
  page: 1,
  gateway: 2,
  rtmpIngest: 3,
  simulator: 4,
  simulatorRtsp: 5,
  database: 6,
  videoExchange: 7,
  videoPull: 8,
  lan: 9,
};

test('services are told everything the launcher tells its processes', () => {
  const told = stackEnvironment(readOptions([], {}), ports, secrets);
  delete told['DATABASE_PORT']; // the embedded database's own
  for (const [name] of ownProcesses) {
    expect(Object.keys(compose.services[name]?.environment ?? {}).sort()).toEqual(
      ['NODE_ENV', ...Object.keys(told)].sort(),
    );
  }
});

test.each([
  ['postgres://city@127.0.0.1:6543/city', '6543'],
  ['postgres://city@127.0.0.1/city', '5432'],
])('the ports of the own services hold that of the own PostgreSQL: %s', (DATABASE_URL, port) => {
  const told = stackEnvironment(readOptions([], { DATABASE_URL }), ports, secrets);
  expect(told['OWN_SERVICE_PORTS']?.split(',')).toEqual(['1', '2', '7', '8', '4', '6', port]);
});

test('only the proxy is reachable from outside', () => {
  for (const [name, service] of Object.entries(compose.services)) {
    if (name !== 'proxy') expect(service.network_mode).toBe('service:proxy');
  }
});

let volume: string;
beforeEach(() => {
  volume = mkdtempSync(join(tmpdir(), 'cloud-eye-volume-'));
});
afterEach(() => rmSync(volume, { recursive: true }));

const leastEnv = { POSTGRES_PASSWORD: 'p'.repeat(48), RTMP_PUBLISH_KEY: 'r'.repeat(48) };
const demoEnv = { ...leastEnv, SIMULATOR_APP_KEY: 'key', SIMULATOR_APP_SECRET: 'secret' };

test.each([
  ['the demo', demoEnv, ['demo']],
  ['real platforms', leastEnv, []],
  ['video on two networks', { ...leastEnv, VIDEO_GATEWAY_ROLE: 'edge' }, ['split']],
])('on an empty volume the services of %s start one after the other', async (_, env, profiles) => {
  for (const name of inOrder(profiles)) {
    const { file, environment } = serviceOf(name, env);
    const configFile = join(root, dirname(file), 'config.ts');
    if (name === 'secrets') run([join(root, file)], environment);
    if (existsSync(configFile)) run(['--eval', readsItsConfig, configFile], environment);
  }
  const { environment } = serviceOf('gis-server', env);
  expect(readConfig(environment).development).toBe(false);
  for (const name of inOrder(profiles).filter((one) => one.startsWith('video-'))) {
    const told = { ...serviceOf(name, env).environment, ...anyPorts };
    expect(await firstLine(name, told)).toContain(`ready ${name}`);
  }
});

const anyPorts = {
  VIDEO_GATEWAY_PORT: '0',
  VIDEO_EXCHANGE_PORT: '0',
  VIDEO_PULL_PORT: '0',
  RTMP_INGEST_PORT: '0',
};
const readsItsConfig = 'import(process.argv[1]).then(({ readConfig }) => readConfig(process.env))';

/** Our own services of these profiles, each after those it waits for. */
function inOrder(profiles: readonly string[]): string[] {
  const ordered: string[] = [];
  const visit = (name: string) => {
    const service = compose.services[name] ?? {};
    const before = service.depends_on ?? [];
    (Array.isArray(before) ? before : Object.keys(before)).forEach(visit);
    const isRun = service.profiles?.every((profile) => profiles.includes(profile)) ?? true;
    const isOwn = service.command?.startsWith('node ') ?? false;
    if (isRun && isOwn && !ordered.includes(name)) ordered.push(name);
  };
  Object.keys(compose.services).forEach(visit);
  // Whoever needs what the secrets make must say so: an order by luck is none.
  expect(ordered.indexOf('secrets')).toBeLessThan(ordered.indexOf('seed'));
  return ordered;
}

/** What a service runs and what it is told, as compose fills it in from an .env. */
function serviceOf(name: string, env: Record<string, string>) {
  const { command = '', environment = {} } = compose.services[name] ?? {};
  const filled = Object.entries(environment).map(([key, text]) => {
    const value = text.replaceAll(
      /\$\{(\w+):[?-]([^}]*)\}/g,
      (whole, variable: string, otherwise: string) =>
        env[variable] ?? (whole.includes(':-') ? otherwise : `no ${variable} in .env`),
    );
    return [key, value.replaceAll('/var/lib/cloud-eye', volume)] as const;
  });
  return { file: command.replace('node ', ''), environment: Object.fromEntries(filled) };
}

function run(args: string[], env: Record<string, string>): void {
  const done = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  expect(done, done.stderr).toMatchObject({ status: 0 });
}

/** What a process says first; it is ended then. */
async function firstLine(name: string, env: Record<string, string>): Promise<string> {
  const { file } = serviceOf(name, {});
  const child = spawn(process.execPath, [join(root, file)], { cwd: root, env });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    return await new Promise<string>((resolve) => {
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).once('line', resolve);
      }
    });
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
