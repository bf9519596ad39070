/** A user of the system without a browser: signs in and asks the graph, as any outside program may. */
import { createHash } from 'node:crypto';
import type { StackAccount } from '../stack/stack.ts';

export type GraphAnswer<T> = {
  data: T | null;
  errors?: { message: string; extensions?: { code?: string; reason?: string } }[];
};

export class SessionClient {
  readonly url: string;
  readonly cookie: string;

  private constructor(url: string, cookie: string) {
    this.url = url;
    this.cookie = cookie;
  }

  static async signIn(
    url: string,
    account: Pick<StackAccount, 'name' | 'password'>,
  ): Promise<SessionClient> {
    const answer = await fetch(`${url}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ name: account.name, password: account.password }),
    });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (!answer.ok || cookie === undefined) {
      throw new Error(`${account.name} could not sign in: ${answer.status} ${await answer.text()}`);
    }
    return new SessionClient(url, cookie);
  }

  async ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<GraphAnswer<T>> {
    const answer = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie, origin: this.url },
      body: JSON.stringify({ query, variables }),
    });
    return (await answer.json()) as GraphAnswer<T>;
  }

  /** The data, or an error that tells what the graph refused. */
  async get<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.ask<T>(query, variables);
    if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Sends a picture that then waits for its case; answers its id. */
  async sendPhoto(file: Buffer): Promise<string> {
    const sha256 = createHash('sha256').update(file).digest('hex');
    const address = `${this.url}/photos?sha256=${sha256}&size=${file.length}&offset=0`;
    const answer = await fetch(address, {
      method: 'POST',
      headers: { cookie: this.cookie, origin: this.url },
      body: new Uint8Array(file),
    });
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { id: string }).id;
  }

  fetch(path: string): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: { cookie: this.cookie } });
  }
}
