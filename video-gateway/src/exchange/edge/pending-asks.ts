/** What was asked of the video side and waits for its answer. */
import type { Downward } from '#exchange/downward.ts';
import type { EdgeLine } from '#exchange/edge/exchange-door.ts';
import { linkDown, saidByVideoSide } from '#exchange/edge/link-failure.ts';
import type { Upward } from '#exchange/upward.ts';

export type Answer = Extract<Upward, { type: 'cameras' | 'recordings' | 'checked' | 'failed' }>;
type Ask = Extract<
  Downward,
  { id: number; type: 'list-cameras' | 'list-recordings' | 'check-camera' }
>;
type Unnumbered = Ask extends infer A ? (A extends Ask ? Omit<A, 'id'> : never) : never;
type Waiting = { settle: (answer: Answer | null) => void };

/** A platform may take its time over a page; a check takes half a minute at most, in its turn. */
const patienceMs = { 'list-cameras': 60_000, 'list-recordings': 30_000, 'check-camera': 120_000 };

export class PendingAsks {
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;

  ask(line: EdgeLine | null, ask: Unnumbered, giveUp?: AbortSignal): Promise<Answer> {
    if (line === null) return Promise.reject(linkDown());
    const id = this.#next;
    this.#next = (this.#next % 0xffff_ffff) + 1;
    return new Promise((resolve, reject) => {
      const stop = () => line.say({ type: 'give-up', id });
      const timer = setTimeout(() => settle(null), patienceMs[ask.type]);
      const settle = (answer: Answer | null) => {
        clearTimeout(timer);
        giveUp?.removeEventListener('abort', stop);
        this.#waiting.delete(id);
        if (answer === null) reject(linkDown());
        else if (answer.type === 'failed') reject(saidByVideoSide(answer.reason));
        else resolve(answer);
      };
      this.#waiting.set(id, { settle });
      giveUp?.addEventListener('abort', stop);
      line.say({ ...ask, id });
    });
  }

  answer(answer: Answer): void {
    this.#waiting.get(answer.id)?.settle(answer);
  }

  /** The link is gone: nobody answers any more. */
  dropAll(): void {
    for (const { settle } of this.#waiting.values()) settle(null);
  }
}
