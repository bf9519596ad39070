/** Delivers the closing rows of views to gis-server, as often as it takes. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { GisLink } from '#link/gis-link.ts';
import type { ClosedView, ViewSpool } from '#link/view-spool.ts';

const retryMs = 2_000;

export class ClosingRows {
  readonly #link: GisLink;
  readonly #spool: ViewSpool;
  readonly #deliveries = new Map<string, Promise<void>>();
  #retryTimer: NodeJS.Timeout | null = null;

  constructor(link: GisLink, spool: ViewSpool) {
    this.#link = link;
    this.#spool = spool;
  }

  add(view: ClosedView): void {
    this.#spool.closed(view);
    this.deliver();
  }

  /** Also called when the link is up again. */
  deliver(): void {
    if (!this.#link.isUp) return;
    for (const view of this.#spool.pending) {
      if (this.#deliveries.has(view.viewId)) continue;
      this.#deliveries.set(view.viewId, this.#deliver(view));
    }
  }

  get pending(): number {
    return this.#spool.pending.length;
  }

  /** Waits until all rows are delivered, but not for ever: the spool keeps what is left. */
  async drain(timeoutMs: number): Promise<void> {
    if (this.#retryTimer) clearTimeout(this.#retryTimer);
    const rows = [...this.#deliveries.values()];
    await Promise.race([Promise.allSettled(rows), sleep(timeoutMs, undefined, { ref: false })]);
  }

  async #deliver(view: ClosedView): Promise<void> {
    try {
      await this.#link.request({ type: 'view-closed', ...view });
      this.#spool.acknowledged(view.viewId);
    } catch {
      // The row stays in the spool; a link that is up but silent is asked again, a broken one when it is back.
      this.#retryTimer ??= setTimeout(() => {
        this.#retryTimer = null;
        this.deliver();
      }, retryMs);
    } finally {
      this.#deliveries.delete(view.viewId);
    }
  }
}
