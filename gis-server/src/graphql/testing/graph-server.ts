/** The graph behind real sockets: a viewer is whoever the test's header names. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Viewer } from '#access/viewer.ts';
import { comesFromOwnPage } from '#access/origin-check.ts';
import { bodyParser } from '@koa/bodyparser';
import { createClient } from 'graphql-ws';
import Koa from 'koa';
import { WebSocket } from 'ws';
import { startGraph } from '../mount.ts';
import type { Graph } from '../mount.ts';
import type { GraphUnderTest, Loose } from './graph-under-test.ts';

export type HttpAnswer = { status: number; text: string; json: Loose };

export class GraphServer {
  readonly viewers = new Map<string, Viewer>();
  graph!: Graph;
  #server!: Server;

  async start(underTest: GraphUnderTest, development: boolean): Promise<void> {
    this.graph = await startGraph({
      ...underTest.parts,
      viewerOf: (request) => Promise.resolve(this.#viewerOf(request)),
      allowedOrigins: (request) => comesFromOwnPage(request, []),
      development,
    });
    const app = new Koa();
    app.on('error', () => {}); // refusals of the body parser are the test's business
    app.use(async (ctx, next) => {
      ctx.state['viewer'] = this.#viewerOf(ctx.req);
      await next().catch((error: { status?: number; kind?: string }) => {
        ctx.status = error.kind === 'not-allowed' ? 403 : (error.status ?? 500);
        ctx.body = String(error);
      });
    });
    app.use(bodyParser({ enableTypes: ['json'], jsonLimit: '1mb' }));
    app.use(this.graph.middleware);
    const answer = app.callback();
    this.#server = createServer((request, response) => void answer(request, response));
    this.#server.on('upgrade', (request, socket, head) =>
      this.graph.handleUpgrade(request, socket, head),
    );
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await this.graph.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async post(body: unknown, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    const response = await fetch(`http://127.0.0.1:${this.port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    let json: Loose = null;
    try {
      json = JSON.parse(text);
    } catch {
      // Not every refusal is JSON; the test looks at `text` then.
    }
    return { status: response.status, text, json };
  }

  /** A subscriber that collects; `until` answers once enough has come. */
  subscribe(viewer: string, query: string, headers: Record<string, string> = {}) {
    const entries: Loose[] = [];
    const errors: unknown[] = [];
    const waiting = new Set<() => void>();
    const tell = () => waiting.forEach((wake) => wake());
    class Socket extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers: { viewer, ...headers } });
      }
    }
    const client = createClient({
      url: `ws://127.0.0.1:${this.port}/graphql`,
      webSocketImpl: Socket,
      retryAttempts: 0,
      lazy: true,
    });
    client.subscribe(
      { query },
      {
        next: (entry) => (entries.push(entry), tell()),
        error: (error) => (errors.push(error), tell()),
        complete: tell,
      },
    );
    const until = async (enough: () => boolean): Promise<void> => {
      while (!enough()) {
        let wake = () => {};
        await new Promise<void>((resolve) => waiting.add((wake = resolve)));
        waiting.delete(wake);
      }
    };
    return { entries, errors, until, close: () => void client.dispose() };
  }

  #viewerOf(request: IncomingMessage): Viewer | null {
    return this.viewers.get(String(request.headers['viewer'])) ?? null;
  }
}
