/** gis-server's half of what is said about turning cameras: asks gateways, and hands on what they tell. */
import {
  DomainError,
  type PtzAct,
  type PtzCommand,
  type PtzMoveEnd,
  type PtzOrder,
  type PtzReport,
  type TurnableCamera,
} from 'grid-data';
import { randomUUID } from 'node:crypto';
import type { SignTurn } from './turn-permits.ts';

type Told = Exclude<PtzReport, { type: 'ptz-answer' }>;
type Answer = Extract<PtzReport, { type: 'ptz-answer' }>;

export type Done = Pick<Answer, 'abilities' | 'position'>;

export type MoveWish = {
  viewId: string;
  moveId: string;
  camera: TurnableCamera;
  command: PtzCommand;
  speed: number;
};

type Port = {
  /** How many gateways there are to hear it. */
  send: (order: PtzOrder) => number;
  sign: SignTurn;
  answerWithinMs?: number;
};

const usualAnswerMs = 5_000;

export class PtzLink {
  readonly #port: Port;
  readonly #asked = new Map<string, (answer: Answer) => void>();
  #onTold: (told: Told) => Promise<void> = () => Promise.resolve();

  constructor(port: Port) {
    this.#port = port;
  }

  onTold(act: (told: Told) => Promise<void>): void {
    this.#onTold = act;
  }

  async take(report: PtzReport): Promise<void> {
    if (report.type === 'ptz-answer') this.#asked.get(report.askId)?.(report);
    else await this.#onTold(report);
  }

  /** Throws with the platform's or the gateway's reason where it is not done. */
  move(wish: MoveWish): Promise<Done> {
    const ticket = this.#port.sign(wish.camera, 'move');
    return this.#ask((askId) => ({ type: 'ptz-move', askId, ...wish, ticket }));
  }

  act(viewId: string | null, camera: TurnableCamera, act: PtzAct): Promise<Done> {
    const ticket = this.#port.sign(camera, act.kind);
    return this.#ask((askId) => ({ type: 'ptz-act', askId, viewId, camera, act, ticket }));
  }

  keep(moveId: string): void {
    this.#port.send({ type: 'ptz-keep', moveId });
  }

  stop(moveId: string, end: PtzMoveEnd): void {
    this.#port.send({ type: 'ptz-stop', moveId, end });
  }

  #ask(orderWith: (askId: string) => PtzOrder): Promise<Done> {
    const askId = randomUUID();
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer);
        this.#asked.delete(askId);
        act();
      };
      const timer = setTimeout(
        () => settle(() => reject(notDone('gateway-silent'))),
        this.#port.answerWithinMs ?? usualAnswerMs,
      );
      this.#asked.set(askId, (answer) =>
        settle(() => (answer.reason === null ? resolve(answer) : reject(notDone(answer.reason)))),
      );
      if (this.#port.send(orderWith(askId)) === 0) settle(() => reject(notDone('gateway-away')));
    });
  }
}

function notDone(reason: string): DomainError {
  return new DomainError('unavailable', `the camera does not turn: ${reason}`, { reason });
}
