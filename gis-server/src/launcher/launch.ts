import type { City } from '#seeding/seed-state.ts';
import { buildClient } from './build-client.ts';
import { freePort } from './free-port.ts';
import { localSecrets, writePlatforms, type LocalSecrets } from './local-secrets.ts';
import type { LaunchOptions } from './options.ts';
import {
  entryFiles,
  ownEnvironment,
  type Ports,
  processesToRun,
  type ProcessName,
  simulatedSources,
  stackEnvironment,
  usualPorts,
} from './processes.ts';
import type { Progress } from './progress.ts';
import { seedDatabase } from './seed-database.ts';
import type { Simulator } from './simulated-platforms.ts';
import { removeStack, writeStack, type StackAccount } from './stack-file.ts';
import { Supervisor } from './supervisor.ts';

export type Launch = {
  root: string;
  stackFile: string;
  options: LaunchOptions;
  progress: Progress;
  accounts: () => StackAccount[];
};

/** Brings the stack up step by step and returns once it serves; it then runs until a signal ends it. */
export async function launch(launch: Launch): Promise<void> {
  const { root, options, progress } = launch;
  const ports = await choosePorts(options, progress);
  const secrets = localSecrets(options.dataFolder);
  const lan = options.lan
    ? await (await import('./open-lan.ts')).openLan(options.dataFolder, ports.lan)
    : null;
  const env = { ...stackEnvironment(options, ports, secrets), ...lan?.environment };
  const url = `http://127.0.0.1:${ports.page}`;
  const writeState = () =>
    writeStack(launch.stackFile, {
      url,
      addresses: supervisor.addresses(),
      pids: { launcher: process.pid, ...supervisor.pids() },
      accounts: launch.accounts(),
      degraded: [...supervisor.degraded],
    });
  const supervisor = new Supervisor(
    (line) => progress.say(`! ${line}`),
    () => writeState(),
  );
  stopOnSignal(supervisor, launch);
  let outside = {};
  const start = (name: ProcessName) =>
    supervisor.start({
      name,
      root,
      entryFile: entryFiles[name],
      env: { ...env, ...outside, ...ownEnvironment(name) },
    });
  try {
    const [, city] = await Promise.all([
      progress.step('building the page', () => buildClient(root)),
      prepareDatabase(launch, env, supervisor, () => start('database')),
    ]);
    // The simulator lives in the demo city: in another there is nothing for it to show.
    const simulates = options.simulator && city === 'demo';
    if (simulates) outside = simulatedSources(options, ports);
    writePlatforms(options.dataFolder, simulates ? simulatorOf(ports, secrets) : null);
    const names = processesToRun(simulates, options.splitVideo);
    await progress.step(`starting ${names.join(', ')}`, () => Promise.all(names.map(start)));
  } catch (error) {
    await supervisor.stop();
    removeStack(launch.stackFile);
    throw error;
  }
  writeState();
  printWelcome(url, launch);
  if (lan !== null) progress.say(lan.welcome);
}

async function prepareDatabase(
  { root, options, progress }: Launch,
  env: Record<string, string>,
  supervisor: Supervisor,
  startDatabase: () => Promise<string>,
): Promise<City> {
  if (options.databaseUrl === null) {
    await progress.step('opening the embedded database', startDatabase);
  }
  const title = options.empty ? 'preparing an empty database' : 'preparing the city';
  return progress.step(title, (detail) =>
    seedDatabase({ root, options, env }, detail, (seed) => supervisor.endWithUs(seed)),
  );
}

function simulatorOf(ports: Ports, secrets: LocalSecrets): Simulator {
  return {
    port: ports.simulator,
    rtspPort: ports.simulatorRtsp,
    appKey: secrets.simulatorAppKey,
    appSecret: secrets.simulatorAppSecret,
  };
}

async function choosePorts(options: LaunchOptions, progress: Progress): Promise<Ports> {
  const taken = new Set<number>();
  const choose = async (name: string, wanted: number, isUsed = true) => {
    if (!isUsed) return wanted;
    const port = await freePort(wanted, taken);
    taken.add(port);
    if (port !== wanted) progress.say(`! port ${wanted} (${name}) is taken: using ${port}`);
    return port;
  };
  return {
    page: await choose('page', options.port),
    gateway: await choose('video gateway', usualPorts.gateway),
    videoExchange: await choose('video exchange', usualPorts.videoExchange, options.splitVideo),
    videoPull: await choose('video pull', usualPorts.videoPull, options.splitVideo),
    rtmpIngest: await choose('RTMP ingest', usualPorts.rtmpIngest),
    simulator: await choose('city simulator', usualPorts.simulator, options.simulator),
    simulatorRtsp: await choose('simulated cameras', usualPorts.simulatorRtsp, options.simulator),
    lan: await choose('local network', usualPorts.lan, options.lan),
    database: await choose('database', usualPorts.database, options.databaseUrl === null),
  };
}

function stopOnSignal(supervisor: Supervisor, { stackFile, progress }: Launch): void {
  let asked = false;
  const stop = () => {
    if (asked) return;
    asked = true;
    progress.say('stopping …');
    supervisor.stop().then(
      () => {
        removeStack(stackFile);
        progress.say('stopped');
        process.exit(0);
      },
      (error: Error) => {
        progress.say(`✗ ${error.message}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function printWelcome(url: string, { options, progress, accounts, stackFile }: Launch): void {
  const startedAt = Number(process.env['CLOUD_EYE_STARTED_AT'] ?? Date.now());
  progress.say(`\nCloud Eye 平安智慧云眼 serves at  ${url}`);
  progress.say(
    `(${((Date.now() - startedAt) / 1000).toFixed(0)} s; Ctrl-C stops it; data in ${options.dataFolder})\n`,
  );
  const all = accounts();
  const oneOfEach = all.filter(({ role }, i) => all.findIndex((one) => one.role === role) === i);
  for (const { role, area, name, password } of oneOfEach) {
    progress.say(`  ${role.padEnd(16)} ${name.padEnd(22)} ${password.padEnd(20)} ${area}`);
  }
  if (options.empty) {
    progress.say('\n  bring a county in:  npm run import -- areas areas.geojson --datum cgcs2000');
    progress.say('  (then grid-cells, cameras, accounts and the others: npm run import -- --help)');
  }
  if (all.length > oneOfEach.length) progress.say(`  all ${all.length} accounts: ${stackFile}`);
}
