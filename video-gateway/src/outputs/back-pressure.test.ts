import { expect, it } from 'vitest';
import { BackPressure } from '#outputs/back-pressure.ts';
import type { Fragment } from '#packaging/cmaf-packager.ts';
import { madeUpEpoch } from '#testing/made-up-epoch.ts';

const fragment = (key: boolean, bytes = 40_000): Fragment => ({
  track: 'video',
  epoch: madeUpEpoch(),
  bytes: Buffer.alloc(bytes),
  key,
  startSeconds: 0,
  shownSeconds: 0,
  samples: [],
  durationSeconds: 0.04,
  wall: null,
});

/** A socket that has taken everything and knows the stream's rate: 1 MB/s. */
function settled(): BackPressure {
  const pressure = new BackPressure();
  for (let i = 0; i < 200; i += 1) pressure.judge(fragment(i === 0), 0, i * 40);
  return pressure;
}

it('drops up to the next key picture when more than a quarter second is waiting', () => {
  const pressure = settled();
  expect(pressure.judge(fragment(false), 300_000, 8_000)).toBe('skip');
  expect(pressure.judge(fragment(false), 0, 8_040)).toBe('skip');
  expect(pressure.judge(fragment(true), 300_000, 8_080)).toBe('skip');
  expect(pressure.judge(fragment(true), 0, 8_120)).toBe('send');
  expect(pressure.judge(fragment(false), 0, 8_160)).toBe('send');
});

it('lets go of a viewer who takes nothing for ten seconds', () => {
  const pressure = settled();
  expect(pressure.judge(fragment(false), 300_000, 8_000)).toBe('skip');
  expect(pressure.judge(fragment(true), 300_000, 18_001)).toBe('close');
});

it('leaves a viewer who joins the time to take the whole group of pictures', () => {
  const pressure = new BackPressure();
  expect(pressure.judge(fragment(true), 0, 0)).toBe('send');
  const joining = new BackPressure();
  expect(joining.judge(fragment(true), 2_000_000, 0)).toBe('send');
  expect(joining.judge(fragment(false), 5_000_000, 40)).toBe('skip');
});
