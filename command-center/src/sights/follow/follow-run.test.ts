import { pointAt, distanceMeters, type LonLat } from 'grid-data';
import { expect, test } from 'vitest';
import type { UnitPlace } from '#units/use-moving-units.ts';
import { FollowRun, type CameraThere } from './follow-run.ts';

const west: LonLat = [111.66, 27.69];
const at = (meters: number): LonLat => pointAt(west, 90, meters);

/** Cameras along a street that goes east, each seeing from one metre to another. */
function aStreet(
  seen: Record<string, [from: number, to: number]>,
  refused: readonly string[] = [],
) {
  return (place: LonLat): Promise<CameraThere[]> => {
    const meters = distanceMeters(west, place);
    return Promise.resolve(
      Object.entries(seen).map(([cameraId, [from, to]]) => ({
        cameraId,
        name: cameraId,
        sees: meters >= from && meters <= to,
        usable: !refused.includes(cameraId),
        distanceMeters: Math.abs(meters - (from + to) / 2),
      })),
    );
  };
}

/** A unit that drives east at 10 m/s, looked at every second; answers what was shown at each. */
async function drive(
  camerasAt: (place: LonLat) => Promise<CameraThere[]>,
  { seconds, dead = [] }: { seconds: number; dead?: readonly string[] },
) {
  let second = 0;
  const warmed: string[] = [];
  const run = new FollowRun({
    locate: (): UnitPlace => ({
      position: at(second * 10),
      headingDeg: 90,
      speedMps: 10,
      fresh: true,
    }),
    camerasAt,
    warmUp: (cameraId) => {
      warmed.push(`${second} ${cameraId}`);
      return Promise.resolve(!dead.includes(cameraId));
    },
  });
  const shown: string[] = [];
  for (; second < seconds; second += 1) {
    await run.step();
    shown.push(run.store.get().shown?.cameraId ?? '-');
  }
  return { run, shown, warmed };
}

test('the window is handed from camera to camera as the unit drives by, without a moment that nobody sees', async () => {
  const { shown, warmed } = await drive(
    aStreet({ first: [0, 105], second: [95, 205], third: [195, 300] }),
    { seconds: 30 },
  );
  expect([...new Set(shown)]).toEqual(['first', 'second', 'third']);
  expect(shown).not.toContain('-');
  // Prepared when the first would lose it within eight seconds, shown when the second sees it.
  expect(warmed).toContain('3 second');
  expect(shown.indexOf('second')).toBe(10);
});

test('who may not be opened and whose picture does not come are passed over', async () => {
  const street = {
    first: [0, 105],
    refused: [90, 205],
    dead: [90, 205],
    other: [104, 205],
  } as const;
  const { shown } = await drive(
    aStreet(street as unknown as Record<string, [number, number]>, ['refused']),
    { seconds: 20, dead: ['dead'] },
  );
  expect([...new Set(shown)]).toEqual(
    ['first', '-', 'other'].filter((each) => shown.includes(each)),
  );
  expect(shown.at(-1)).toBe('other');
  expect(shown).not.toContain('dead');
});

test('where nobody sees it nothing is looked at, and that is said', async () => {
  const { run, shown } = await drive(aStreet({ first: [0, 55], last: [150, 300] }), {
    seconds: 10,
  });
  expect(shown.slice(6)).toEqual(['-', '-', '-', '-']);
  expect(run.store.get().note).toBe('nobody-sees');
});

test('a silent unit keeps its last picture, said to be old', async () => {
  let fresh = true;
  const run = new FollowRun({
    locate: () => ({ position: at(10), headingDeg: 90, speedMps: 0, fresh }),
    camerasAt: aStreet({ first: [0, 100] }),
    warmUp: () => Promise.resolve(true),
  });
  await run.step();
  fresh = false;
  await run.step();
  expect(run.store.get()).toMatchObject({ shown: { cameraId: 'first' }, note: 'silent' });
});
