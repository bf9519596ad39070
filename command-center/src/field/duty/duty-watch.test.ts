import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DocumentNode } from 'graphql';
import type { Net } from '../net/ask-graph.ts';
import type { FoundPlace } from '../place/find-place.ts';
import { DutyWatch } from './duty-watch.ts';

const duty = { id: 'd', startedAt: '2026-11-27T00:00:00Z', endsAt: '2026-11-27T12:00:00Z' };

let onDuty: boolean;
let online: boolean;
let told: { longitude: number; at: string }[];
let asked: string[];
let walk: ((place: FoundPlace) => void) | null;

/** A server as ours is: it takes positions on duty alone. */
const net: Pick<Net, 'ask'> = {
  ask: (async (document: DocumentNode, variables: { positions?: typeof told }) => {
    const [operation] = document.definitions;
    const name = (operation as { name?: { value: string } }).name?.value ?? '';
    if (!online) return { answered: false, stop: 'unreachable' };
    asked.push(name);
    const value = (known: object) => ({ answered: true, value: known });
    switch (name) {
      case 'MyFieldDuty':
        return value({ myFieldDuty: onDuty ? duty : null });
      case 'StartFieldDuty':
        onDuty = true;
        return value({ startFieldDuty: duty });
      case 'EndFieldDuty':
        onDuty = false;
        return value({ endFieldDuty: true });
      default:
        if (!onDuty) {
          return { answered: false, refusal: { reason: 'off-duty', message: '', details: {} } };
        }
        told.push(...(variables.positions ?? []));
        return value({ reportFieldPositions: variables.positions?.length });
    }
  }) as unknown as Net['ask'],
};

const newWatch = () =>
  new DutyWatch({
    net,
    clock: { now: () => Date.now(), offsetMs: 0 },
    follow: (onPlace) => {
      walk = onPlace;
      return () => {
        walk = null;
      };
    },
  });

const at = (longitude: number): FoundPlace => ({
  longitude,
  latitude: 27.69,
  accuracyMeters: 5,
  by: 'gps',
  at: Date.now(),
});

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  [onDuty, online, told, asked, walk] = [false, true, [], [], null];
});
afterEach(() => vi.useRealTimers());

test('off duty the phone is not even asked where it is', async () => {
  const watch = newWatch();
  await watch.look();
  expect(walk).toBeNull();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toEqual(['MyFieldDuty']);
});

test('on duty the way is told; who stands says little', async () => {
  const watch = newWatch();
  await watch.start();
  walk!(at(111.66));
  await vi.advanceTimersByTimeAsync(5_000);
  walk!(at(111.66001)); // a metre
  walk!(at(111.6605));
  await vi.advanceTimersByTimeAsync(15_000);
  expect(told.map(({ longitude }) => longitude)).toEqual([111.66, 111.6605]);
});

test('what was walked without a line is told once there is one, once', async () => {
  const watch = newWatch();
  await watch.start();
  online = false;
  walk!(at(111.66));
  walk!(at(111.6605));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(told).toEqual([]);
  online = true;
  await vi.advanceTimersByTimeAsync(45_000);
  expect(told.map(({ longitude }) => longitude)).toEqual([111.66, 111.6605]);
});

test('who goes off duty without a line is followed no more, and the server hears of it later', async () => {
  const watch = newWatch();
  await watch.start();
  online = false;
  await watch.end();
  expect(walk).toBeNull();
  expect(watch.state.get()).toMatchObject({ duty: null, ending: true });

  // The phone starts again: the server still believes in the duty, the phone does not.
  online = true;
  const again = newWatch();
  await again.look();
  expect(onDuty).toBe(false);
  expect(walk).toBeNull();
  expect(again.state.get()).toMatchObject({ duty: null, ending: false });
});

test('a duty that the server has ended is over here too', async () => {
  const watch = newWatch();
  await watch.start();
  onDuty = false;
  walk!(at(111.66));
  await vi.advanceTimersByTimeAsync(15_000);
  expect(watch.state.get().duty).toBeNull();
  expect(walk).toBeNull();
});

test('the worker sees the own way, also after the app was closed, and nobody after the duty', async () => {
  const watch = newWatch();
  await watch.start();
  walk!(at(111.66));
  walk!(at(111.6605));
  const along = ({ state }: DutyWatch) => state.get().walked.map(({ longitude }) => longitude);
  expect(along(watch)).toEqual([111.66, 111.6605]);
  const again = newWatch();
  await again.look();
  expect(along(again)).toEqual([111.66, 111.6605]);
  await again.end();
  expect(along(again)).toEqual([]);
  expect(Object.values(localStorage).join(' ')).not.toContain('111.66');
});
