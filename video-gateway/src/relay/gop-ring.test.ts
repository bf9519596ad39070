import { expect, it } from 'vitest';
import type { Fragment } from '#packaging/cmaf-packager.ts';
import { GopRing } from '#relay/gop-ring.ts';
import { madeUpEpoch } from '#testing/made-up-epoch.ts';

const epoch = madeUpEpoch();
const fragment = (index: number, key: boolean, bytes = 1000): Fragment => ({
  track: 'video',
  epoch,
  bytes: Buffer.alloc(bytes),
  key,
  startSeconds: index * 0.04,
  shownSeconds: index * 0.04,
  samples: [],
  durationSeconds: 0.04,
  wall: null,
});

it('holds the group since the last key picture, and the one before it', () => {
  const ring = new GopRing();
  for (let i = 0; i < 130; i += 1) ring.push(fragment(i, i % 50 === 0));
  expect(ring.current).toHaveLength(30);
  expect(ring.current[0]!.key).toBe(true);
  expect(ring.both).toHaveLength(80);
  expect(ring.both[0]!.key).toBe(true);
});

it('holds nothing before the first key picture', () => {
  const ring = new GopRing();
  ring.push(fragment(0, false));
  expect(ring.both).toHaveLength(0);
});

it('gives a group up that grows too long or too large, and waits for the next key picture', () => {
  const long = new GopRing();
  for (let i = 0; i < 400; i += 1) long.push(fragment(i, i === 0));
  expect(long.both).toHaveLength(0);
  expect(long.lastKey).toMatchObject({ key: true, startSeconds: 0 });
  long.push(fragment(400, true));
  expect(long.current).toHaveLength(1);
  const large = new GopRing();
  for (let i = 0; i < 20; i += 1) large.push(fragment(i, i % 10 === 0, 500_000));
  expect(large.current).toHaveLength(10);
  expect(large.both).toHaveLength(10);
});
