/** One viewer of low-latency HLS over one connection: blocking reload, then the part that it announced, again and again. */
import { connect, type Socket } from 'node:net';

export class HlsViewer {
  bytes = 0;
  requests = 0;
  failed: string | null = null;
  readonly #socket: Socket;
  #pending: Buffer = Buffer.alloc(0);
  #waiting: ((body: Buffer) => void) | null = null;

  constructor(port: number, playlist: string) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk) => this.#read(chunk));
    this.#socket.on('error', (error) => (this.failed = error.message));
    this.#watch(playlist).catch((error: Error) => (this.failed = error.message));
  }

  close(): void {
    this.#socket.destroy();
  }

  async #watch(playlist: string): Promise<void> {
    const folder = playlist.slice(0, playlist.lastIndexOf('/') + 1);
    let text = (await this.#get(playlist)).toString();
    while (this.failed === null) {
      const hint = /#EXT-X-PRELOAD-HINT:.*URI="part-(\d+)-(\d+)\.m4s"/.exec(text);
      if (hint === null) throw new Error('the playlist announces no part');
      const [, sequence, part] = hint;
      text = (await this.#get(`${playlist}?_HLS_msn=${sequence}&_HLS_part=${part}`)).toString();
      await this.#get(`${folder}part-${sequence}-${part}.m4s`);
    }
  }

  #get(path: string): Promise<Buffer> {
    this.requests += 1;
    this.#socket.write(`GET ${path} HTTP/1.1\r\nHost: bench\r\n\r\n`);
    return new Promise((resolve) => (this.#waiting = resolve));
  }

  #read(chunk: Buffer): void {
    this.bytes += chunk.length;
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const end = this.#pending.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#pending.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    if (this.#pending.length < end + 4 + length) return;
    const body = this.#pending.subarray(end + 4, end + 4 + length);
    this.#pending = this.#pending.subarray(end + 4 + length);
    if (!head.startsWith('HTTP/1.1 200')) this.failed = head.slice(0, 40);
    this.#waiting?.(body);
  }
}
