/** Says to the server what a hand does: begin, still there twice a second, done. Silence stops the camera by itself. */
import type { PtzCommand } from 'grid-data';

export type MoveCalls = {
  move: (moveId: string, command: PtzCommand, speed: number) => Promise<unknown>;
  stop: (moveId: string) => Promise<unknown>;
  newId: () => string;
  /** Whether it was refused because the move had ended already, which a new one may follow. */
  isOver: (error: unknown) => boolean;
  onRefused: (error: unknown) => void;
};

type Move = {
  moveId: string;
  command: PtzCommand;
  timer: ReturnType<typeof setInterval>;
  /** Settles when its first word is answered; null once it was. */
  begins: Promise<void> | null;
};

const stillThereMs = 500;

export class MoveSender {
  readonly #calls: MoveCalls;
  #running: Move | null = null;

  constructor(calls: MoveCalls) {
    this.#calls = calls;
  }

  get command(): PtzCommand | null {
    return this.#running?.command ?? null;
  }

  start(command: PtzCommand, speed: number): void {
    if (this.#running?.command === command) return;
    this.stop();
    this.#begin(command, speed);
  }

  stop(): void {
    const move = this.#running;
    if (move === null) return;
    this.#forget();
    this.#sayStop(move.moveId);
    // A short press may be over before its first word has arrived: a stop that overtook it said nothing.
    void move.begins?.then(() => this.#sayStop(move.moveId));
  }

  #begin(command: PtzCommand, speed: number): void {
    const timer = setInterval(() => void this.#say(move, speed), stillThereMs);
    const move: Move = { moveId: this.#calls.newId(), command, timer, begins: null };
    this.#running = move;
    move.begins = this.#say(move, speed).then(() => {
      move.begins = null;
    });
  }

  async #say(move: Move, speed: number): Promise<void> {
    const { moveId } = move;
    try {
      await this.#calls.move(moveId, move.command, speed);
    } catch (error) {
      if (this.#running !== move || move.moveId !== moveId) return; // it ended meanwhile, as it should
      if (this.#calls.isOver(error)) {
        // The page was silent for so long that the camera stopped; the hand is still there and turns it on.
        move.moveId = this.#calls.newId();
        return;
      }
      this.#forget();
      this.#calls.onRefused(error);
    }
  }

  #sayStop(moveId: string): void {
    this.#calls.stop(moveId).catch(() => undefined); // the gateway stops it without this word too
  }

  #forget(): void {
    clearInterval(this.#running?.timer);
    this.#running = null;
  }
}
