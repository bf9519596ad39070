/** Orders to turn a camera, checked here against the running look and handed on; the video side checks their ticket. */
import type { PtzMoveEnd, PtzOrder, PtzReport } from 'grid-data';
import type { Downward } from '#exchange/downward.ts';
import type { EndedTurn } from '#ptz/ptz-desk.ts';
import type { PtzRegister, PtzTurns, VideoPlatform } from '#video-side/video-side.ts';

export type RemoteTurnsParts = PtzRegister & {
  platforms: readonly VideoPlatform[];
  isUp: () => boolean;
  say: (word: Downward) => void;
};

type Asked = Extract<PtzOrder, { askId: string }>;
type Move = Extract<PtzOrder, { type: 'ptz-move' }>;

export class RemoteTurns implements PtzTurns {
  readonly #parts: RemoteTurnsParts;
  readonly #moves = new Map<string, Move>();
  /** Ends that the register has not got yet. */
  readonly #unreported = new Map<string, EndedTurn>();
  #onEnded: () => void = () => undefined;

  constructor(parts: RemoteTurnsParts) {
    this.#parts = parts;
  }

  take(order: PtzOrder): void {
    switch (order.type) {
      case 'ptz-move':
      case 'ptz-act':
        return this.#ask(order);
      case 'ptz-keep': {
        const move = this.#moves.get(order.moveId);
        if (move === undefined) return;
        return this.#pass(
          this.#isLooking(move)
            ? order
            : { type: 'ptz-stop', moveId: order.moveId, end: 'look-ended' },
        );
      }
      case 'ptz-stop':
        return this.#pass(order);
    }
  }

  /** What the video side tells of turns. */
  told(report: PtzReport): void {
    if (report.type !== 'ptz-ended') return this.#parts.tell(report);
    const { type, moveId, endedAt, end } = report;
    this.#moves.delete(moveId);
    this.#onEnded();
    void this.#report({ type, moveId, endedAt, end });
  }

  reportAgain(): void {
    for (const ended of this.#unreported.values()) void this.#report(ended);
  }

  async stopAll(end: PtzMoveEnd, withinMs: number): Promise<void> {
    if (this.#moves.size === 0) return;
    for (const moveId of this.#moves.keys()) this.#pass({ type: 'ptz-stop', moveId, end });
    await new Promise<void>((resolve) => {
      setTimeout(resolve, withinMs).unref();
      this.#onEnded = () => {
        if (this.#moves.size === 0) resolve();
      };
    });
  }

  #ask(order: Asked): void {
    const { platforms, isUp } = this.#parts;
    // Another gateway may have the platform: where it is not ours, nothing is said.
    if (!platforms.some(({ id }) => id === order.camera.platformId)) return;
    if (order.viewId !== null && !this.#isLooking(order)) return this.#refuse(order, 'no-look');
    if (!isUp()) return this.#refuse(order, 'video-link-down');
    if (order.type === 'ptz-move') this.#moves.set(order.moveId, order);
    this.#pass(order);
  }

  #refuse({ askId }: Asked, reason: string): void {
    this.#parts.tell({ type: 'ptz-answer', askId, reason, abilities: null, position: null });
  }

  #isLooking({ viewId, camera }: Asked): boolean {
    return viewId !== null && this.#parts.cameraOfView(viewId) === camera.cameraId;
  }

  #pass(order: PtzOrder): void {
    this.#parts.say({ type: 'turn', order });
  }

  async #report(ended: EndedTurn): Promise<void> {
    this.#unreported.set(ended.moveId, ended);
    try {
      await this.#parts.report(ended);
      this.#unreported.delete(ended.moveId);
      this.#parts.say({ type: 'turn-noted', moveId: ended.moveId });
    } catch {
      // The link to gis-server is down: said again when it is back.
    }
  }
}
