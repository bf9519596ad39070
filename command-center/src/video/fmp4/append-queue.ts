/** Feeds a SourceBuffer one operation at a time and keeps what lies behind the picture short. */
const keepBehindSeconds = 10;
/** Removing costs a pass over the buffer, so it is done for a few seconds at once. */
const trimStepSeconds = 3;

export type AppendTarget = Pick<
  SourceBuffer,
  'updating' | 'buffered' | 'appendBuffer' | 'remove' | 'changeType' | 'addEventListener'
>;

type Piece = { bytes: Uint8Array<ArrayBuffer>; changeTo: string | null };

export class AppendQueue {
  readonly #target: AppendTarget;
  readonly #fail: (reason: string) => void;
  readonly #currentTime: () => number;
  readonly #appended: () => void;
  #waiting: Piece[] = [];
  #failed = false;

  constructor(
    target: AppendTarget,
    wiring: { currentTime(): number; appended(): void; fail(reason: string): void },
  ) {
    this.#target = target;
    this.#currentTime = () => wiring.currentTime();
    this.#appended = () => wiring.appended();
    this.#fail = (reason) => wiring.fail(reason);
    target.addEventListener('updateend', () => {
      this.#appended();
      this.#pump();
    });
    target.addEventListener('error', () => this.#giveUp());
  }

  /** `changeTo` names the MIME type that holds from this piece on, where the codec changed. */
  push(bytes: Uint8Array<ArrayBuffer>, changeTo: string | null = null): void {
    this.#waiting.push({ bytes, changeTo });
    this.#pump();
  }

  #pump(): void {
    if (this.#failed || this.#target.updating) return;
    try {
      if (this.#trim()) return;
      const next = this.#take();
      if (next === null) return;
      if (next.changeTo !== null) this.#target.changeType(next.changeTo);
      this.#target.appendBuffer(next.bytes);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'QuotaExceededError') this.#makeRoom();
      else this.#giveUp();
    }
  }

  /** All that waits as one piece, up to the next change of codec: one append is far cheaper than many. */
  #take(): Piece | null {
    const first = this.#waiting[0];
    if (first === undefined) return null;
    let count = 1;
    while (count < this.#waiting.length && this.#waiting[count]?.changeTo === null) count += 1;
    const taken = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    if (count === 1) return first;
    const bytes = new Uint8Array(taken.reduce((sum, piece) => sum + piece.bytes.length, 0));
    let at = 0;
    for (const piece of taken) {
      bytes.set(piece.bytes, at);
      at += piece.bytes.length;
    }
    return { bytes, changeTo: first.changeTo };
  }

  #trim(): boolean {
    const { buffered } = this.#target;
    if (buffered.length === 0) return false;
    const keepFrom = this.#currentTime() - keepBehindSeconds;
    if (buffered.start(0) > keepFrom - trimStepSeconds) return false;
    this.#target.remove(0, keepFrom);
    return true;
  }

  /** The browser's quota is full: everything but the newest second goes, the piece is lost with it. */
  #makeRoom(): void {
    const { buffered } = this.#target;
    const end = buffered.length === 0 ? 0 : buffered.end(buffered.length - 1);
    if (end > 1) this.#target.remove(0, end - 1);
    else this.#giveUp();
  }

  #giveUp(): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#waiting = [];
    this.#fail('append-failed');
  }
}
