/** Answers an RTSP challenge: Digest (RFC 2617 and RFC 7616) first, else Basic. */
import { createHash, randomBytes } from 'node:crypto';

export type Credentials = { user: string; password: string };
export type Challenge = { scheme: 'digest' | 'basic'; parameters: ReadonlyMap<string, string> };

const hashes: Record<string, string> = { MD5: 'md5', 'SHA-256': 'sha256' };

export function chooseChallenge(headers: readonly string[]): Challenge | null {
  const all = headers.map(readChallenge).filter((challenge) => challenge !== null);
  const usable = all.filter(
    ({ scheme, parameters }) =>
      scheme === 'basic' ||
      hashes[(parameters.get('algorithm') ?? 'MD5').toUpperCase()] !== undefined,
  );
  return usable.find((challenge) => challenge.scheme === 'digest') ?? usable[0] ?? null;
}

function readChallenge(header: string): Challenge | null {
  const match = /^(digest|basic)\s+(.*)$/is.exec(header);
  if (!match) return null;
  const parameters = new Map<string, string>();
  for (const found of match[2]!.matchAll(/([a-z]+)\s*=\s*(?:"([^"]*)"|([^\s,]+))/gi)) {
    parameters.set(found[1]!.toLowerCase(), found[2] ?? found[3] ?? '');
  }
  return { scheme: match[1]!.toLowerCase() as 'digest' | 'basic', parameters };
}

export class RtspAuthorization {
  readonly #challenge: Challenge;
  readonly #credentials: Credentials;
  readonly #drawNonce: () => string;
  #count = 0;

  constructor(
    challenge: Challenge,
    credentials: Credentials,
    drawNonce: () => string = () => randomBytes(8).toString('hex'),
  ) {
    this.#challenge = challenge;
    this.#credentials = credentials;
    this.#drawNonce = drawNonce;
  }

  header(method: string, uri: string): string {
    const { user, password } = this.#credentials;
    if (this.#challenge.scheme === 'basic') {
      return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    }
    return this.#digest(method, uri);
  }

  #digest(method: string, uri: string): string {
    const { parameters } = this.#challenge;
    const algorithm = parameters.get('algorithm');
    const hashName = hashes[(algorithm ?? 'MD5').toUpperCase()] ?? 'md5';
    const hash = (text: string) => createHash(hashName).update(text).digest('hex');
    const realm = parameters.get('realm') ?? '';
    const nonce = parameters.get('nonce') ?? '';
    const secret = hash(`${this.#credentials.user}:${realm}:${this.#credentials.password}`);
    const request = hash(`${method}:${uri}`);
    const fields = [
      `username="${this.#credentials.user}"`,
      `realm="${realm}"`,
      `nonce="${nonce}"`,
      `uri="${uri}"`,
    ];
    if (parameters.get('qop')?.split(/,\s*/).includes('auth') === true) {
      this.#count += 1;
      const count = this.#count.toString(16).padStart(8, '0');
      const ours = this.#drawNonce();
      const response = hash(`${secret}:${nonce}:${count}:${ours}:auth:${request}`);
      fields.push(`response="${response}"`, 'qop=auth', `nc=${count}`, `cnonce="${ours}"`);
    } else {
      fields.push(`response="${hash(`${secret}:${nonce}:${request}`)}"`);
    }
    const opaque = parameters.get('opaque');
    if (opaque !== undefined) fields.push(`opaque="${opaque}"`);
    if (algorithm !== undefined) fields.push(`algorithm=${algorithm}`);
    return `Digest ${fields.join(', ')}`;
  }
}
