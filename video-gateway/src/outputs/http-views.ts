/** Looks that a page asks for piece by piece: kept between two requests, for the session that opened them alone. */
import { DomainError } from 'grid-data';
import type { View } from '#views/view.ts';

export type KeptView = {
  view: View;
  idleTimer: NodeJS.Timeout;
  /** Requests of it that wait for the stream. */
  waiting: number;
  /** Whoever still waits then is told at once. */
  ended: AbortSignal;
};

/** As long as a page may take to ask why. */
const endRememberedMs = 30_000;

export class HttpViews {
  readonly #kept = new Map<string, KeptView>();
  readonly #ended = new Map<string, { sessionId: string; reason: string }>();

  /** Ends by itself when it is not asked for so long; `letGo` is said once, at its end. */
  keep(view: View, idleCloseMs: number, letGo: (kept: KeptView) => void): KeptView {
    const { viewId, sessionId } = view.ticket;
    const ending = new AbortController();
    const idleTimer = setTimeout(() => {
      if (kept.waiting > 0) idleTimer.refresh();
      else view.close('viewer-left');
    }, idleCloseMs);
    const kept: KeptView = { view, idleTimer, waiting: 0, ended: ending.signal };
    this.#kept.set(viewId, kept);
    view.onClose((reason) => {
      clearTimeout(idleTimer);
      this.#kept.delete(viewId);
      this.#ended.set(viewId, { sessionId, reason });
      setTimeout(() => this.#ended.delete(viewId), endRememberedMs).unref();
      letGo(kept);
      ending.abort();
    });
    return kept;
  }

  /** Throws for what is none of this session's, or is over: then with the reason. */
  find(viewId: string, sessionId: string | null): KeptView {
    const kept = this.#kept.get(viewId);
    if (kept !== undefined && kept.view.ticket.sessionId === sessionId) return kept;
    throw this.whyNot(viewId, sessionId);
  }

  whyNot(viewId: string, sessionId: string | null): DomainError {
    const ended = this.#ended.get(viewId);
    return ended !== undefined && ended.sessionId === sessionId
      ? new DomainError('not-found', 'the view has ended', {
          reason: ended.reason,
          details: { ended: true },
        })
      : new DomainError('not-found', 'no such view of this session', { reason: 'unknown-view' });
  }
}
