import type { EmptyHeaderLine, SignedRequest } from './signature.ts';
import { contentMd5Of, sameSignature, signatureOf, stringToSign } from './signature.ts';

const clockWindowMs = 15 * 60_000;

export type ClientKeys = { appKey: string; appSecret: string; emptyHeaderLine: EmptyHeaderLine };

/** Lets through requests of the one known client: fresh, signed over key and time, each nonce once. */
export class ClientCheck {
  readonly #keys: ClientKeys;
  readonly #now: () => number;
  readonly #usedNonces = new Map<string, number>();

  constructor(keys: ClientKeys, now: () => number = Date.now) {
    this.#keys = keys;
    this.#now = now;
  }

  /** Why the request is not let through, or null. */
  refusalOf(request: SignedRequest): string | null {
    const { headers } = request;
    if (headers['x-ca-key'] !== this.#keys.appKey) return 'Invalid AppKey';
    const signedNames = (headers['x-ca-signature-headers'] ?? '').toLowerCase().split(',');
    if (!signedNames.includes('x-ca-key') || !signedNames.includes('x-ca-timestamp')) {
      return 'X-Ca-Key and X-Ca-Timestamp must be signed';
    }
    const text = stringToSign(request, this.#keys.emptyHeaderLine);
    const expected = signatureOf(text, this.#keys.appSecret);
    if (!sameSignature(headers['x-ca-signature'] ?? '', expected)) return 'Invalid Signature';
    const md5 = headers['content-md5'];
    if (md5 !== undefined && md5 !== contentMd5Of(request.body)) return 'Content-MD5 mismatch';
    return this.#staleness(headers);
  }

  #staleness(headers: SignedRequest['headers']): string | null {
    const now = this.#now();
    const sentAt = Number(headers['x-ca-timestamp']);
    if (!(Math.abs(now - sentAt) <= clockWindowMs)) return 'X-Ca-Timestamp out of window';
    const nonce = headers['x-ca-nonce'];
    if (nonce === undefined) return null;
    for (const [used, at] of this.#usedNonces) {
      if (now - at <= clockWindowMs * 2) break;
      this.#usedNonces.delete(used);
    }
    if (this.#usedNonces.has(nonce)) return 'X-Ca-Nonce already used';
    this.#usedNonces.set(nonce, now);
    return null;
  }
}
