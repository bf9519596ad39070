/** How a scripted camera asks for a password, and whether an answer is right: by the letter of RFC 7616. */
import { createHash } from 'node:crypto';

export type ChallengeScript = {
  user: string;
  password: string;
  scheme?: 'digest' | 'basic';
  algorithm?: 'MD5' | 'SHA-256';
  qop?: 'auth';
  /** A nonce is good for so many requests; the next is answered with a new one, marked as stale. */
  nonceLife?: number;
  /** The first nonce is too old before it can be used. */
  firstIsStale?: boolean;
};

export class ScriptedChallenge {
  readonly #script: ChallengeScript;
  #nonce = 0;
  #used = 0;

  constructor(script: ChallengeScript) {
    this.#script = script;
  }

  /** The challenge to send; null when the request is authorized. */
  judge(method: string, request: string): string | null {
    const header = /^Authorization: (.*)$/im.exec(request)?.[1];
    if (header === undefined) return this.#challenge(false);
    if (this.#script.scheme === 'basic') {
      const { user, password } = this.#script;
      const right = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
      return header === right ? null : this.#challenge(false);
    }
    const isRight = this.#isRight(method, header);
    if (!isRight) return this.#challenge(false);
    this.#used += 1;
    const isTooOld = this.#script.firstIsStale === true && this.#nonce === 0;
    const life = this.#script.nonceLife ?? Number.POSITIVE_INFINITY;
    if (!isTooOld && this.#used <= life) return null;
    this.#nonce += 1;
    this.#used = 0;
    return this.#challenge(true);
  }

  #challenge(stale: boolean): string {
    const { scheme, algorithm, qop } = this.#script;
    if (scheme === 'basic') return 'WWW-Authenticate: Basic realm="cam"';
    return [
      `WWW-Authenticate: Digest realm="cam", nonce="n-${this.#nonce}"`,
      ...(algorithm === undefined ? [] : [`algorithm=${algorithm}`]),
      ...(qop === undefined ? [] : [`qop="${qop}"`]),
      ...(stale ? ['stale=TRUE'] : []),
    ].join(', ');
  }

  #isRight(method: string, header: string): boolean {
    const { user, password, algorithm, qop } = this.#script;
    const hash = (text: string) =>
      createHash(algorithm === 'SHA-256' ? 'sha256' : 'md5')
        .update(text)
        .digest('hex');
    const field = (name: string) =>
      new RegExp(`\\b${name}="?([^",]*)`).exec(header)?.[1] ?? 'missing';
    const nonce = `n-${this.#nonce}`;
    const secret = hash(`${user}:cam:${password}`);
    const asked = hash(`${method}:${field('uri')}`);
    const middle = qop === undefined ? nonce : `${nonce}:${field('nc')}:${field('cnonce')}:auth`;
    return field('nonce') === nonce && field('response') === hash(`${secret}:${middle}:${asked}`);
  }
}
