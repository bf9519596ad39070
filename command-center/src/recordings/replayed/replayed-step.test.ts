import { beforeEach, expect, test } from 'vitest';
import type { RecordedPlayer, TileState } from '../playback/recorded-player.ts';
import { ReplayedStep } from './replayed-step.ts';

/** A recorder whose pictures come so long after they were asked for. */
class ScriptedPlayer {
  state: TileState = { state: 'pulled' };
  speeds = [1, 8];
  driftMs: number | null = null;
  asked: { atMs: number; speed: number; whenMs: number }[] = [];
  rested = 0;
  answersAfterMs = 800;
  play(atMs: number, speed: number) {
    this.asked.push({ atMs, speed, whenMs: nowMs });
  }
  rest() {
    this.rested += 1;
  }
  has(atMs: number) {
    const last = this.asked.at(-1);
    if (!last) return false;
    const sentMs = nowMs - last.whenMs - this.answersAfterMs;
    return sentMs >= 0 && atMs >= last.atMs && atMs <= last.atMs + (sentMs + 500) * last.speed;
  }
  isReady(atMs: number) {
    return this.has(atMs);
  }
  follow(atMs: number) {
    this.driftMs = this.has(atMs) ? 0 : null;
  }
  stop() {}
}

let nowMs = 0;
let player: ScriptedPlayer;
let step: ReplayedStep;

beforeEach(() => {
  nowMs = 0;
  player = new ScriptedPlayer();
  step = new ReplayedStep({ atMs: 100_000, speed: 0, toldMs: 0 }, () => nowMs);
  step.welcome('c', player as unknown as RecordedPlayer);
});

const pass = (ms: number): void => {
  for (const until = nowMs + ms; nowMs < until; nowMs += 100) step.tick();
};
const shown = () => step.state.get();

test('a moment that stands is asked for as it is, and the line goes back once its picture is there', () => {
  pass(2_000);
  expect(player.asked.map(({ atMs, speed }) => [atMs, speed])).toEqual([[100_000, 1]]);
  expect(player.rested).toBe(1);
  expect(shown().driftMs).toBe(0);
});

test('a moment that runs is asked for ahead, so that its picture is there when it comes', () => {
  step.show({ atMs: 100_000, speed: 8, toldMs: nowMs });
  pass(400);
  expect(player.asked.at(-1)!.atMs).toBeGreaterThan(100_000 + 8 * player.answersAfterMs);
  pass(2_000);
  expect(shown().driftMs).toBe(0);
});

test('told four times a second it asks once; a leap of the handle asks anew where it comes to rest', () => {
  step.show({ atMs: 100_000, speed: 1, toldMs: nowMs });
  for (let tick = 1; tick <= 8; tick += 1) {
    pass(200);
    step.show({ atMs: 100_000 + nowMs, speed: 1, toldMs: nowMs });
  }
  expect(player.asked).toHaveLength(1);
  for (const atMs of [300_000, 400_000, 500_000]) {
    step.show({ atMs, speed: 0, toldMs: nowMs });
    pass(100);
  }
  pass(500);
  expect(player.asked.slice(1).map(({ atMs }) => atMs)).toEqual([500_000]);
});

test('a recorder that is slower than thought is asked earlier, until it is in step', () => {
  player.answersAfterMs = 4_000;
  step.show({ atMs: 100_000, speed: 8, toldMs: nowMs });
  pass(30_000);
  expect(shown().driftMs).toBe(0);
});

test('faster than the recorder plays nothing is pulled, and it says how fast it could', () => {
  step.show({ atMs: 100_000, speed: 60, toldMs: nowMs });
  pass(2_000);
  expect(shown()).toEqual({ driftMs: null, tooFastFor: 8 });
  expect(player.asked.every(({ speed }) => speed <= 8)).toBe(true);
  step.show({ atMs: 400_000, speed: 1, toldMs: nowMs });
  pass(3_000);
  expect(shown()).toEqual({ driftMs: 0, tooFastFor: null });
});
