/** One viewer of low-latency HLS over one connection: blocking reload, then the part that it announced, again and again. */
import { connect, type Socket } from 'node:net';
import { callerLines } from './greetings.ts';

const headEnd = Buffer.from('\r\n\r\n');
const asked = `HTTP/1.1\r\nHost: bench\r\n${callerLines}\r\n`;

export class HlsViewer {
  bytes = 0;
  failed: string | null = null;
  readonly #socket: Socket;
  readonly #onFailed: () => void;
  #pending: Buffer = Buffer.alloc(0);
  #waiting: ((body: Buffer) => void) | null = null;

  /** `playlist`: the path of the media playlist; `onFailed`: told once, when it is served no more. */
  constructor(port: number, playlist: string, { onFailed = () => {} } = {}) {
    this.#onFailed = onFailed;
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk) => this.#read(chunk));
    this.#socket.on('error', (error) => this.#fail(error.message));
    this.#socket.on('close', () => this.#fail('closed'));
    this.#watch(playlist).catch((error: Error) => this.#fail(error.message));
  }

  close(): void {
    this.#socket.destroy();
  }

  async #watch(playlist: string): Promise<void> {
    const folder = playlist.slice(0, playlist.lastIndexOf('/') + 1);
    const more = playlist.includes('?') ? '&' : '?';
    let text = (await this.#get(playlist)).toString('latin1');
    while (this.failed === null) {
      const { uri, sequence, part } = announced(text);
      const body = await this.#get(`${playlist}${more}_HLS_msn=${sequence}&_HLS_part=${part}`);
      text = body.toString('latin1');
      await this.#get(`${folder}${uri}`);
    }
  }

  #get(path: string): Promise<Buffer> {
    this.#socket.write(`GET ${path} ${asked}`);
    return new Promise((resolve) => (this.#waiting = resolve));
  }

  #read(chunk: Buffer): void {
    this.bytes += chunk.length;
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const end = this.#pending.indexOf(headEnd);
    if (end < 0) return;
    const head = this.#pending.toString('latin1', 0, end);
    const read = bodyOf(head, this.#pending.subarray(end + headEnd.length));
    if (read === null) return;
    this.#pending = read.rest;
    if (!head.startsWith('HTTP/1.1 200')) return this.#fail(head.slice(0, 40));
    this.#waiting?.(read.body);
  }

  #fail(reason: string): void {
    if (this.failed !== null) return;
    this.failed = reason;
    this.#onFailed();
  }
}

/** The part that is to come, by its name and by its place (RFC 8216bis 6.2.5.2). */
function announced(playlist: string): { uri: string; sequence: number; part: number } {
  const uri = /#EXT-X-PRELOAD-HINT:.*URI="([^"]+)"/.exec(playlist)?.[1];
  if (uri === undefined) throw new Error('the playlist announces no part');
  const first = Number(/#EXT-X-MEDIA-SEQUENCE:(\d+)/.exec(playlist)?.[1]);
  const lastWhole = playlist.lastIndexOf('#EXTINF:');
  const part = countOf(playlist.slice(Math.max(0, lastWhole)), '#EXT-X-PART:');
  return { uri, sequence: first + countOf(playlist, '#EXTINF:'), part };
}

function countOf(text: string, tag: string): number {
  let count = 0;
  for (let at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + 1)) count += 1;
  return count;
}

/** Null while it is not all there. */
function bodyOf(head: string, bytes: Buffer): { body: Buffer; rest: Buffer } | null {
  if (/transfer-encoding: chunked/i.test(head)) return chunkedBody(bytes);
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  if (bytes.length < length) return null;
  return { body: bytes.subarray(0, length), rest: bytes.subarray(length) };
}

function chunkedBody(bytes: Buffer): { body: Buffer; rest: Buffer } | null {
  const pieces: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const begin = lineEnd + 2;
    const end = begin + Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (bytes.length < end + 2) return null;
    if (begin === end) return { body: Buffer.concat(pieces), rest: bytes.subarray(end + 2) };
    pieces.push(bytes.subarray(begin, end));
    at = end + 2;
  }
}
