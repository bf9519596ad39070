import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';

/** A proxy of the same installation stands on this very machine; only its word on the client is taken. */
function behindProxy(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? '';
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}

export function clientAddress(request: IncomingMessage): string {
  const forwarded = request.headers['x-forwarded-for'];
  if (behindProxy(request) && typeof forwarded === 'string') {
    return forwarded.split(',').at(-1)?.trim() ?? 'unknown';
  }
  return request.socket.remoteAddress ?? 'unknown';
}

export function cameByHttps(request: IncomingMessage): boolean {
  if ((request.socket as TLSSocket).encrypted) return true;
  return behindProxy(request) && request.headers['x-forwarded-proto'] === 'https';
}
