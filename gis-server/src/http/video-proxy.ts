import { DomainError } from 'grid-data';
import type { Middleware } from 'koa';
import {
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { clientAddress } from './client-address.ts';
import { refuseUpgrade } from './upgrade-router.ts';

const prefix = '/video';

/** What a page needs of the gateway; its health and metrics are for who runs it. */
const doors = ['/play', '/play-many', '/playback', '/exports', '/views', '/hls', '/snapshot'];

export function isVideoPath(path: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}

/** What a gateway that has ended a picture may still leave to be read. */
const lastWordsMs = 250;
/** More than the gateway lets any reader be behind: whoever needs more reads nothing. */
const mostWaitingBytes = 16 * 1024 * 1024;

export type VideoProxyParts = {
  gatewayUrl: string;
  /** Without it the gateway takes nobody's word for a session. */
  internalKey: string;
  /** Whose cookie a request carries. */
  sessionOf: (request: IncomingMessage) => string | null;
};

/** Forwards /video/… to the gateway, so that browser and proxy know one origin. The cookie stays here. */
export class VideoProxy {
  readonly #parts: VideoProxyParts;
  readonly #gateway: URL;

  constructor(parts: VideoProxyParts) {
    this.#parts = parts;
    this.#gateway = new URL(parts.gatewayUrl);
  }

  middleware(): Middleware {
    return async (ctx, next) => {
      if (!isVideoPath(ctx.path)) return next();
      if (!isDoor(ctx.req)) throw new DomainError('not-found', 'nothing is served here');
      const answer = await this.#forward(ctx.req, ctx.res);
      ctx.status = answer.statusCode ?? 502;
      for (const [name, value] of Object.entries(answer.headers)) {
        if (value !== undefined && !hopByHop.has(name)) ctx.set(name, value);
      }
      ctx.body = answer;
    };
  }

  /** A WebSocket: after the gateway's 101 both sockets are joined. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!isDoor(request)) return refuseUpgrade(socket, '404 Not Found');
    const upstream = httpRequest(this.#options(request, { ...request.headers }));
    socket.once('close', () => upstream.destroy());
    upstream.on('upgrade', (answer, gatewaySocket, gatewayHead) => {
      socket.write(statusLines(answer));
      if (gatewayHead.length > 0) socket.write(gatewayHead);
      if (head.length > 0) gatewaySocket.write(head);
      join(socket, gatewaySocket);
    });
    upstream.on('response', (answer) => {
      socket.end(statusLines(answer));
      answer.resume();
    });
    upstream.on('error', () =>
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n'),
    );
    upstream.end();
  }

  #forward(request: IncomingMessage, response: ServerResponse): Promise<IncomingMessage> {
    const headers = { ...request.headers };
    for (const name of Object.keys(headers)) {
      // What HTTP/2 writes into its headers is no header of HTTP/1.1.
      if (hopByHop.has(name) || name.startsWith(':')) delete headers[name];
    }
    return new Promise((resolve, reject) => {
      const upstream = httpRequest(this.#options(request, headers), resolve);
      upstream.on('error', (cause) => {
        reject(
          new DomainError('unavailable', 'the video gateway does not answer', {
            reason: 'video-gateway-down',
            cause,
          }),
        );
      });
      request.pipe(upstream);
      // A viewer who leaves while a playlist is held back until there is news.
      response.once('close', () => upstream.destroy());
    });
  }

  #options(request: IncomingMessage, headers: OutgoingHttpHeaders) {
    const { cookie: _cookie, 'x-session-id': _claimed, ...kept } = headers;
    const sessionId = this.#parts.sessionOf(request);
    return {
      host: this.#gateway.hostname,
      port: this.#gateway.port,
      method: request.method,
      path: (request.url ?? '').slice(prefix.length) || '/',
      headers: {
        ...kept,
        'x-forwarded-for': clientAddress(request),
        authorization: `Bearer ${this.#parts.internalKey}`,
        ...(sessionId !== null && { 'x-session-id': sessionId }),
      },
    };
  }
}

/**
 * The gateway is always listened to, so that its word that a look is over is never behind pictures that wait for a slow
 * page: it measures itself how far each page is behind. What then still waits is dropped.
 */
function join(page: Duplex, gateway: Duplex): void {
  gateway.on('data', (bytes: Buffer) => {
    page.write(bytes);
    if (page.writableLength > mostWaitingBytes) cut(page);
  });
  gateway.on('end', () => page.end());
  gateway.on('error', () => cut(page));
  gateway.on('close', () => {
    const timer = setTimeout(() => cut(page), lastWordsMs);
    page.once('close', () => clearTimeout(timer));
  });
  page.on('close', () => gateway.destroy());
  page.pipe(gateway);
}

/** Takes back what the network has not carried off yet; under TLS that cannot be told it. */
function cut(page: Duplex): void {
  if (page instanceof Socket && !(page instanceof TLSSocket)) page.resetAndDestroy();
  else page.destroy();
}

function isDoor({ url = '' }: IncomingMessage): boolean {
  const path = url.slice(prefix.length).split('?')[0] ?? '';
  return doors.some((door) => path === door || path.startsWith(`${door}/`));
}

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

function statusLines(answer: IncomingMessage): string {
  const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`];
  for (let i = 0; i < answer.rawHeaders.length; i += 2) {
    lines.push(`${answer.rawHeaders[i]}: ${answer.rawHeaders[i + 1]}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}
