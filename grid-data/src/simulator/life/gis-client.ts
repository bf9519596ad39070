import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '#domain/domain-error.ts';
import type { LifeAccount } from './accounts.ts';

const timeoutMs = 10_000;

type GraphqlAnswer = {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
};

/** Acts on gis-server as a person would: signs in, keeps the session, signs in again when it ended. */
export class GisClient {
  readonly #url: string;
  readonly #signal: AbortSignal;
  readonly #cookies = new Map<string, string>();

  constructor(url: string, signal: AbortSignal) {
    this.#url = url;
    this.#signal = signal;
  }

  async ask(
    account: LifeAccount,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<Record<string, unknown>> {
    const first = await this.#send(account, query, variables);
    const isSignedOut = first.errors?.some((e) => e.extensions?.code === 'UNAUTHENTICATED');
    const answer = isSignedOut ? await this.#again(account, query, variables) : first;
    const refusal = answer.errors?.[0];
    if (refusal) {
      const reason = refusal.extensions?.code ?? 'refused';
      throw new DomainError('conflict', refusal.message, { reason });
    }
    return answer.data ?? {};
  }

  /** A picture that waits at the server for the move that it belongs to; answers its id. */
  async sendPhoto(account: LifeAccount, file: Buffer): Promise<string> {
    const cookie = this.#cookies.get(account.name) ?? (await this.#signIn(account));
    const sha256 = createHash('sha256').update(file).digest('hex');
    const address = `/photos?sha256=${sha256}&size=${file.length}&offset=0`;
    const answer = await this.#post(address, new Uint8Array(file), cookie);
    // Signed out meanwhile: the next try signs in again.
    if (answer.status === 401) this.#cookies.delete(account.name);
    if (!answer.ok) throw await failure('photos', answer);
    return z.object({ id: z.string() }).parse(await answer.json()).id;
  }

  async #again(account: LifeAccount, query: string, variables: Record<string, unknown>) {
    this.#cookies.delete(account.name);
    return this.#send(account, query, variables);
  }

  async #send(
    account: LifeAccount,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<GraphqlAnswer> {
    const cookie = this.#cookies.get(account.name) ?? (await this.#signIn(account));
    const answer = await this.#post('/graphql', { query, variables }, cookie);
    if (answer.status === 401) {
      await answer.arrayBuffer();
      return { errors: [{ message: 'signed out', extensions: { code: 'UNAUTHENTICATED' } }] };
    }
    if (answer.status >= 500) throw await failure('graphql', answer);
    return (await answer.json()) as GraphqlAnswer;
  }

  async #signIn(account: LifeAccount): Promise<string> {
    const { name, password } = account;
    const answer = await this.#post('/session', { name, password }, null);
    if (!answer.ok) throw await failure('session', answer);
    await answer.arrayBuffer();
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0]!)
      .join('; ');
    this.#cookies.set(name, cookie);
    return cookie;
  }

  #post(path: string, body: unknown, cookie: string | null): Promise<Response> {
    const isFile = body instanceof Uint8Array;
    const headers: Record<string, string> = {
      'content-type': isFile ? 'application/octet-stream' : 'application/json',
      accept: 'application/json',
      origin: this.#url,
    };
    if (cookie) headers.cookie = cookie;
    return fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers,
      body: isFile ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
      signal: AbortSignal.any([this.#signal, AbortSignal.timeout(timeoutMs)]),
    });
  }
}

async function failure(what: string, answer: Response): Promise<DomainError> {
  await answer.arrayBuffer();
  return new DomainError('unavailable', `${what} answered with ${answer.status}`);
}
