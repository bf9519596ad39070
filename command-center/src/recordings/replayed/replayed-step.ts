/**
 * Holds one camera's recording to the moment that the time line shows. The time line waits for nobody: a recording is
 * asked for a little ahead of it, so that its picture is there when the moment comes.
 */
import { createStore } from '#ui/create-store.ts';
import type { RecordedPlayer } from '../playback/recorded-player.ts';

/** `toldMs`: when it was so, by the page's own clock. */
export type Moment = { atMs: number; speed: number; toldMs: number };

export type StepState = {
  /** How far the picture is ahead of the time line, milliseconds of recorded time; null where none of it shows. */
  driftMs: number | null;
  /** The fastest that the recorder plays, where the time line runs faster than that. */
  tooFastFor: number | null;
};

type Player = Pick<
  RecordedPlayer,
  'state' | 'speeds' | 'play' | 'rest' | 'follow' | 'has' | 'isReady' | 'driftMs'
>;

const tickMs = 100;
/** A time line that is told four times a second trembles by this; more is a leap. */
const tremblesMs = 600;
/** Real time from the question to the first picture, at first and at most; the next question is asked earlier by half. */
const shortestLeadMs = 1_200;
const longestLeadMs = 8_000;
/** A hand that drags the handle is answered where it rests. */
const restsMs = 250;
/** So much later than expected a picture is asked for anew. */
const patienceMs = 1_500;

export class ReplayedStep {
  readonly state = createStore<StepState>({ driftMs: null, tooFastFor: null });
  readonly #now: () => number;
  #held: RecordedPlayer | null = null;
  /** Once its recordings are known. */
  #player: Player | null = null;
  #anchor: Moment;
  #leadMs = shortestLeadMs;
  /** When the recording is to be asked for; null where it has been. */
  #askAtMs: number | null = null;
  /** When the picture that was asked for should be there. */
  #expectedMs = 0;
  #rests = false;

  constructor(moment: Moment, now: () => number = () => performance.now()) {
    this.#now = now;
    this.#anchor = moment;
  }

  /** Answers the way to stop it. */
  start(): () => void {
    const timer = setInterval(() => this.tick(), tickMs);
    return () => clearInterval(timer);
  }

  add(_cameraId: string, player: RecordedPlayer): void {
    this.#held = player;
  }

  welcome(_cameraId: string, player: Player): void {
    this.#player = player;
    this.#askAtMs = this.#now();
  }

  remove(): void {
    this.#held?.stop();
    this.#held = null;
    this.#player = null;
  }

  show(moment: Moment): void {
    const { atMs, speed, toldMs } = moment;
    const leapt =
      speed !== this.#anchor.speed ||
      Math.abs(atMs - this.#positionAt(toldMs)) > tremblesMs * Math.max(1, speed);
    this.#anchor = moment;
    if (leapt) this.#askAtMs = this.#now() + restsMs;
  }

  tick(): void {
    const player = this.#player;
    const now = this.#now();
    const { speed } = this.#anchor;
    const at = this.#positionAt(now);
    if (!player) return;
    const fastest = Math.max(1, ...player.speeds);
    const tooFastFor = speed > fastest ? fastest : null;
    if (tooFastFor !== null) {
      this.#rest(player);
      this.#askAtMs = now;
      return this.state.set({ driftMs: null, tooFastFor });
    }
    if (this.#askAtMs !== null && now >= this.#askAtMs) this.#ask(player, at, now);
    this.#askLateAnew(player, at, now);
    player.follow(at, speed || 1, speed > 0);
    if (speed === 0 && player.isReady(at)) this.#rest(player);
    this.state.set({ driftMs: player.driftMs, tooFastFor });
  }

  #ask(player: Player, at: number, now: number): void {
    const { speed } = this.#anchor;
    const ahead = speed === 0 ? 0 : this.#leadMs * speed;
    this.#askAtMs = null;
    this.#rests = false;
    this.#expectedMs = now + this.#leadMs;
    player.play(at + ahead, speed || 1);
  }

  #askLateAnew(player: Player, at: number, now: number): void {
    const { state } = player;
    if (state.state === 'gap') {
      if (state.nextMs !== null && at >= state.nextMs) this.#ask(player, at, now);
      return;
    }
    if (state.state !== 'pulled' || this.#askAtMs !== null || this.#anchor.speed === 0) return;
    if (player.has(at) || now < this.#expectedMs + patienceMs) return;
    this.#leadMs = Math.min(longestLeadMs, this.#leadMs * 1.5);
    this.#ask(player, at, now);
  }

  /** The line goes back to the platform; the picture stands. */
  #rest(player: Player): void {
    if (!this.#rests) player.rest();
    this.#rests = true;
  }

  #positionAt(now: number): number {
    const { atMs, speed, toldMs } = this.#anchor;
    return atMs + (now - toldMs) * speed;
  }
}
