/** Turning cameras for the edge: every order checked, every turn stopped here where the edge falls silent. */
import type { Clock, PtzOrder, PtzReport } from 'grid-data';
import type { TicketCheck } from '#exchange/video/ticket-check.ts';
import { PtzDesk, type EndedTurn } from '#ptz/ptz-desk.ts';
import { reasonOf } from '#reason-of.ts';
import type { LocalVideoSide } from '#video-side/local-video-side.ts';

export type ServedTurnsParts = {
  video: Pick<LocalVideoSide, 'platforms'>;
  check: TicketCheck;
  clock: Clock;
  /** Answers whether the edge was there to hear it. */
  tell: (report: PtzReport) => boolean;
};

/** Looks by which somebody turned a camera of late. */
const looksKept = 1_000;

export class ServedTurns {
  readonly #parts: ServedTurnsParts;
  readonly #desk: PtzDesk;
  readonly #looks = new Map<string, string>();
  readonly #unnoted = new Map<string, { note: () => void; giveUp: (error: Error) => void }>();

  constructor(parts: ServedTurnsParts) {
    this.#parts = parts;
    this.#desk = new PtzDesk({
      platforms: parts.video.platforms,
      clock: parts.clock,
      cameraOfView: (viewId) => this.#looks.get(viewId) ?? null,
      tell: (news) => void parts.tell(news),
      report: (ended) => this.#report(ended),
    });
  }

  take(order: PtzOrder): void {
    if (order.type === 'ptz-move' || order.type === 'ptz-act') {
      try {
        this.#parts.check.turn(order);
      } catch (error) {
        const { askId } = order;
        const reason = reasonOf(error);
        this.#parts.tell({ type: 'ptz-answer', askId, reason, abilities: null, position: null });
        return;
      }
      if (order.viewId !== null) this.#remember(order.viewId, order.camera.cameraId);
    }
    this.#desk.take(order);
  }

  noted(moveId: string): void {
    this.#unnoted.get(moveId)?.note();
  }

  /** The edge is back. */
  reportAgain(): void {
    this.#desk.reportAgain();
  }

  /** The edge is gone: what it turned stops by itself within two seconds, as where a page falls silent. */
  edgeGone(): void {
    for (const { giveUp } of this.#unnoted.values()) giveUp(new Error('the edge is gone'));
  }

  stop(): Promise<void> {
    return this.#desk.stopAll('gateway-stopping', 1_000);
  }

  #remember(viewId: string, cameraId: string): void {
    this.#looks.delete(viewId);
    this.#looks.set(viewId, cameraId);
    const [oldest] = this.#looks.keys();
    if (this.#looks.size > looksKept && oldest !== undefined) this.#looks.delete(oldest);
  }

  async #report(ended: EndedTurn): Promise<void> {
    const { moveId } = ended;
    const noted = Promise.withResolvers<void>();
    this.#unnoted.set(moveId, { note: noted.resolve, giveUp: noted.reject });
    try {
      if (!this.#parts.tell({ ...ended, requestId: moveId })) throw new Error('no edge');
      await noted.promise;
    } finally {
      this.#unnoted.delete(moveId);
    }
  }
}
