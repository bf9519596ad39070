import { describe, expect, it } from 'vitest';
import { FrozenWatch, openWatched } from '#sources/frozen-watch.ts';
import type { SourceHandlers } from '#sources/source.ts';

/** Whether a camera of 25 pictures a second with these times is held to be frozen within so many seconds. */
function isFrozen(ptsOf: (picture: number) => number, seconds: number, periodMs = 40): boolean {
  const watch = new FrozenWatch();
  const count = (seconds * 1000) / periodMs;
  return Array.from({ length: count }, (_, i) => watch.saw({ pts: ptsOf(i) }, i * periodMs)).some(
    Boolean,
  );
}

describe('a camera’s clock', () => {
  it.each([
    ['stands', (i: number) => Math.min(i, 50) * 3600],
    ['runs backwards', (i: number) => -i * 3600],
  ])('that %s while pictures flow is noticed after three seconds', (_, ptsOf) => {
    expect(isFrozen(ptsOf, 3)).toBe(false);
    expect(isFrozen(ptsOf, 6)).toBe(true);
  });

  const hour = 3600 * 90_000;
  it.each([
    ['runs', (i: number) => i * 3600],
    ['jumps back by an hour', (i: number) => i * 3600 - (i > 50 ? hour : 0)],
    ['shows pictures in another order than they come', (i: number) => (i ^ 3) * 3600],
  ])('that %s is none that stands', (_, ptsOf) => {
    expect(isFrozen(ptsOf, 30)).toBe(false);
  });

  it('is not judged by a camera that sends one picture in two seconds', () => {
    expect(isFrozen((i) => Math.floor(i / 2) * 90_000, 30, 2_000)).toBe(false);
  });
});

it('ends a source whose clock stands, once, and closes it', async () => {
  let inner: SourceHandlers | null = null;
  let closed = 0;
  const ends: string[] = [];
  openWatched({ onUnit: () => undefined, onEnd: ({ reason }) => ends.push(reason) }, (handlers) => {
    inner = handlers;
    return { close: () => (closed += 1) };
  });
  const unit = { track: 'video', dts: 0, pts: 0, wall: null, key: true } as never;
  await expect
    .poll(
      () => {
        inner!.onUnit(unit);
        return ends;
      },
      { timeout: 30_000, interval: 50 },
    )
    .toEqual(['timestamps-frozen']);
  await expect.poll(() => closed).toBe(1);
  inner!.onUnit(unit);
  expect(ends).toHaveLength(1);
});
