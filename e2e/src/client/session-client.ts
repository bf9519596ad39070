/** A user of the system without a browser: signs in and asks the graph, as any outside program may. */
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

  fetch(path: string): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: { cookie: this.cookie } });
  }
}
