/** Feeds a SourceBuffer whose timeline is the window's own, one operation at a time; a new generation begins it anew. */
type Operation =
  | { kind: 'append'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'codec'; mime: string }
  | { kind: 'clear' }
  | { kind: 'trim'; toSeconds: number };

const keepBehindSeconds = 20;
const trimStepSeconds = 10;

export class RecordedBuffer {
  readonly #fail: (reason: string) => void;
  readonly #source = new MediaSource();
  #buffer: SourceBuffer | null = null;
  #mime = '';
  #waiting: Operation[] = [];
  #failed = false;

  constructor(element: HTMLMediaElement, fail: (reason: string) => void) {
    this.#fail = fail;
    const url = URL.createObjectURL(this.#source);
    element.src = url;
    this.#source.addEventListener('sourceopen', () => {
      URL.revokeObjectURL(url);
      this.#pump();
    });
  }

  /** What was asked for before is not wanted any more. */
  clear(): void {
    this.#waiting = [{ kind: 'clear' }];
    this.#pump();
  }

  begin(mime: string): void {
    if (!MediaSource.isTypeSupported(mime)) return this.#giveUp('codec-unsupported');
    this.#push({ kind: 'codec', mime });
  }

  append(bytes: Uint8Array<ArrayBuffer>): void {
    this.#push({ kind: 'append', bytes });
  }

  /** Lets go of what lies far behind. */
  trim(atSeconds: number): void {
    const buffered = this.#buffer?.buffered;
    if (!buffered || buffered.length === 0 || this.#waiting.length > 0) return;
    const toSeconds = atSeconds - keepBehindSeconds;
    if (buffered.start(0) < toSeconds - trimStepSeconds) this.#push({ kind: 'trim', toSeconds });
  }

  /** Up to where the picture at this moment goes on without a hole; null where there is none. */
  bufferedUntil(atSeconds: number): number | null {
    const buffered = this.#buffer?.buffered;
    for (let i = 0; i < (buffered?.length ?? 0); i += 1) {
      // The first picture behind a seek may stand a frame later than what was asked for.
      if (buffered!.start(i) - 0.1 <= atSeconds && atSeconds < buffered!.end(i)) {
        return buffered!.end(i);
      }
    }
    return null;
  }

  #push(operation: Operation): void {
    this.#waiting.push(operation);
    this.#pump();
  }

  #pump(): void {
    if (this.#failed || this.#source.readyState !== 'open' || this.#buffer?.updating) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    try {
      this.#run(next);
    } catch {
      return this.#giveUp('append-failed');
    }
    if (!this.#buffer?.updating) this.#pump();
  }

  #run(operation: Operation): void {
    switch (operation.kind) {
      case 'codec':
        if (this.#buffer === null) this.#open(operation.mime);
        else if (operation.mime !== this.#mime) this.#buffer.changeType(operation.mime);
        this.#mime = operation.mime;
        return;
      case 'append':
        return this.#buffer?.appendBuffer(operation.bytes);
      case 'clear':
        this.#buffer?.abort();
        return this.#buffer?.remove(0, Number.POSITIVE_INFINITY);
      case 'trim':
        return this.#buffer?.remove(0, operation.toSeconds);
    }
  }

  #open(mime: string): void {
    this.#source.duration = Number.POSITIVE_INFINITY;
    this.#buffer = this.#source.addSourceBuffer(mime);
    this.#buffer.addEventListener('updateend', () => this.#pump());
    this.#buffer.addEventListener('error', () => this.#giveUp('append-failed'));
  }

  #giveUp(reason: string): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#waiting = [];
    this.#fail(reason);
  }
}
