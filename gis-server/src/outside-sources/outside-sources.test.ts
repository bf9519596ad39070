import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Viewer } from '#access/viewer.ts';
import { systemClock } from 'grid-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OutsideSource } from './outside-source.ts';
import { createOutsideSourceService } from './service.ts';
import { asTheme, asWeather } from './understand.ts';
import { madeUpSources, madeUpTheme, madeUpWeather } from './testing/made-up-sources.ts';

let folder: string;
let server: Server;
let answer: { status: number; headers?: Record<string, string>; text: string };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cloud-eye-outside-'));
  server = createServer((_, response) => {
    response.writeHead(answer.status, answer.headers).end(answer.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const sourceAt = (address: string) =>
  new OutsideSource({ address, understand: asWeather, clock: systemClock });
const overHttp = () => sourceAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
const good = { status: 200, text: JSON.stringify(madeUpWeather) };

test('a file is read, and read anew', async () => {
  const file = join(folder, 'weather.json');
  const source = sourceAt(file);
  await source.ask();
  expect(source.latest()).toEqual({ heard: null, failure: 'unreachable', rejects: [] });
  writeFileSync(file, good.text);
  await source.ask();
  expect(source.latest()).toMatchObject({ heard: { value: { temperatureC: 4 } }, failure: null });
});

test('a source that breaks keeps what it said last, and says how it broke', async () => {
  const source = overHttp();
  answer = good;
  await source.ask();
  for (const [broken, failure] of [
    [{ status: 500, text: good.text }, 'unreachable'],
    [{ status: 200, text: '<html>' }, 'not-understood'],
    [{ status: 200, text: '{"temperatureC": 900}' }, 'not-understood'],
    [{ status: 302, headers: { location: 'http://127.0.0.1:1/' }, text: '' }, 'unreachable'],
    [{ status: 200, text: ' '.repeat(5 * 1024 * 1024) }, 'unreachable'],
  ] as const) {
    answer = broken;
    await source.ask();
    expect(source.latest()).toMatchObject({ heard: { value: { temperatureC: 4 } }, failure });
  }
});

const viewerOf = (scopePrefix: string) => ({ scopePrefix }) as Viewer;
const service = (now: string) => {
  const clock = { now: () => new Date(now) };
  return createOutsideSourceService(madeUpSources(clock), clock);
};

test('weather of three hours ago is stale, and warnings that are over are not told', () => {
  const fresh = service('2026-01-01T00:30:00Z').weather();
  expect(fresh).toMatchObject({ stale: false, report: { warnings: [{ title: 'Heavy rain' }] } });
  expect(fresh!.report!.warnings).toHaveLength(1);
  expect(service('2026-01-01T03:00:00Z').weather()).toMatchObject({ stale: true });
});

test('a number counts what lies in the area and in scope, and opens as many rows', () => {
  const { themes, rows } = service('2026-01-01T00:30:00Z');
  const valueOf = (viewer: Viewer, areaCode: string, code: string) =>
    themes(viewer, areaCode)[0]!.indicators.find((each) => each.code === code)!.value;
  expect(valueOf(viewerOf('990101'), '990101', 'homes')).toBe(2);
  expect(valueOf(viewerOf('990101001'), '990101', 'homes')).toBe(1);
  const asked = { theme: 'civil', indicator: 'homes', areaCode: '990101' };
  expect(rows(viewerOf('990101001'), asked).rows.map(({ id }) => id)).toEqual(['home-1']);
  expect(() => themes(viewerOf('990101001'), '990101002')).toThrow(/no such area/);
});

test('numbers below five, and those that would give them away, are not told by any question', () => {
  const { themes, rows } = service('2026-01-01T00:30:00Z');
  const root = viewerOf('990101');
  const told = (areaCode: string) => themes(root, areaCode)[0]!.indicators[1]!.value;
  expect(told('990101')).toBe(72);
  expect(told('990101001')).toBeNull();
  expect(told('990101002')).toBeNull();
  expect(told('990101003')).toBe(60);
  const asked = { theme: 'civil', indicator: 'allowances', areaCode: '990101' };
  expect(rows(root, asked).rows.map(({ value }) => value)).toEqual([60, null, null]);
});

const table = (rows: readonly string[]) =>
  [
    'theme,themeName,source,asOf,goodForHours,indicator,areaCode,value',
    'civil,Civil affairs,Civil affairs bureau,2026-01-01 08:00,24,homes,990101001,60',
    ...rows,
  ].join('\n');

test('a theme comes as a table or as a document, and rows that cannot be taken are told beside it', async () => {
  const clock = { now: () => new Date('2026-01-01T00:30:00Z') };
  const file = join(folder, 'civil.csv');
  const source = new OutsideSource({ address: file, understand: asTheme, clock });
  const { themes, themeFaults } = createOutsideSourceService(
    { weather: null, themes: [source] },
    clock,
  );
  const told = () => themes(viewerOf('990101'), '990101')[0]!;
  writeFileSync(file, 'nothing,of\nthe,kind');
  await source.ask();
  expect(themes(viewerOf('990101'), '990101')).toEqual([]);
  expect(themeFaults()).toMatchObject([{ number: 1, failure: 'not-understood', rejected: 2 }]);
  writeFileSync(file, table([',,,,,homes,990101002,many']));
  await source.ask();
  expect(themeFaults()).toEqual([]);
  expect(told()).toMatchObject({ code: 'civil', stale: false, failure: null, rejected: 1 });
  expect(told().rejects).toMatchObject([{ line: 3, detail: expect.stringContaining('many') }]);
  expect(told().indicators).toMatchObject([{ code: 'homes', value: 60 }]);
  writeFileSync(file, 'broken');
  await source.ask();
  expect(told()).toMatchObject({ failure: 'not-understood', rejected: 1 });
  writeFileSync(file, JSON.stringify(madeUpTheme));
  await source.ask();
  expect(told()).toMatchObject({ failure: null, rejected: 0 });
});
