import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UnitBuilder } from '#media/unit-builder.ts';
import { Relay } from '#relay/relay.ts';
import type { SourceHandlers } from '#sources/source.ts';
import { clipPictures } from '#testing/camera/clip.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The waits before each retry of a camera that shows pictures for so long, falls silent, and does so again. */
async function waitsOf({ liveSeconds, times }: { liveSeconds: number; times: number }) {
  let handlers: SourceHandlers | null = null;
  const relay = new Relay({
    clock: { now: () => new Date() },
    idleStopMs: 10_000,
    open: async (given) => {
      handlers = given;
      return { close: () => undefined };
    },
    onStopped: () => undefined,
    onRevealed: () => undefined,
    random: () => 1,
  });
  const waits: number[] = [];
  relay.subscribe({
    onFragment: () => undefined,
    onState: ({ retryInMs }) => retryInMs !== null && waits.push(retryInMs),
  });
  const [key] = clipPictures('h264');
  for (let stall = 1; stall <= times; stall += 1) {
    const builder = new UnitBuilder('h264');
    for (let i = 0; i < liveSeconds * 5; i += 1) {
      await vi.advanceTimersByTimeAsync(200);
      const ticks = i * 18_000;
      handlers!.onUnit(builder.build(key!.nals, { dts: ticks, pts: ticks, wall: null })!);
    }
    while (waits.length < stall) await vi.advanceTimersByTimeAsync(200);
    await vi.advanceTimersByTimeAsync(waits.at(-1)!);
  }
  relay.stop();
  return waits;
}

it('tries a camera that was live for a minute quickly again, however often it stalls', async () => {
  expect(await waitsOf({ liveSeconds: 60, times: 4 })).toEqual([500, 500, 500, 500]);
});

it('tries a camera that stalls again soon after each retry ever later', async () => {
  expect(await waitsOf({ liveSeconds: 2, times: 4 })).toEqual([500, 1_000, 2_000, 4_000]);
});
