import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PlaybackRoom } from './playback-room.ts';
import type { RecordedPlayer, TileState } from './recorded-player.ts';

const window = { fromMs: 1_000_000, toMs: 1_600_000 };

/** A tile whose pictures are there when the test says so. */
class ScriptedTile {
  state: TileState = { state: 'pulled' };
  driftMs: number | null = 0;
  hasPicture = true;
  asked: { atMs: number; speed: number }[] = [];
  rested = 0;
  runs = false;
  play(atMs: number, speed: number) {
    this.asked.push({ atMs, speed });
    this.state = { state: 'pulled' };
  }
  rest() {
    this.rested += 1;
  }
  isReady() {
    return this.state.state !== 'pulled' || this.hasPicture;
  }
  has() {
    return this.hasPicture;
  }
  follow(_at: number, _speed: number, runs: boolean) {
    this.runs = runs;
  }
  stop() {}
}

let room: PlaybackRoom;
let stop: () => void;
const state = () => room.state.get();
const tiles = () => {
  const two = [new ScriptedTile(), new ScriptedTile()] as const;
  two.forEach((tile, i) => room.add(`c-${i}`, tile as unknown as RecordedPlayer));
  return two;
};
const pass = (ms: number) => vi.advanceTimersByTime(ms);

beforeEach(() => {
  vi.useFakeTimers();
  room = new PlaybackRoom(window);
  stop = room.start();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('the clock waits until every tile has its picture, then all run', () => {
  const [first, second] = tiles();
  second.hasPicture = false;
  room.play();
  pass(2_000);
  expect(state()).toMatchObject({ waits: true, positionMs: window.fromMs });
  second.hasPicture = true;
  pass(1_100);
  expect(state().waits).toBe(false);
  expect(state().positionMs).toBeGreaterThan(window.fromMs + 800);
  expect([first.runs, second.runs]).toEqual([true, true]);
});

test('at a quarter of the speed a tile is waited for four times as long', () => {
  const [, second] = tiles();
  second.hasPicture = false;
  room.setSpeed(0.25);
  room.play();
  pass(23_000);
  expect(state()).toMatchObject({ waits: true, positionMs: window.fromMs });
  pass(2_000);
  expect(state().waits).toBe(false);
});

test('a tile that does not come is left behind after a while and catches up later', () => {
  const [, second] = tiles();
  second.hasPicture = false;
  room.play();
  pass(8_000);
  expect(state().waits).toBe(false);
  expect(state().positionMs).toBeGreaterThan(window.fromMs + 1_000);
  second.hasPicture = true;
  pass(200);
  second.hasPicture = false;
  pass(200);
  expect(state().waits).toBe(true);
});

test('another speed, another place: all tiles are asked anew, the clock goes on from there', () => {
  const both = tiles();
  room.play();
  pass(1_000);
  room.setSpeed(4);
  room.seek(1_300_000);
  for (const { asked } of both) expect(asked.at(-1)).toEqual({ atMs: 1_300_000, speed: 4 });
  pass(1_100);
  expect(state().positionMs).toBeGreaterThan(1_303_000);
});

test('paused, a jump is looked at and then nothing is pulled', () => {
  const [first] = tiles();
  room.seek(1_200_000);
  expect(first.asked).toHaveLength(1);
  pass(300);
  expect(first.rested).toBe(1);
  expect(state()).toMatchObject({ intent: 'paused', positionMs: 1_200_000 });
});

test('one tile in a gap goes on when its recording does; where all have a gap, it is leapt over', () => {
  const [first, second] = tiles();
  room.play();
  pass(500);
  second.state = { state: 'gap', nextMs: window.fromMs + 2_000 };
  second.hasPicture = false;
  pass(1_000);
  expect(state().waits).toBe(false);
  expect(second.asked).toHaveLength(1);
  pass(1_500);
  expect(second.asked).toHaveLength(2);
  for (const tile of [first, second]) {
    tile.state = { state: 'gap', nextMs: 1_500_000 };
    tile.hasPicture = false;
  }
  pass(200);
  expect(first.asked.at(-1)?.atMs).toBe(1_500_000);
});

test('at the end of the window it stands, and begins anew from its begin', () => {
  tiles();
  room.seek(window.toMs - 500);
  room.play();
  pass(2_000);
  expect(state()).toMatchObject({ intent: 'paused', positionMs: window.toMs });
  room.play();
  expect(state().positionMs).toBe(window.fromMs);
});
