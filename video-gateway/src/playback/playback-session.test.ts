import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { VideoUnit } from '#media/access-unit.ts';
import { PlaybackSession, type PlaybackNews } from '#playback/playback-session.ts';
import { decodeTimes } from '#testing/played.ts';
import { madeUpEpoch } from '#testing/made-up-epoch.ts';
import type { RecordedAsk, RecordedHandlers } from '#video-side/open-recorded.ts';

const noonMs = Date.parse('2026-11-23T04:00:00Z');
const window = { fromMs: noonMs, toMs: noonMs + 600_000 };
const pictureMs = 40;
const picturesPerGroup = 25;

/** A recorder that sends from the key picture before the asked moment, picture by picture as it is told to. */
class ScriptedRecorder {
  readonly asked: RecordedAsk[] = [];
  open = 0;
  #handlers: RecordedHandlers | null = null;
  #next = 0;

  openRecorded = async (asked: RecordedAsk, handlers: RecordedHandlers) => {
    this.asked.push(asked);
    this.open += 1;
    this.#handlers = handlers;
    const begin = Math.floor((asked.fromMs - noonMs) / pictureMs / picturesPerGroup);
    this.#next = begin * picturesPerGroup;
    handlers.onLine({ startMs: noonMs + this.#next * pictureMs, scale: 1 });
    return {
      close: () => {
        this.open -= 1;
        this.#handlers = null;
      },
    };
  };

  send(count: number): void {
    for (let i = 0; i < count && this.#handlers !== null; i += 1) {
      this.#handlers.onUnit(pictureAt(this.#next));
      this.#next += 1;
    }
  }
}

const config = madeUpEpoch().video;
const pictureAt = (index: number): VideoUnit => ({
  track: 'video',
  config,
  key: index % picturesPerGroup === 0,
  data: Buffer.alloc(1_000),
  pts: index * pictureMs * 90,
  dts: index * pictureMs * 90,
  wall: null,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('leaves with the recorder what the viewer does not read yet, and goes on with the very next picture', async () => {
  const recorder = new ScriptedRecorder();
  const shown: Buffer[] = [];
  const told: PlaybackNews[] = [];
  let behind = false;
  const session = new PlaybackSession({
    video: recorder,
    camera: { platformId: 'city', platformCameraId: '1', ticket: '' },
    ...{ window, recordings: [window], speeds: [1], sound: false },
    output: {
      tell: (news) => told.push(news),
      show: ({ bytes }) => shown.push(bytes),
      hear: () => undefined,
      isBehind: () => behind,
    },
  });
  session.play({ generation: 1, atMs: noonMs, speed: 1 });
  await vi.advanceTimersByTimeAsync(1);
  recorder.send(30);
  behind = true;
  recorder.send(100);
  // The group that was under way, and not one picture more; the line is given back.
  expect([shown.length, recorder.open]).toEqual([50, 0]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(recorder.asked).toHaveLength(1);
  behind = false;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(recorder.asked[1]!.fromMs).toBe(noonMs + 50 * pictureMs);
  recorder.send(30);
  const steps = decodeTimes(shown).map((ticks) => ticks / 90 / pictureMs);
  expect(steps).toEqual(steps.map((_, index) => index));
  expect(steps.length).toBeGreaterThan(70);
  expect(told.map(({ type }) => type)).toEqual(['playing']);
  session.close();
  expect(recorder.open).toBe(0);
});
