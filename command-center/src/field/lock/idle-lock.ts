/** A phone that lay about for half an hour asks for the password again. What was written stays, and goes on being sent. */
import { createStore } from '#ui/create-store.ts';
import type { SignInAnswer } from '#session/session-request.ts';
import type { OutboxStore } from '../outbox/outbox-store.ts';
import { checkOfPassword, isPassword, mostWrong, type KeptCheck } from './password-check.ts';

export const idleMs = 30 * 60_000;
const noteEveryMs = 10_000;
const touchedKey = 'cloud-eye.field.touched-at';

export type UnlockAnswer = 'open' | 'wrong' | 'no-line' | 'too-many';

type Parts = {
  store: Pick<OutboxStore, 'snapshot' | 'keepSnapshot'>;
  signIn: (name: string, password: string) => Promise<SignInAnswer>;
  now: () => number;
};

export class IdleLock {
  readonly state = createStore({ locked: false });
  readonly #parts: Parts;
  #notedAt = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A finger was on it. Nothing opens by that. */
  touch(): void {
    const now = this.#parts.now();
    this.look();
    if (this.state.get().locked || now - this.#notedAt < noteEveryMs) return;
    this.#notedAt = now;
    keepTouched(now);
  }

  /** Also after the app was closed or the phone slept. */
  look(): void {
    const touchedAt = readTouched();
    if (touchedAt !== null && this.#parts.now() - touchedAt > idleMs)
      this.state.set({ locked: true });
  }

  /** After a sign-in on this phone: it is fresh, and knows the password again without a line. */
  async opened(userId: string, password: string): Promise<void> {
    this.open();
    const value = await checkOfPassword(password);
    if (value !== null) await this.#keep(userId, value);
  }

  async unlock(worker: { userId: string; name: string }, password: string): Promise<UnlockAnswer> {
    const answer = await this.#parts.signIn(worker.name, password);
    if (answer.signedIn) {
      await this.opened(worker.userId, password);
      return 'open';
    }
    if (answer.reason !== 'unreachable') {
      return answer.reason === 'too-many-attempts' ? 'too-many' : 'wrong';
    }
    const kept = await this.#parts.store.snapshot(keyOf(worker.userId)).catch(() => undefined);
    if (kept === undefined) return 'no-line';
    const check = kept.value as KeptCheck;
    if (check.wrong >= mostWrong) return 'no-line';
    if (await isPassword(password, check)) {
      await this.#keep(worker.userId, { ...check, wrong: 0 });
      this.open();
      return 'open';
    }
    await this.#keep(worker.userId, { ...check, wrong: check.wrong + 1 });
    return 'wrong';
  }

  /** Whoever it is has just proved it. */
  open(): void {
    this.#notedAt = this.#parts.now();
    keepTouched(this.#notedAt);
    this.state.set({ locked: false });
  }

  async #keep(userId: string, value: KeptCheck): Promise<void> {
    const snapshot = { value, at: this.#parts.now() };
    // A full phone opens with a line only.
    await this.#parts.store.keepSnapshot(keyOf(userId), snapshot).catch(() => undefined);
  }
}

const keyOf = (userId: string) => `password-check ${userId}`;

function readTouched(): number | null {
  try {
    const kept = localStorage.getItem(touchedKey);
    return kept === null ? null : Number(kept);
  } catch {
    return null; // storage is closed: the phone's own lock has to do
  }
}

function keepTouched(at: number): void {
  try {
    localStorage.setItem(touchedKey, String(at));
  } catch {
    // As above.
  }
}
