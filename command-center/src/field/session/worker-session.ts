/** Who works with this phone. Known without a line from the last time; the server's word counts once it comes. */
import { ViewerDocument, type ViewerFieldsFragment } from '#gis/generated/graphql.ts';
import { createStore } from '#ui/create-store.ts';
import type { Net } from '../net/ask-graph.ts';
import { forgetPictures } from '../offline/keep-pictures.ts';
import type { StopReason } from '../outbox/outbox.ts';
import type { OutboxStore } from '../outbox/outbox-store.ts';

export type Worker = ViewerFieldsFragment;

export type WorkerState = {
  state: 'checking' | 'out' | 'in' | 'unreachable';
  worker: Worker | null;
  /** The server does not know the session any more; what is written meanwhile is kept. */
  expired: boolean;
  /** Whether the last question was answered. */
  line: 'unknown' | 'there' | 'gone' | 'server-trouble';
};

const workerKey = 'worker';

export class WorkerSession {
  readonly state = createStore<WorkerState>({
    state: 'checking',
    worker: null,
    expired: false,
    line: 'unknown',
  });
  readonly #net: Net;
  readonly #store: OutboxStore;

  constructor({ net, store }: { net: Net; store: OutboxStore }) {
    this.#net = net;
    this.#store = store;
  }

  /** Opens with whom the phone knows; whether the server agrees is asked while the worker begins. */
  async open(): Promise<void> {
    const known = await this.#store.snapshot(workerKey).catch(() => undefined);
    if (known !== undefined) this.state.set({ state: 'in', worker: known.value as Worker });
  }

  async check(): Promise<void> {
    const answer = await this.#net.ask(ViewerDocument, {});
    if (answer.answered) return this.#said(answer.value.viewer ?? null);
    if ('stop' in answer && answer.stop === 'signed-out') return this.#said(null);
    const line = 'stop' in answer && answer.stop === 'unreachable' ? 'gone' : 'server-trouble';
    this.state.set(({ worker }) => ({ line, ...(worker ? {} : { state: 'unreachable' }) }));
  }

  /** Null unless the server has just said who it is. */
  confirmedUserId(): string | null {
    const { state, worker, expired, line } = this.state.get();
    return state === 'in' && !expired && line === 'there' ? (worker?.userId ?? null) : null;
  }

  stopReason(): StopReason | null {
    const { expired, line, state } = this.state.get();
    if (line === 'gone') return 'unreachable';
    if (line === 'server-trouble') return 'server-trouble';
    return expired || state === 'out' ? 'signed-out' : null;
  }

  /** The outbox stays: it belongs to who wrote it. Everything seen goes. */
  async signOut(): Promise<boolean> {
    const answer = await this.#net.fetch('/session', { method: 'DELETE' });
    if (answer === null || !(answer.ok || answer.status === 401)) return false;
    await this.#forget();
    this.state.set({ state: 'out', worker: null, expired: false });
    return true;
  }

  async #said(worker: Worker | null): Promise<void> {
    const before = this.state.get().worker;
    if (worker === null) {
      this.state.set(
        before === null ? { state: 'out', line: 'there' } : { expired: true, line: 'there' },
      );
      return;
    }
    // Another hand: what the last one saw is not for this one.
    if (before !== null && before.userId !== worker.userId) await this.#forget();
    await this.#store.keepSnapshot(workerKey, { value: worker, at: Date.now() }).catch(() => {});
    const same = before !== null && JSON.stringify(before) === JSON.stringify(worker);
    this.state.set({
      state: 'in',
      worker: same ? before : worker,
      expired: false,
      line: 'there',
    });
  }

  async #forget(): Promise<void> {
    await this.#store.forgetSnapshots().catch(() => undefined);
    if (typeof caches === 'undefined') return;
    await caches.delete('field-map').catch(() => false);
    await forgetPictures().catch(() => undefined);
  }
}
