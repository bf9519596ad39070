/** One TCP connection that speaks RTSP: requests in order, replies by CSeq, packets as they come. */
import { connect, type Socket } from 'node:net';
import type { PinnedAddress } from '#sources/address-guard.ts';
import { chooseChallenge, RtspAuthorization, type Credentials } from '#sources/rtsp/rtsp-auth.ts';
import { RtspReader, statusOf, type RtspMessage } from '#sources/rtsp/rtsp-message.ts';
import { asFailure, sourceFailure } from '#sources/source-failure.ts';
import type { DomainError } from 'grid-data';

export type RtspRequest = {
  method: string;
  uri: string;
  headers?: Readonly<Record<string, string>>;
};

export type RtspConnectionHandlers = {
  onPacket(channel: number, payload: Buffer): void;
  onEnd(failure: DomainError): void;
};

type Pending = { resolve: (reply: RtspMessage) => void; reject: (error: Error) => void };

const connectTimeoutMs = 5_000;
const replyTimeoutMs = 8_000;
const readBytes = 64 * 1024;

export class RtspConnection {
  readonly #socket: Socket;
  readonly #handlers: RtspConnectionHandlers;
  readonly #credentials: Credentials | null;
  readonly #pending = new Map<number, Pending>();
  #authorization: RtspAuthorization | null = null;
  /** Whether the camera has taken the authorization that we have now. */
  #accepted = false;
  #sequence = 0;
  #ended = false;

  constructor(
    address: PinnedAddress,
    credentials: Credentials | null,
    handlers: RtspConnectionHandlers,
  ) {
    this.#handlers = handlers;
    this.#credentials = credentials;
    const reader = new RtspReader({
      onMessage: (message) => this.#receive(message),
      onPacket: (channel, payload) => handlers.onPacket(channel, payload),
    });
    this.#socket = connect({
      host: address.address,
      port: address.port,
      noDelay: true,
      // One buffer for all reads, and a copy of what came: packets are small, and a stream sets aside 64 KB for each.
      onread: {
        buffer: Buffer.allocUnsafe(readBytes),
        callback: (count, buffer) => {
          this.#read(reader, Buffer.from(buffer.subarray(0, count)));
          return true;
        },
      },
    });
    const connectTimer = setTimeout(
      () => this.#end(sourceFailure('camera-unreachable', 'no connection within 5 s')),
      connectTimeoutMs,
    );
    let connected = false;
    this.#socket.once('connect', () => {
      connected = true;
      clearTimeout(connectTimer);
    });
    this.#socket.on('error', (error) => {
      const reason = connected ? 'source-ended' : 'camera-unreachable';
      this.#end(sourceFailure(reason, 'the connection failed', error));
    });
    this.#socket.on('close', () => {
      clearTimeout(connectTimer);
      this.#end(sourceFailure('source-ended', 'the camera closed the connection'));
    });
  }

  /**
   * The reply, whatever its status but 401. A challenge is answered once; another is answered only where the camera
   * says that our nonce grew old, or had accepted us before: wrong credentials sent again and again lock accounts.
   */
  async request(request: RtspRequest): Promise<RtspMessage> {
    let reply = await this.#send(request);
    let accepted = this.#accepted;
    for (let attempt = 0; statusOf(reply) === 401; attempt += 1) {
      const challenge = chooseChallenge(reply.headers.get('www-authenticate') ?? []);
      const stale = challenge?.parameters.get('stale')?.toLowerCase() === 'true';
      const mayAnswer = this.#authorization === null || accepted || stale;
      if (this.#credentials === null || challenge === null || !mayAnswer || attempt === 2) {
        throw sourceFailure('camera-auth-refused', 'the camera refuses our credentials');
      }
      accepted = false;
      this.#accepted = false;
      this.#authorization = new RtspAuthorization(challenge, this.#credentials);
      reply = await this.#send(request);
    }
    this.#accepted = this.#authorization !== null;
    return reply;
  }

  /** Sends without waiting: the farewell. */
  notify(request: RtspRequest): void {
    if (this.#ended) return;
    this.#send(request).catch((error: unknown) => this.#end(asFailure(error, 'source-ended')));
  }

  /** Ends the connection as the camera's fault: a parser of what it sent has failed. */
  fail(error: unknown): void {
    this.#end(asFailure(error, 'broken-stream'));
  }

  /** Answers the camera's packets on a channel of their own. */
  sendPacket(channel: number, payload: Buffer): void {
    if (this.#ended) return;
    const head = Buffer.from([0x24, channel, payload.length >> 8, payload.length & 0xff]);
    this.#socket.write(Buffer.concat([head, payload]));
  }

  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#rejectAll(sourceFailure('source-ended', 'closed by us'));
    this.#socket.end();
    const socket = this.#socket;
    setTimeout(() => socket.destroy(), 1000).unref();
  }

  #read(reader: RtspReader, chunk: Buffer): void {
    if (this.#ended) return;
    try {
      reader.push(chunk);
    } catch (error) {
      this.#end(asFailure(error, 'broken-stream'));
    }
  }

  #send({ method, uri, headers = {} }: RtspRequest): Promise<RtspMessage> {
    this.#sequence += 1;
    const sequence = this.#sequence;
    const authorization = this.#authorization?.header(method, uri);
    const lines = [
      `${method} ${uri} RTSP/1.0`,
      `CSeq: ${sequence}`,
      'User-Agent: cloud-eye',
      ...(authorization === undefined ? [] : [`Authorization: ${authorization}`]),
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ];
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(sequence);
        reject(sourceFailure('camera-unreachable', `no answer to ${method} within 8 s`));
      }, replyTimeoutMs);
      const settle = (act: () => void) => {
        clearTimeout(timer);
        this.#pending.delete(sequence);
        act();
      };
      this.#pending.set(sequence, {
        resolve: (reply) => settle(() => resolve(reply)),
        reject: (error) => settle(() => reject(error)),
      });
      this.#socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    });
  }

  #receive(message: RtspMessage): void {
    const sequence = Number(message.headers.get('cseq')?.[0] ?? Number.NaN);
    if (message.startLine.startsWith('RTSP/')) {
      this.#pending.get(sequence)?.resolve(message);
      return;
    }
    // A camera may ask too (OPTIONS, ANNOUNCE); a REDIRECT in mid-play is never followed.
    if (message.startLine.startsWith('REDIRECT')) {
      this.#end(sourceFailure('redirect-refused', 'the camera sends us elsewhere in mid-play'));
      return;
    }
    const cseq = Number.isInteger(sequence) ? `CSeq: ${sequence}\r\n` : '';
    this.#socket.write(`RTSP/1.0 200 OK\r\n${cseq}\r\n`);
  }

  #rejectAll(failure: DomainError): void {
    for (const pending of this.#pending.values()) pending.reject(failure);
  }

  #end(failure: DomainError): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#rejectAll(failure);
    this.#socket.destroy();
    this.#handlers.onEnd(failure);
  }
}
