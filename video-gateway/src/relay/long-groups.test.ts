import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AccessUnit } from '#media/access-unit.ts';
import { UnitBuilder } from '#media/unit-builder.ts';
import { Relay } from '#relay/relay.ts';
import type { SourceHandlers } from '#sources/source.ts';
import { clipPictures } from '#testing/camera/clip.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What is shown of a camera that sends 25 pictures a second and a key picture every so many seconds. */
async function watch(keyEverySeconds: number, seconds: number) {
  let handlers: SourceHandlers | null = null;
  let opened = 0;
  const relay = new Relay({
    clock: { now: () => new Date() },
    idleStopMs: 10_000,
    open: async (given) => {
      handlers = given;
      opened += 1;
      return { close: () => undefined };
    },
    onStopped: () => undefined,
    onRevealed: () => undefined,
  });
  const states: string[] = [];
  let shown = 0;
  relay.subscribe({ onState: ({ state }) => states.push(state), onFragment: () => (shown += 1) });
  const builder = new UnitBuilder('h264');
  const [key, delta] = clipPictures('h264');
  for (let i = 0; i < seconds * 25; i += 1) {
    await vi.advanceTimersByTimeAsync(40);
    const isKey = i % (keyEverySeconds * 25) === 0;
    const times = { dts: i * 3600, pts: i * 3600, wall: null };
    const unit: AccessUnit | null = builder.build((isKey ? key! : delta!).nals, times);
    handlers!.onUnit(unit!);
  }
  relay.stop();
  return { states, shown, opened };
}

it.each([10, 60])('takes a key picture every %d seconds for no stall', async (keyEverySeconds) => {
  const { states, shown, opened } = await watch(keyEverySeconds, 150);
  expect(opened).toBe(1);
  expect(new Set(states)).toEqual(new Set(['connecting', 'live']));
  expect(shown).toBe(150 * 25);
});
