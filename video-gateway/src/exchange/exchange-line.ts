/** One connection between the two sides: typed words as text, units as binary, and an end that goes unsaid noticed. */
import type { z } from 'zod';
import { WebSocket, type RawData } from 'ws';
import { parseJson } from '#parse-json.ts';

export type LineHandlers<Heard> = {
  onWord(word: Heard): void;
  onFrame(frame: Buffer): void;
  /** Once. */
  onClose(): void;
};

/** With the error of the connection, where it is one. */
type LineError = (message: string, failure?: Error) => void;

const pingEveryMs = 500;
/** A slow line still carries something; one on which nothing came for so long carries nothing. */
const silentMs = 6_000;
/** A page of a thousand cameras in Chinese is 300 kB. */
const maxWordLength = 1_000_000;

export class ExchangeLine<Heard, Said> {
  readonly #socket: WebSocket;
  readonly #schema: z.ZodType<Heard>;
  readonly #onError: LineError;
  #handlers: LineHandlers<Heard> | null = null;
  #heardAt = performance.now();
  #pings = 0;
  #oldestPing: { number: number; at: number } | null = null;
  /** Of the last two pings that were answered, the older first. */
  #delaysMs: readonly [number, number] = [0, 0];
  receivedBytes = 0;

  constructor(socket: WebSocket, schema: z.ZodType<Heard>, onError: LineError) {
    this.#socket = socket;
    this.#schema = schema;
    this.#onError = onError;
    const timer = setInterval(() => this.#lookForSilence(), pingEveryMs);
    const heard = () => {
      this.#heardAt = performance.now();
    };
    socket.on('ping', heard);
    socket.on('pong', (data) => {
      heard();
      this.#measure(Number(data));
    });
    socket.on('error', (error) => onError(`video exchange: ${error.message}`, error));
    socket.on('message', (data, isBinary) => {
      heard();
      this.#take(data, isBinary);
    });
    socket.on('close', () => {
      clearInterval(timer);
      this.#handlers?.onClose();
    });
  }

  /** Who listens from now on. */
  handle(handlers: LineHandlers<Heard>): void {
    this.#handlers = handlers;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** What is said and has not left. */
  get backlogBytes(): number {
    return this.#socket.bufferedAmount;
  }

  /**
   * How late the line is, by two pings in a row: a machine that stood still for a moment is no narrow line. A ping goes
   * behind all that waits here, in the system and in the network, of which `backlogBytes` knows the first alone.
   */
  get delayMs(): number {
    const [before, last] = this.#delaysMs;
    const ping = this.#oldestPing;
    const waitingMs = ping === null ? 0 : performance.now() - ping.at;
    return Math.min(last, Math.max(before, waitingMs));
  }

  say(word: Said): void {
    if (this.isOpen) this.#socket.send(JSON.stringify(word));
  }

  sendFrame(frame: Buffer): void {
    if (this.isOpen) this.#socket.send(frame);
  }

  end(): void {
    this.#socket.terminate();
  }

  /** What cannot be read ends the link, and never the process. */
  #take(data: RawData, isBinary: boolean): void {
    const bytes = data as Buffer;
    this.receivedBytes += bytes.length;
    try {
      if (isBinary) this.#handlers?.onFrame(bytes);
      else this.#handlers?.onWord(this.#read(bytes));
    } catch (error) {
      this.#onError(`video exchange: ${(error as Error).message}`);
      this.end();
    }
  }

  #read(bytes: Buffer): Heard {
    if (bytes.length > maxWordLength) throw new RangeError('a word is too long');
    const read = this.#schema.safeParse(parseJson(bytes.toString('utf8')));
    // Not quoted: what is misshapen may hold anything.
    if (!read.success) throw new RangeError('a word that cannot be read');
    return read.data;
  }

  #lookForSilence(): void {
    if (performance.now() - this.#heardAt > silentMs) this.end();
    else if (this.isOpen) {
      this.#pings += 1;
      this.#oldestPing ??= { number: this.#pings, at: performance.now() };
      this.#socket.ping(String(this.#pings));
    }
  }

  #measure(pong: number): void {
    if (pong !== this.#oldestPing?.number) return;
    this.#delaysMs = [this.#delaysMs[1], performance.now() - this.#oldestPing.at];
    this.#oldestPing = null;
  }
}
