import { beforeEach, expect, test } from 'vitest';
import type { SignInAnswer } from '#session/session-request.ts';
import type { Snapshot } from '../outbox/outbox-store.ts';
import { idleMs, IdleLock } from './idle-lock.ts';
import { mostWrong } from './password-check.ts';

const worker = { userId: 'w', name: 'worker' };
/** Slow on purpose, and slower on a busy machine. */
const slowHashesMs = 60_000;
let now: number;
let online: boolean;
let kept: Map<string, Snapshot>;

const lockOf = () =>
  new IdleLock({
    now: () => now,
    store: {
      snapshot: async (key) => kept.get(key),
      keepSnapshot: async (key, snapshot) => void kept.set(key, snapshot),
    },
    signIn: async (_, password): Promise<SignInAnswer> => {
      if (!online) return { signedIn: false, reason: 'unreachable' };
      return password === 'right'
        ? { signedIn: true }
        : { signedIn: false, reason: 'wrong-name-or-password' };
    },
  });

beforeEach(() => {
  localStorage.clear();
  now = 1_000_000;
  online = true;
  kept = new Map();
});

test('half an hour without a finger closes it, and a finger alone does not open it', () => {
  const lock = lockOf();
  lock.touch();
  now += idleMs;
  lock.look();
  expect(lock.state.get().locked).toBe(false);
  now += 1;
  lock.touch();
  expect(lock.state.get().locked).toBe(true);
  lock.touch();
  expect(lock.state.get().locked).toBe(true);
  // Nor does closing the app and opening it again.
  const again = lockOf();
  again.look();
  expect(again.state.get().locked).toBe(true);
});

test('a phone on which nobody has worked yet is open', () => {
  const lock = lockOf();
  lock.look();
  expect(lock.state.get().locked).toBe(false);
});

test(
  'the password opens it with a line, and without one on a phone that has heard it before',
  async () => {
    const lock = lockOf();
    await lock.opened('w', 'right');
    now += idleMs + 1;
    lock.look();
    expect(await lock.unlock(worker, 'guess')).toBe('wrong');
    expect(lock.state.get().locked).toBe(true);
    online = false;
    expect(await lock.unlock(worker, 'guess')).toBe('wrong');
    expect(await lock.unlock(worker, 'right')).toBe('open');
    expect(lock.state.get().locked).toBe(false);
    expect(JSON.stringify([...kept])).not.toContain('right');
  },
  slowHashesMs,
);

test(
  'without a line a stranger’s phone stays shut, and so does one that was guessed at too often',
  async () => {
    const lock = lockOf();
    online = false;
    expect(await lock.unlock(worker, 'right')).toBe('no-line');
    online = true;
    await lock.opened('w', 'right');
    online = false;
    for (let i = 0; i < mostWrong; i += 1) expect(await lock.unlock(worker, 'guess')).toBe('wrong');
    expect(await lock.unlock(worker, 'right')).toBe('no-line');
    online = true;
    expect(await lock.unlock(worker, 'right')).toBe('open');
  },
  slowHashesMs,
);
