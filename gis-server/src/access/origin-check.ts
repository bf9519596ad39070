import type { IncomingMessage } from 'node:http';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something, or a WebSocket, comes from a page of our own. Programs without a browser
 * send no Origin and hold no cookie that a foreign page could misuse.
 */
export function comesFromOwnPage(
  request: IncomingMessage,
  extraOrigins: readonly string[],
): boolean {
  const origin = request.headers.origin;
  if (origin === undefined) return request.headers['sec-fetch-site'] !== 'cross-site';
  if (extraOrigins.includes(origin)) return true;
  try {
    return new URL(origin).host === hostOf(request);
  } catch {
    return false; // `Origin: null` of a sandboxed frame, or no address at all
  }
}

/** HTTP/2 has a word of its own for it. */
function hostOf({ headers }: IncomingMessage): string | undefined {
  const authority = headers[':authority'];
  return headers.host ?? (typeof authority === 'string' ? authority : undefined);
}

export function changesSomething(request: IncomingMessage): boolean {
  return !readingMethods.has(request.method ?? 'GET');
}
