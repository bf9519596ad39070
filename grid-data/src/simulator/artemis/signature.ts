/**
 * AK/SK signature as the platform's gateway checks it: Base64(HMAC-SHA256(secret, string to sign)),
 * where the string is method, Accept, Content-MD5, Content-Type, Date, the signed headers by name,
 * then path and queries by name.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export type SignedRequest = {
  method: string;
  /** Path with its `/artemis` prefix and query, as it stood in the request line. */
  target: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
};

/** Public clients disagree whether an absent header leaves an empty line; the platform's version decides. */
export type EmptyHeaderLine = 'kept' | 'dropped';

const standardHeaders = ['accept', 'content-md5', 'content-type', 'date'];

export function stringToSign(request: SignedRequest, emptyHeaderLine: EmptyHeaderLine): string {
  const lines = [request.method.toUpperCase()];
  for (const name of standardHeaders) {
    const value = request.headers[name];
    if (value !== undefined && value !== '') lines.push(value);
    else if (emptyHeaderLine === 'kept') lines.push('');
  }
  for (const name of signedHeaderNames(request)) {
    lines.push(`${name}:${request.headers[name] ?? ''}`);
  }
  return `${lines.join('\n')}\n${pathAndQueries(request.target)}`;
}

function signedHeaderNames(request: SignedRequest): string[] {
  return (request.headers['x-ca-signature-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
    .toSorted();
}

function pathAndQueries(target: string): string {
  const question = target.indexOf('?');
  if (question < 0) return target;
  const queries = [...new URLSearchParams(target.slice(question + 1))]
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  const path = target.slice(0, question);
  return queries.length > 0 ? `${path}?${queries.join('&')}` : path;
}

export function signatureOf(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text, 'utf8').digest('base64');
}

export function sameSignature(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export function contentMd5Of(body: string): string {
  return createHash('md5').update(body, 'utf8').digest('base64');
}
