import { readFileSync, writeFileSync } from 'node:fs';
import type { City } from '../src/client/city.ts';
import { JournalListener } from '../src/client/journal-listener.ts';
import { runImport } from '../src/stack/run-import.ts';
import { expect, test } from '../fixtures/test.ts';

test('a town monitor sees the own town only: screen, lists, tiles and pictures', async ({
  hall,
  city,
}) => {
  const monitor = await city.as('town-monitor');
  const { viewer } = await monitor.get<{ viewer: { area: { code: string; name: string } } }>(
    '{ viewer { area { code name } } }',
  );
  await hall.open('town-monitor', { layers: 'areas,incidents' });
  await expect(hall.areaName).toContainText(viewer.area.name);

  const own = await city.cameras('town-monitor');
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter(({ area }) => !area.code.startsWith(viewer.area.code))).toEqual([]);

  const foreign = (await city.cameras()).find(
    ({ area, state }) => !area.code.startsWith(viewer.area.code) && state === 'online',
  );
  const refused = await monitor.ask(
    'mutation ($id: ID!) { openCameraView(cameraId: $id, basis: { dutyPurpose: "public-security" }) { ticket } }',
    { id: foreign?.id },
  );
  expect(refused.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');

  const parent = await monitor.ask('query ($code: String!) { area(code: $code) { code } }', {
    code: viewer.area.code.slice(0, 6),
  });
  expect((parent.data as { area: unknown } | null)?.area ?? null).toBeNull();
  const classes = await city.incidentClasses();
  const elsewhere = await monitor.ask(
    'mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { id } }',
    {
      input: {
        commandId: `x-${Date.now()}`,
        classCode: classes[0]?.code,
        position: foreign?.position,
      },
    },
  );
  expect(elsewhere.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

test('a town monitor hears of the own town only, on the wire and on the screen', async ({
  hall,
  city,
}) => {
  const { town, own, foreign } = await twoPlaces(city);
  const classCode = (await city.incidentClasses())[0]!.code;
  await hall.open('town-monitor', { layers: 'areas,incidents' });
  const [monitor, officer] = await Promise.all([
    JournalListener.open(await city.as('town-monitor')),
    JournalListener.open(await city.as('duty-officer')),
  ]);
  const report = (title: string, place: Place) =>
    city.report('acceptor', { classCode, title, ...place });
  const elsewhere = await report('测试:外镇', foreign);
  const here = await report('测试:本镇', own);

  await expect.poll(() => officer.hasHeardOf(here)).toBe(true);
  expect(officer.hasHeardOf(elsewhere)).toBe(true);
  // Rows come in order: what was reported before is not on its way any more.
  await expect.poll(() => monitor.hasHeardOf(here)).toBe(true);
  expect(monitor.rows.filter(({ areaCode }) => !areaCode?.startsWith(town))).toEqual([]);
  await expect(hall.pulse(here)).toBeAttached();
  await expect(hall.pulse(elsewhere)).toHaveCount(0);

  for (const listener of [monitor, officer]) listener.close();
  for (const id of [here, elsewhere]) await city.acknowledge(id);
});

test('what a town imports into another town is refused row by row', async ({ city, stack }) => {
  const { town, own, foreign } = await twoPlaces(city);
  const name = `import.${Date.now()}`;
  const password = 'a password long enough';
  const administrator = await city.as('administrator');
  await administrator.get(
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }',
    {
      input: {
        commandId: name,
        name,
        displayName: '镇管理员',
        role: 'administrator',
        areaCode: town,
        password,
      },
    },
  );
  const file = test.info().outputPath('places.csv');
  const row = (id: string, { longitude, latitude }: Place) =>
    `${name}-${id},测试,square,${longitude},${latitude}\n`;
  writeFileSync(file, `id,name,kind,lon,lat\n${row('own', own)}${row('foreign', foreign)}`);
  const done = await runImport(
    ['places', file, '--datum', 'cgcs2000', '--url', stack.url, '--account', name],
    { CLOUD_EYE_PASSWORD: password },
  );
  expect(done.code, done.output).toBe(3);
  const [, ...rejected] = readFileSync(`${file}.rejected.csv`, 'utf8').trim().split('\n');
  expect(rejected).toEqual([expect.stringMatching(/^3,"outside-every-area"/)]);
  const officer = await city.as('duty-officer');
  const stored = await officer.get<{ own: object | null; foreign: object | null }>(
    'query ($own: ID!, $foreign: ID!) { own: place(id: $own) { id } foreign: place(id: $foreign) { id } }',
    { own: `${name}-own`, foreign: `${name}-foreign` },
  );
  expect(stored).toEqual({ own: { id: `${name}-own` }, foreign: null });
});

test('tiles of the same address differ by who asks, and nobody else may keep them', async ({
  city,
}) => {
  const foreign = (await city.cameras()).find(({ state }) => state === 'online');
  if (foreign === undefined) throw new Error('the demo has no camera');
  const path = `/tiles/cameras/${tileAt(foreign.position.longitude, foreign.position.latitude, 15)}.mvt`;
  const whole = await (await city.as('duty-officer')).fetch(path);
  expect(whole.status).toBe(200);
  expect(whole.headers.get('cache-control')).toContain('private');
  const monitor = await city.as('town-monitor');
  const own = await city.cameras('town-monitor');
  const expected = own.some(({ id }) => id === foreign.id) ? 200 : 204;
  expect((await monitor.fetch(path)).status).toBe(expected);
  expect((await fetch(`${monitor.url}${path}`)).status).toBe(401);
});

type Place = { longitude: number; latitude: number };

/** The monitor's town, a place in it and one in another. */
async function twoPlaces(city: City): Promise<{ town: string; own: Place; foreign: Place }> {
  const town = (await city.rootArea('town-monitor')).code;
  const cameras = await city.cameras();
  const own = cameras.find(({ area }) => area.code.startsWith(town));
  const foreign = cameras.find(({ area }) => !area.code.startsWith(town));
  if (own === undefined || foreign === undefined) throw new Error('the demo has one town alone');
  return { town, own: own.position, foreign: foreign.position };
}

function tileAt(longitude: number, latitude: number, z: number): string {
  const n = 2 ** z;
  const x = Math.floor(((longitude + 180) / 360) * n);
  const rad = (latitude * Math.PI) / 180;
  const y = Math.floor(((1 - Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI) / 2) * n);
  return `${z}/${x}/${y}`;
}
