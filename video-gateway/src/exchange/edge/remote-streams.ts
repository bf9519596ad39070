/** The pulls that run on the video side for us, and what comes of them. */
import type { Downward } from '#exchange/downward.ts';
import type { EdgeLine } from '#exchange/edge/exchange-door.ts';
import { linkDown, saidByVideoSide } from '#exchange/edge/link-failure.ts';
import { FrameFault, UnitFrameReader } from '#exchange/unit-frame.ts';
import type { Upward } from '#exchange/upward.ts';
import { sourceFailure } from '#sources/source-failure.ts';
import type { Source } from '#sources/source.ts';
import type { RecordedHandlers } from '#video-side/open-recorded.ts';

export type StreamWord = Extract<Upward, { stream: number }>;
type Opening = Extract<Downward, { type: 'open-live' | 'open-recorded' }>;
type Unnumbered = Opening extends infer O ? (O extends Opening ? Omit<O, 'stream'> : never) : never;
type Handlers = Omit<RecordedHandlers, 'onLine'> & Partial<Pick<RecordedHandlers, 'onLine'>>;

type Running = {
  handlers: Handlers;
  cameraId: string | null;
  opened: PromiseWithResolvers<Source>;
  isOpen: boolean;
};

export class RemoteStreams {
  readonly #running = new Map<number, Running>();
  #line: EdgeLine | null = null;
  #reader = new UnitFrameReader();
  #next = 1;
  leftOut = 0;

  get count(): number {
    return this.#running.size;
  }

  useLine(line: EdgeLine): void {
    this.#line = line;
    this.#reader = new UnitFrameReader();
  }

  open(opening: Unnumbered, handlers: Handlers): Promise<Source> {
    const line = this.#line;
    if (line === null) return Promise.reject(linkDown());
    const stream = this.#next;
    this.#next = (this.#next % 0xffff_ffff) + 1;
    const opened = Promise.withResolvers<Source>();
    const cameraId = opening.type === 'open-live' ? opening.cameraId : null;
    this.#running.set(stream, { handlers, cameraId, opened, isOpen: false });
    line.say({ ...opening, stream });
    return opened.promise;
  }

  /** Another look shares these pulls. */
  renew(cameraId: string, ticket: string): void {
    for (const [stream, running] of this.#running) {
      if (running.cameraId === cameraId) this.#line?.say({ type: 'renew', stream, ticket });
    }
  }

  take(word: StreamWord): void {
    const running = this.#running.get(word.stream);
    if (running === undefined) return; // closed meanwhile
    switch (word.type) {
      case 'opened':
        running.isOpen = true;
        return running.opened.resolve({ close: () => this.#close(word.stream) });
      case 'line':
        return running.handlers.onLine?.({ startMs: word.startMs, scale: word.scale });
      case 'lost':
        return running.handlers.onLost?.(word.packets);
      case 'left-out':
        this.leftOut += word.units;
        return;
      case 'ended':
        return this.#end(word.stream, saidByVideoSide(word.reason));
    }
  }

  takeFrame(frame: Buffer): void {
    try {
      const { stream, unit } = this.#reader.read(frame);
      const running = this.#running.get(stream);
      if (running === undefined) this.#reader.forget(stream);
      else running.handlers.onUnit(unit);
    } catch (error) {
      if (!(error instanceof FrameFault) || error.stream === null) throw error;
      this.#line?.say({ type: 'close', stream: error.stream });
      this.#end(error.stream, sourceFailure('broken-stream', 'a frame that cannot be read', error));
    }
  }

  /** The link is gone: each picture says why, and is asked for again by who shows it. */
  dropAll(): void {
    this.#line = null;
    for (const stream of this.#running.keys()) this.#end(stream, linkDown());
  }

  #close(stream: number): void {
    if (!this.#running.delete(stream)) return;
    this.#reader.forget(stream);
    this.#line?.say({ type: 'close', stream });
  }

  #end(stream: number, failure: ReturnType<typeof linkDown>): void {
    const running = this.#running.get(stream);
    if (running === undefined) return;
    this.#running.delete(stream);
    this.#reader.forget(stream);
    if (running.isOpen) running.handlers.onEnd(failure);
    else running.opened.reject(failure);
  }
}
