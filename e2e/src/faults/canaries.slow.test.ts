/** The whole system with canaries for secrets: in its keys, in its platforms, in the address of an imported camera. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { familyOf } from '../bench/video/process-figures.ts';
import { City } from '../client/city.ts';
import { Picture, ticketFor } from '../client/picture.ts';
import { SimulatedFaults } from '../client/simulated-faults.ts';
import { runImport } from '../stack/run-import.ts';
import { startStack, type RunningStack } from '../stack/stack.ts';

const canary = 'canary-9b3c';
const said: [where: string, text: string][] = [];
let stack: RunningStack;
let city: City;

beforeAll(async () => {
  const env = { SIMULATOR_INCIDENTS_PER_HOUR: '0' };
  stack = await startStack({ args: ['--port', '18190'], env });
  city = new City(stack);
}, 400_000);

afterAll(() => stack?.stop(), 60_000);

test(
  'no secret is in a log, an answer, a figure or the process list',
  { timeout: 300_000 },
  async () => {
    await importCamera();
    await lookInVain();
    await askAll();
    const launcher = stack.pids['launcher']!;
    for (const pid of familyOf(launcher)) said.push([`process ${pid}`, commandOf(pid)]);
    said.push(['what was printed', stack.output()]);

    expect(said.length).toBeGreaterThan(20);
    const secrets = [...secretsOf(join(stack.folder, 'data')), canary];
    expect(secrets.length).toBeGreaterThanOrEqual(4);
    for (const [where, text] of said) {
      for (const secret of secrets) expect(text.includes(secret), where).toBe(false);
    }
  },
);

/** What the installation made for itself. */
function secretsOf(data: string): string[] {
  const kept = ['internal.key', 'rtmp-publish.key', 'simulator-app.secret'].map((name) =>
    readFileSync(join(data, name), 'utf8').trim(),
  );
  const platforms = readFileSync(join(data, 'video-platforms.json'), 'utf8');
  const named = [...platforms.matchAll(/"(?:appSecret|password|clientSecret|secret)": "([^"]+)"/g)];
  return [...new Set([...kept, ...named.map(([, secret]) => secret!)])];
}

async function importCamera(): Promise<void> {
  const [beside] = await city.cameras();
  const { longitude, latitude } = beside!.position;
  const file = join(stack.folder, 'cameras.csv');
  const stream = `rtsp://ops:${canary}@127.0.0.1:9/live?token=${canary}`;
  writeFileSync(
    file,
    'id,name,kind,longitude,latitude,owner,placeClass,purposes,notice_posted,filing_no,stream\n' +
      `canary,哨兵,枪机,${longitude},${latitude},城管,crossing,城市管理;应急处置,是,C-1,${stream}\n` +
      `broken,哨兵,枪机,经度,${latitude},城管,crossing,城市管理,是,C-2,${stream}\n`,
  );
  const env = { STACK_FILE: join(stack.folder, 'stack.json') };
  const { output } = await runImport(['cameras', file, '--datum', 'wgs84'], env);
  said.push(['the import', output]);
}

async function lookInVain(): Promise<void> {
  const faults = new SimulatedFaults(stack.addresses['simulator'] ?? '');
  const officer = await city.as('duty-officer');
  const all = await city.cameras();
  const ours = all.find(({ name }) => name === '哨兵')!;
  const other = all.find(({ state, permitted }) => state === 'online' && permitted)!;
  await faults.set('platform-refuses', null, true);
  for (const camera of [ours, other]) {
    // The link of a gateway that has only just started may not be up yet.
    await vi.waitFor(async () => {
      const { ticket } = await ticketFor(officer, camera.id, camera.purposes[0]!);
      const picture = Picture.withTicket(officer, ticket);
      await expect.poll(() => picture.state, { timeout: 20_000 }).toMatch(/^offline/);
      said.push([`the picture of ${camera.name}`, JSON.stringify(picture.told)]);
      picture.close();
    }, 100_000);
  }
  await faults.clear();
}

const cameraQuestions = [
  'cameras(within: { areaCode: $code }, first: 200) { nodes { id name state stateReason address filingNo healthReason history { kind payload } } }',
  'videoHealth { platforms { id name state stateReason lastFailure { reason message } } gateways { id } worst { id healthReason } }',
  'journal(first: 200) { kind payload }',
];

async function askAll(): Promise<void> {
  const answered = new Set<string>();
  for (const role of new Set(stack.accounts.map((account) => account.role))) {
    const client = await city.as(role);
    for (const question of cameraQuestions) {
      const variables = question.includes('$code') ? '($code: String!) ' : '';
      const { code } = await city.rootArea();
      const answer = await client.ask(`query ${variables}{ ${question} }`, { code });
      if (answer.data !== null) answered.add(question);
      said.push([`${role}: ${question.slice(0, 20)}`, JSON.stringify(answer)]);
    }
  }
  expect([...answered]).toEqual(cameraQuestions);
  for (const [name, address] of Object.entries(stack.addresses)) {
    if (!address.startsWith('http')) continue;
    for (const path of ['/metrics', '/healthz', '/readyz', '/x?token=x']) {
      const answer = await fetch(address + path).catch(() => null);
      if (answer !== null) said.push([name + path, await answer.text()]);
    }
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // the process has ended
  }
}
