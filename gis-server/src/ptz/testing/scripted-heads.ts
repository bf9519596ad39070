/** The video side as a test wants it: takes orders, answers them, and remembers what it was told. */
import type { HeadPosition, PtzOrder, PtzReport } from 'grid-data';
import { randomUUID } from 'node:crypto';

type Act = Extract<PtzOrder, { type: 'ptz-act' }>;
type MoveEnd = Extract<PtzReport, { type: 'ptz-ended' }>['end'];

export class ScriptedHeads {
  readonly orders: PtzOrder[] = [];
  take: (report: PtzReport) => Promise<void> = () => Promise.resolve();
  isThere = true;
  /** Whether the platform is told degrees and tells them. */
  aims = true;
  /** Why the next acts are refused. */
  refusal: string | null = null;
  position: HeadPosition = { panDeg: 30, tiltDeg: -10, zoom: 2 };
  readonly presets = [
    { number: 1, name: 'home' },
    { number: 2, name: 'bridge' },
  ];

  readonly send = (order: PtzOrder): number => {
    if (!this.isThere) return 0;
    this.orders.push(order);
    if (order.type === 'ptz-move') this.#answer(order.askId, this.refusal);
    if (order.type === 'ptz-act') this.#answer(order.askId, this.#reasonOf(order), order);
    return 1;
  };

  ordersTo<T extends PtzOrder['type']>(type: T): Extract<PtzOrder, { type: T }>[] {
    return this.orders.filter(
      (order): order is Extract<PtzOrder, { type: T }> => order.type === type,
    );
  }

  acts(kind: Act['act']['kind']): Act[] {
    return this.ordersTo('ptz-act').filter(({ act }) => act.kind === kind);
  }

  ended(moveId: string, endedAt: Date, end: MoveEnd): Promise<void> {
    const requestId = randomUUID();
    const at = endedAt.toISOString();
    return this.take({ type: 'ptz-ended', requestId, moveId, endedAt: at, end });
  }

  #reasonOf({ act }: Act): string | null {
    if (this.refusal !== null) return this.refusal;
    return act.kind === 'aim' && !this.aims ? 'platform-cannot-aim' : null;
  }

  #answer(askId: string, reason: string | null, order?: Act): void {
    const isAsk = order?.act.kind === 'ask';
    const tells = this.aims && reason === null && (isAsk || order?.act.kind === 'save-preset');
    const can = { turns: true, frames: true, aims: this.aims, presets: this.presets };
    const abilities = isAsk && reason === null ? can : null;
    const position = tells ? this.position : null;
    setImmediate(() => void this.take({ type: 'ptz-answer', askId, reason, abilities, position }));
  }
}
