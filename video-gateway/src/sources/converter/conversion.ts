/** ffmpeg as a last resort: turns the picture of an odd camera (MJPEG, MPEG-4) into H.264. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { DomainError } from 'grid-data';
import type { AccessUnit } from '#media/access-unit.ts';
import { LoopbackCamera } from '#sources/converter/loopback-camera.ts';
import { TransportStream } from '#sources/mpegts/transport-stream.ts';
import type { RtspOpening } from '#sources/rtsp/rtsp-opening.ts';
import { asFailure, sourceFailure } from '#sources/source-failure.ts';

export type ConversionHandlers = {
  onUnit(unit: AccessUnit): void;
  onEnd(failure: DomainError): void;
};

/** Each takes a good part of a core. */
const mostAtOnce = 2;
const wordsKept = 500;
let running = 0;

const argumentsFor = (address: string): readonly string[] => [
  ...['-v', 'error', '-nostdin', '-protocol_whitelist', 'rtsp,rtp,tcp,udp'],
  ...['-rtsp_transport', 'tcp', '-fflags', 'nobuffer', '-analyzeduration', '1000000'],
  ...['-i', address, '-map', '0:v:0', '-vf', "scale='min(1280,iw)':-2", '-pix_fmt', 'yuv420p'],
  ...['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-bf', '0', '-g', '50'],
  ...['-threads', '1', '-muxdelay', '0', '-muxpreload', '0', '-f', 'mpegts', 'pipe:1'],
];

export class Conversion {
  readonly #handlers: ConversionHandlers;
  readonly #camera: LoopbackCamera;
  readonly #stream = new TransportStream();
  #child: ChildProcess | null = null;
  #words = '';
  #units = 0;
  #closed = false;

  /** Takes over a camera that has been asked what it offers and not been set up yet. */
  constructor(opening: RtspOpening, handlers: ConversionHandlers) {
    if (running >= mostAtOnce) {
      throw sourceFailure('converters-busy', `${running} cameras are being converted`);
    }
    running += 1;
    this.#handlers = handlers;
    this.#camera = new LoopbackCamera(opening, (error) =>
      this.#end(asFailure(error, 'broken-stream')),
    );
    this.#start().catch((error: unknown) => this.#end(asFailure(error, 'broken-stream')));
  }

  takePacket(channel: number, payload: Buffer): void {
    this.#camera.takePacket(channel, payload);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    running -= 1;
    this.#child?.kill('SIGKILL');
    this.#camera.close();
  }

  async #start(): Promise<void> {
    const address = await this.#camera.listen();
    if (this.#closed) {
      this.#camera.close();
      return;
    }
    const child = spawn('ffmpeg', argumentsFor(address), {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] },
    });
    this.#child = child;
    child.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ENOENT' ? 'converter-missing' : 'broken-stream';
      this.#end(sourceFailure(reason, 'ffmpeg could not be started', error));
    });
    child.once('exit', () => this.#end(this.#failureOfExit()));
    child.stderr.on('data', (chunk: Buffer) => {
      this.#words = (this.#words + chunk.toString('utf8')).slice(-wordsKept);
    });
    child.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
  }

  #take(chunk: Buffer): void {
    if (this.#closed) return;
    try {
      for (const unit of this.#stream.push(chunk)) {
        this.#units += 1;
        this.#handlers.onUnit(unit);
      }
    } catch (error) {
      this.#end(asFailure(error, 'broken-stream'));
    }
  }

  /** A converter that never gave a picture does not know the codec either. */
  #failureOfExit(): DomainError {
    const reason = this.#units === 0 ? 'codec-unsupported' : 'source-ended';
    return sourceFailure(reason, `ffmpeg ended: ${this.#words.trim() || 'without a word'}`);
  }

  #end(failure: DomainError): void {
    if (this.#closed) return;
    this.close();
    this.#handlers.onEnd(failure);
  }
}
