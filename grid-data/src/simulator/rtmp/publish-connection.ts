import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { DomainError } from '#domain/domain-error.ts';
import type { AmfValue } from './amf0.ts';
import { decodeAmf, encodeAmf } from './amf0.ts';
import type { RtmpMessage } from './chunks.ts';
import { ChunkReader, chunksOf, messageTypes, sentChunkBytes } from './chunks.ts';

export type PublishTarget = { host: string; port: number; app: string; streamName: string };

const openTimeoutMs = 10_000;
const handshakeBytes = 1536;
const controlStream = 2;
const commandStream = 3;
const mediaStream = 6;
const maxUnsentBytes = 1024 * 1024;

/** An RTMP connection that the server has taken as a publisher. */
export class PublishConnection {
  readonly #socket: Socket;
  readonly #reader = new ChunkReader();
  readonly #commands: AmfValue[][] = [];
  #wake: () => void = () => {};
  #streamId = 1;
  #bytesToSkip = 1 + handshakeBytes * 2;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes) => this.#receive(bytes));
    socket.on('close', () => this.#wake());
    socket.on('error', () => socket.destroy()); // whoever waits learns it from the closed socket
  }

  static async open(target: PublishTarget, signal: AbortSignal): Promise<PublishConnection> {
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(openTimeoutMs)]);
    const socket = connect({ host: target.host, port: target.port, noDelay: true });
    const stop = () => socket.destroy();
    deadline.addEventListener('abort', stop);
    try {
      await once(socket, 'connect', { signal: deadline });
      const connection = new PublishConnection(socket);
      await connection.#negotiate(target);
      return connection;
    } catch (error) {
      socket.on('error', () => {});
      socket.destroy();
      throw error;
    } finally {
      deadline.removeEventListener('abort', stop);
    }
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed;
  }

  get hasRoom(): boolean {
    return this.#socket.writableLength < maxUnsentBytes;
  }

  sendVideo(timestampMs: number, payload: Buffer): void {
    const message = { type: messageTypes.video, streamId: this.#streamId, timestampMs, payload };
    this.#socket.write(chunksOf(message, mediaStream));
  }

  close(): void {
    this.#socket.destroy();
  }

  async #negotiate({ host, port, app, streamName }: PublishTarget): Promise<void> {
    const c1 = Buffer.concat([Buffer.alloc(8), randomBytes(handshakeBytes - 8)]);
    this.#socket.write(Buffer.concat([Buffer.from([3]), c1]));
    await this.#until(() => this.#bytesToSkip <= handshakeBytes);
    // The simple handshake's C2 repeats S1; no server in use checks it.
    this.#socket.write(c1);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(sentChunkBytes);
    this.#send({ type: messageTypes.setChunkSize, streamId: 0, timestampMs: 0, payload: size });
    const tcUrl = `rtmp://${host}:${port}/${app}`;
    this.#command(0, ['connect', 1, { app, type: 'nonprivate', tcUrl }]);
    await this.#answerTo(1);
    this.#command(0, ['createStream', 2, null]);
    const [, , , streamId] = await this.#answerTo(2);
    if (typeof streamId === 'number') this.#streamId = streamId;
    this.#command(this.#streamId, ['publish', 3, null, streamName, 'live']);
    await this.#publishStart();
  }

  async #answerTo(transaction: number): Promise<AmfValue[]> {
    const answer = await this.#nextCommand((command) => command[1] === transaction);
    if (answer[0] !== '_result') throw new DomainError('unavailable', 'RTMP server refused');
    return answer;
  }

  async #publishStart(): Promise<void> {
    const status = await this.#nextCommand((command) => command[0] === 'onStatus');
    const code = (status[3] as { code?: AmfValue } | null | undefined)?.code;
    if (code === 'NetStream.Publish.Start') return;
    throw new DomainError('unavailable', `RTMP publish refused: ${String(code)}`);
  }

  async #nextCommand(wanted: (command: AmfValue[]) => boolean): Promise<AmfValue[]> {
    let found: AmfValue[] | undefined;
    await this.#until(() => {
      while (this.#commands.length > 0 && !found) {
        const command = this.#commands.shift()!;
        if (wanted(command)) found = command;
      }
      return found !== undefined;
    });
    return found!;
  }

  async #until(done: () => boolean): Promise<void> {
    while (!done()) {
      if (this.#socket.destroyed) throw new DomainError('unavailable', 'RTMP connection closed');
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #receive(bytes: Buffer): void {
    const skipped = Math.min(this.#bytesToSkip, bytes.length);
    this.#bytesToSkip -= skipped;
    try {
      for (const message of this.#reader.push(bytes.subarray(skipped))) {
        if (message.type === messageTypes.command) this.#commands.push(decodeAmf(message.payload));
      }
    } catch {
      this.#socket.destroy(); // not RTMP: whoever waits is woken below and sees the closed socket
    }
    this.#wake();
  }

  #command(streamId: number, values: AmfValue[]): void {
    const payload = encodeAmf(values);
    this.#send({ type: messageTypes.command, streamId, timestampMs: 0, payload });
  }

  #send(message: RtmpMessage): void {
    const isControl = message.type === messageTypes.setChunkSize;
    this.#socket.write(chunksOf(message, isControl ? controlStream : commandStream));
  }
}
