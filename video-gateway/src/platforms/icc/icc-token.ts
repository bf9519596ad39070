/** The token of Dahua's ICC: fetched once however many ask, renewed before it expires, never fetched in a hurry. */
import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import type { Clock } from 'grid-data';
import { z } from 'zod';
import { platformFailure } from '#platforms/platform-failure.ts';
import { readJson, unreadable, type PlatformHttp } from '#platforms/platform-http.ts';
import type { IccEntry } from '#platforms/platforms-file.ts';

const publicKeyPath = '/evo-apigw/evo-oauth/1.0.0/oauth/public-key';
const tokenPath = '/evo-apigw/evo-oauth/1.0.0/oauth/extend/token';
/** Renewed when a tenth of its life is left, at most two minutes. */
const leastLeft = { share: 0.1, ms: 120_000 };

const envelope = z.object({
  success: z.boolean().nullish(),
  code: z.union([z.string(), z.number()]).nullish(),
  data: z.unknown().optional(),
});
const publicKeyData = z.object({ publicKey: z.string().min(1) });
const tokenData = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
});

type Token = { text: string; renewAtMs: number };

export class IccToken {
  readonly #entry: IccEntry;
  readonly #clock: Clock;
  readonly #send: PlatformHttp;
  #token: Token | null = null;
  #fetching: Promise<Token> | null = null;

  constructor(entry: IccEntry, clock: Clock, send: PlatformHttp) {
    this.#entry = entry;
    this.#clock = clock;
    this.#send = send;
  }

  async get(): Promise<string> {
    const token = this.#token;
    if (token !== null && this.#clock.now().getTime() < token.renewAtMs) return token.text;
    this.#fetching ??= this.#fetch().finally(() => (this.#fetching = null));
    return (await this.#fetching).text;
  }

  /** The platform no longer takes this token; one fetched since then is left alone. */
  spoil(text: string): void {
    if (this.#token?.text === text) this.#token = null;
  }

  async #fetch(): Promise<Token> {
    const { publicKey } = await this.#ask(publicKeyPath, null, publicKeyData);
    const { username, password, clientId, clientSecret } = this.#entry;
    const body = {
      grant_type: 'password',
      username,
      password: encrypted(password, publicKey),
      client_id: clientId,
      client_secret: clientSecret,
      public_key: publicKey,
    };
    const { access_token, expires_in } = await this.#ask(tokenPath, body, tokenData);
    const lifeMs = expires_in * 1_000;
    const leftMs = Math.min(leastLeft.ms, lifeMs * leastLeft.share);
    this.#token = {
      text: access_token,
      renewAtMs: this.#clock.now().getTime() + lifeMs - leftMs,
    };
    return this.#token;
  }

  async #ask<T>(path: string, body: object | null, shape: z.ZodType<T>): Promise<T> {
    const reply = await this.#send({
      method: body === null ? 'GET' : 'POST',
      url: new URL(`${this.#entry.baseUrl.replace(/\/$/, '')}${path}`),
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: body === null ? null : JSON.stringify(body),
    });
    const read = envelope.safeParse(readJson(reply));
    if (!read.success) throw unreadable('no code in it');
    const { success, code, data } = read.data;
    if (success === false || (code != null && String(code) !== '0')) {
      // Whatever words it finds: what is refused here is our login.
      throw platformFailure(
        'platform-auth-refused',
        `the platform refuses our login: code ${code}`,
      );
    }
    const content = shape.safeParse(data);
    if (!content.success) throw unreadable('no key or token in it');
    return content.data;
  }
}

function encrypted(password: string, publicKeyBase64: string): string {
  try {
    const der = Buffer.from(publicKeyBase64, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    const padding = constants.RSA_PKCS1_PADDING;
    return publicEncrypt({ key, padding }, Buffer.from(password, 'utf8')).toString('base64');
  } catch {
    throw unreadable('its public key is none'); // without the cause, which quotes what was encrypted
  }
}
