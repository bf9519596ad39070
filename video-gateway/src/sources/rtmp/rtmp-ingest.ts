/** The gateway's side of the RTMP process: starts it, restarts it with a limit, and hands out its streams. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { sourceFailures } from 'grid-data';
import {
  IngestFrameReader,
  type IngestCommand,
  type IngestEvent,
} from '#sources/rtmp/ingest-frames.ts';
import type { Publishers } from '#sources/rtmp/publishers.ts';
import { sourceFailure } from '#sources/source-failure.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';

export type RtmpIngestOptions = {
  port: number;
  bind: string;
  publishers: Publishers;
  onError: (message: string) => void;
};

type Running = { child: ChildProcess; frames: IngestFrameReader };

const restartDelayMs = 500;
const restartsPerMinute = 5;
const coolingMs = 60_000;
const childFile = fileURLToPath(new URL('./ingest-child.ts', import.meta.url));

export class RtmpIngest {
  readonly #options: RtmpIngestOptions;
  readonly #streams = new Map<number, SourceHandlers>();
  readonly #deaths: number[] = [];
  #running: Running | null = null;
  #restartTimer: NodeJS.Timeout | null = null;
  #nextStream = 1;
  #listening = false;
  #stopped = false;

  constructor(options: RtmpIngestOptions) {
    this.#options = options;
  }

  get state(): 'listening' | 'down' | 'off' {
    if (this.#options.port === 0) return 'off';
    return this.#listening ? 'listening' : 'down';
  }

  get pid(): number | null {
    return this.#running?.child.pid ?? null;
  }

  start(): void {
    if (this.#stopped || this.#options.port === 0) return;
    const child = spawn(process.execPath, [childFile], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env['PATH'],
        RTMP_INGEST_PORT: String(this.#options.port),
        RTMP_INGEST_BIND: this.#options.bind,
        RTMP_PUBLISHERS: JSON.stringify(this.#options.publishers),
      },
    });
    const frames = new IngestFrameReader((stream, unit) => this.#streams.get(stream)?.onUnit(unit));
    this.#running = { child, frames };
    const lastWords: Buffer[] = [];
    child.stderr!.on('data', (chunk: Buffer) => {
      lastWords.push(chunk);
      if (lastWords.length > 20) lastWords.shift();
    });
    (child.stdio[3] as Readable).on('data', (chunk: Buffer) => this.#read(frames, chunk));
    (child.stdio[3] as Readable).on('error', () => undefined);
    child.on('message', (event) => this.#onEvent(event as IngestEvent));
    child.once('error', (error) => this.#options.onError(`rtmp-ingest: ${error.message}`));
    child.once('exit', (code, signal) => {
      const words = Buffer.concat(lastWords).toString('utf8').trim().slice(-500);
      this.#onExit(`ended with ${signal ?? code}${words === '' ? '' : `: ${words}`}`);
    });
  }

  /** A stream that is published to us, such as `/live/drone-1`. */
  tap(path: string, handlers: SourceHandlers): Source {
    return this.#open((stream) => ({ do: 'tap', stream, path }), handlers);
  }

  /** A stream of another server; the address in `url` is the one the guard pinned. */
  pull(url: string, handlers: SourceHandlers): Source {
    return this.#open((stream) => ({ do: 'pull', stream, url }), handlers);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#restartTimer) clearTimeout(this.#restartTimer);
    const child = this.#running?.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  }

  #open(command: (stream: number) => IngestCommand, handlers: SourceHandlers): Source {
    const stream = this.#nextStream;
    this.#nextStream = (this.#nextStream % 0xffffffff) + 1;
    if (!this.#listening) {
      const failure = sourceFailure('ingest-unavailable', 'the RTMP process is down');
      setImmediate(() => handlers.onEnd(failure));
      return { close: () => undefined };
    }
    this.#streams.set(stream, handlers);
    this.#send(command(stream));
    return {
      close: () => {
        this.#running?.frames.forget(stream);
        if (this.#streams.delete(stream)) this.#send({ do: 'close', stream });
      },
    };
  }

  #send(command: IngestCommand): void {
    if (this.#running?.child.connected === true) {
      this.#running.child.send(command, () => undefined);
    }
  }

  #read(frames: IngestFrameReader, chunk: Buffer): void {
    try {
      frames.push(chunk);
    } catch (error) {
      this.#options.onError(`rtmp-ingest: ${(error as Error).message}`);
      this.#running?.child.kill('SIGKILL');
    }
  }

  #onEvent(event: IngestEvent): void {
    if (event.on === 'listening') {
      this.#listening = true;
      return;
    }
    const handlers = this.#streams.get(event.stream);
    this.#streams.delete(event.stream);
    this.#running?.frames.forget(event.stream);
    const reason = sourceFailures.find((known) => known === event.reason) ?? 'broken-stream';
    handlers?.onEnd(sourceFailure(reason, event.message));
  }

  #onExit(how: string): void {
    this.#listening = false;
    this.#running = null;
    const orphans = [...this.#streams.values()];
    this.#streams.clear();
    for (const handlers of orphans) {
      handlers.onEnd(sourceFailure('ingest-unavailable', 'the RTMP process ended'));
    }
    if (this.#stopped) return;
    this.#options.onError(`rtmp-ingest ${how}`);
    const now = Date.now();
    this.#deaths.push(now);
    while (now - this.#deaths[0]! > 60_000) this.#deaths.shift();
    const delay = this.#deaths.length > restartsPerMinute ? coolingMs : restartDelayMs;
    this.#restartTimer = setTimeout(() => this.start(), delay);
  }
}
