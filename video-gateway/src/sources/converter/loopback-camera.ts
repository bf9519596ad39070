/**
 * The camera as ffmpeg sees it: one connection on loopback, without credentials and to a path that is told once.
 * The account, the address guard and redirects stay with us; nothing of them reaches the process list.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { keepAlive, readSession } from '#sources/rtsp/keep-alive.ts';
import { RtspReader, statusOf, type RtspMessage } from '#sources/rtsp/rtsp-message.ts';
import { controlUri, type RtspOpening } from '#sources/rtsp/rtsp-opening.ts';

/** More than this waiting, and the converter does not keep up: packets are left out. */
const mostWaitingBytes = 8 * 1024 * 1024;
const methods = 'OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER';
/** What of the camera's answers ffmpeg is told. */
const passedOn = ['session', 'transport', 'range'] as const;

export class LoopbackCamera {
  readonly #opening: RtspOpening;
  readonly #onError: (error: unknown) => void;
  readonly #server: Server;
  readonly #path = `/${randomBytes(16).toString('hex')}`;
  #socket: Socket | null = null;
  #stopBeating: () => void = () => undefined;

  constructor(opening: RtspOpening, onError: (error: unknown) => void) {
    this.#opening = opening;
    this.#onError = onError;
    this.#server = createServer((socket) => this.#serve(socket));
    this.#server.on('error', onError);
  }

  /** The address to give to ffmpeg. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `rtsp://127.0.0.1:${(this.#server.address() as AddressInfo).port}${this.#path}`;
  }

  takePacket(channel: number, payload: Buffer): void {
    const socket = this.#socket;
    if (socket === null || socket.writableLength > mostWaitingBytes) return;
    socket.cork();
    socket.write(Buffer.from([0x24, channel, payload.length >> 8, payload.length & 0xff]));
    socket.write(payload);
    socket.uncork();
  }

  close(): void {
    this.#stopBeating();
    this.#server.close();
    this.#socket?.destroy();
  }

  #serve(socket: Socket): void {
    const reader = new RtspReader({
      onMessage: (request) => {
        if (!this.#admits(request, socket)) socket.destroy();
        else this.#answer(request, socket).catch(this.#onError);
      },
      onPacket: (channel, payload) => {
        if (socket === this.#socket) this.#opening.connection.sendPacket(channel, payload);
      },
    });
    socket.on('error', () => undefined); // the converter has ended, which its exit tells
    socket.on('data', (chunk) => {
      try {
        reader.push(chunk);
      } catch {
        socket.destroy(); // no ffmpeg of ours; ours ends by itself and says why
      }
    });
  }

  /** The first who knows the path is ffmpeg; nobody after it. */
  #admits({ startLine }: RtspMessage, socket: Socket): boolean {
    if (this.#socket === null && startLine.includes(this.#path)) {
      this.#socket = socket;
      this.#server.close();
    }
    return this.#socket === socket;
  }

  async #answer(request: RtspMessage, socket: Socket): Promise<void> {
    const [method = '', uri = ''] = request.startLine.split(' ');
    const sequence = request.headers.get('cseq')?.[0] ?? '0';
    const reply = (head: string, lines: readonly string[] = [], body = '') =>
      socket.write([head, `CSeq: ${sequence}`, ...lines, '', body].join('\r\n'));
    if (method === 'OPTIONS') reply('RTSP/1.0 200 OK', [`Public: ${methods}`]);
    else if (method === 'DESCRIBE') {
      const { description } = this.#opening;
      const length = `Content-Length: ${Buffer.byteLength(description)}`;
      reply('RTSP/1.0 200 OK', ['Content-Type: application/sdp', length], description);
    } else {
      const told = await this.#ask(method, uri, request);
      const lines = passedOn.flatMap((name) =>
        (told.headers.get(name) ?? []).map((value) => `${name}: ${value}`),
      );
      reply(told.startLine, lines);
    }
  }

  async #ask(method: string, uri: string, request: RtspMessage): Promise<RtspMessage> {
    const { connection, base, methods: known } = this.#opening;
    const at = uri.indexOf(this.#path);
    const control = at < 0 ? uri : uri.slice(at + this.#path.length).replace(/^\//, '');
    const headers: Record<string, string> = {};
    for (const name of ['Transport', 'Session', 'Range']) {
      const value = request.headers.get(name.toLowerCase())?.[0];
      if (value !== undefined) headers[name] = value;
    }
    const told = await connection.request({ method, uri: controlUri(base, control), headers });
    const session = request.headers.get('session')?.[0];
    if (method === 'PLAY' && statusOf(told) === 200 && session !== undefined) {
      this.#stopBeating();
      this.#stopBeating = keepAlive(connection, readSession(session, base), known);
    }
    return told;
  }
}
