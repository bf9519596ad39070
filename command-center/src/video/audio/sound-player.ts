/** Plays one camera's sound: AAC through WebCodecs, G.711 by our own tables, both as buffers of WebAudio. */
import { decodeG711 } from './g711.ts';
import { SoundQueue } from './sound-queue.ts';

export type SoundSource = {
  codec: string;
  sampleRate: number;
  channels: number;
  description: Uint8Array<ArrayBuffer>;
};

export class SoundPlayer {
  readonly #context = new AudioContext({ latencyHint: 'interactive' });
  readonly #queue = new SoundQueue();
  #source: SoundSource | null = null;
  #decoder: AudioDecoder | null = null;

  configure(source: SoundSource): void {
    this.#closeDecoder();
    this.#source = source;
    this.#queue.clear();
    // A browser starts sound only after a person's hand; the click that asked for it was one.
    void this.#context.resume();
    if (isG711(source.codec) || typeof AudioDecoder === 'undefined') return;
    this.#decoder = new AudioDecoder({
      output: (sound) => this.#putDecoded(sound),
      // Sound that this browser cannot decode stays silent; the picture has nothing to do with it.
      error: () => {
        this.#decoder = null;
      },
    });
    this.#decoder.configure({
      codec: source.codec,
      sampleRate: source.sampleRate,
      numberOfChannels: source.channels,
      description: source.description,
    });
  }

  play(milliseconds: number, data: Uint8Array<ArrayBuffer>): void {
    const source = this.#source;
    if (source === null) return;
    const { codec, sampleRate } = source;
    if (isG711(codec)) this.#put([decodeG711(codec, data)], sampleRate);
    else if (this.#decoder?.state === 'configured') {
      this.#decoder.decode(
        new EncodedAudioChunk({ type: 'key', timestamp: milliseconds * 1000, data }),
      );
    }
  }

  close(): void {
    this.#closeDecoder();
    void this.#context.close();
  }

  #putDecoded(sound: AudioData): void {
    const planes = Array.from({ length: sound.numberOfChannels }, (_, planeIndex) => {
      const plane = new Float32Array(sound.numberOfFrames);
      sound.copyTo(plane, { planeIndex, format: 'f32-planar' });
      return plane;
    });
    this.#put(planes, sound.sampleRate);
    sound.close();
  }

  #put(planes: readonly Float32Array<ArrayBuffer>[], sampleRate: number): void {
    const frames = planes[0]?.length ?? 0;
    if (frames === 0) return;
    const { at, dropped } = this.#queue.place(this.#context.currentTime, frames / sampleRate);
    if (dropped) return;
    const buffer = this.#context.createBuffer(planes.length, frames, sampleRate);
    for (const [index, plane] of planes.entries()) buffer.copyToChannel(plane, index);
    const node = this.#context.createBufferSource();
    node.buffer = buffer;
    node.connect(this.#context.destination);
    node.start(at);
  }

  #closeDecoder(): void {
    if (this.#decoder !== null && this.#decoder.state !== 'closed') this.#decoder.close();
    this.#decoder = null;
  }
}

const isG711 = (codec: string): codec is 'alaw' | 'ulaw' => codec === 'alaw' || codec === 'ulaw';
