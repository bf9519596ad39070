/** Decodes one tile's pictures; a decoder that fails begins anew at the next key picture. */
import { DropGuard, type Judgement } from './drop-guard.ts';
import type { ChannelFrame, PictureConfig } from './channel-frame.ts';

export type DecoderEvents = {
  onPicture(picture: VideoFrame, milliseconds: number): void;
  onOverrun(): void;
  /** `codec-unsupported`, or `decode-failed` where it fails again and again. */
  onFailure(reason: 'codec-unsupported' | 'decode-failed'): void;
};

const failuresTolerated = 3;
const failuresWithinMs = 10_000;

export class TileDecoder {
  readonly #events: DecoderEvents;
  readonly #guard = new DropGuard();
  /** Pictures that are decoded for those after them alone. */
  readonly #behind = new Set<number>();
  #config: PictureConfig | null = null;
  #decoder: VideoDecoder | null = null;
  #failures: number[] = [];

  constructor(events: DecoderEvents) {
    this.#events = events;
  }

  configure(config: PictureConfig): void {
    this.#config = config;
    this.#open();
  }

  keyOnly(on: boolean): void {
    this.#guard.keyOnly(on);
  }

  /** Forgets what waits; the next key picture begins anew. */
  pause(): void {
    this.#open();
  }

  /** Returns whether it was left out. */
  push(frame: ChannelFrame): Judgement {
    const decoder = this.#decoder;
    if (decoder?.state !== 'configured') return 'skip';
    const judgement = this.#guard.judge(frame, decoder.decodeQueueSize, performance.now());
    if (judgement === 'overrun') this.#events.onOverrun();
    if (judgement !== 'decode') return judgement;
    const timestamp = frame.milliseconds * 1000;
    if (frame.behind) this.#behind.add(timestamp);
    decoder.decode(
      new EncodedVideoChunk({
        type: frame.key ? 'key' : 'delta',
        timestamp,
        data: frame.payload,
      }),
    );
    return judgement;
  }

  close(): void {
    if (this.#decoder !== null && this.#decoder.state !== 'closed') this.#decoder.close();
    this.#decoder = null;
  }

  #open(): void {
    this.close();
    this.#guard.restart();
    this.#behind.clear();
    const config = this.#config;
    if (config === null) return;
    const decoder: VideoDecoder = new VideoDecoder({
      output: (picture) => this.#put(decoder, picture),
      error: (error) => {
        if (decoder === this.#decoder) this.#fail(error);
      },
    });
    this.#decoder = decoder;
    decoder.configure({
      codec: config.codec,
      codedWidth: config.width,
      codedHeight: config.height,
      description: config.description,
      optimizeForLatency: true,
    });
  }

  #put(decoder: VideoDecoder, picture: VideoFrame): void {
    const hidden = this.#behind.delete(picture.timestamp);
    if (hidden || decoder !== this.#decoder) picture.close();
    else this.#events.onPicture(picture, Math.round(picture.timestamp / 1000));
  }

  #fail(error: DOMException): void {
    if (error.name === 'NotSupportedError') {
      this.close();
      this.#events.onFailure('codec-unsupported');
      return;
    }
    const now = performance.now();
    this.#failures = [...this.#failures.filter((at) => now - at < failuresWithinMs), now];
    if (this.#failures.length < failuresTolerated) this.#open();
    else {
      this.close();
      this.#events.onFailure('decode-failed');
    }
  }
}
