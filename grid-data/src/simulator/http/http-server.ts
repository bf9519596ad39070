import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { DomainError } from '#domain/domain-error.ts';

export type HttpRequest = {
  method: string;
  target: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
};

export type HttpAnswer =
  | { kind: 'json'; status: number; value: unknown }
  /** The platform that hangs: the request is taken and nothing comes back. */
  | { kind: 'never' };

export type Route = { prefix: string; answer(request: HttpRequest): Promise<HttpAnswer> };

const maxBodyBytes = 256 * 1024;

/** The simulator's one HTTP server, on loopback only. */
export async function listenHttp(port: number, routes: readonly Route[]): Promise<Server> {
  const server = createServer((request, response) => {
    void serve(request, response, routes).catch((error: unknown) => {
      const known = error instanceof DomainError;
      const message = known ? error.message : 'internal error';
      if (!known) console.error('request failed', error);
      send(response, known ? statusOf(error) : 500, { error: { message } });
    });
  });
  // Longer than a client keeps an idle connection, so that none is cut at the moment it is used again.
  server.keepAliveTimeout = 65_000;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function statusOf({ kind }: DomainError): number {
  if (kind === 'not-allowed') return 403;
  if (kind === 'conflict') return 409;
  return kind === 'unavailable' ? 503 : 400;
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route[],
): Promise<void> {
  const target = request.url ?? '/';
  const path = target.split('?')[0]!;
  const route = routes.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
  const body = await readBody(request);
  if (!route) return send(response, 404, { error: { message: 'not found' } });
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const answer = await route.answer({ method: request.method ?? 'GET', target, headers, body });
  if (answer.kind === 'json') send(response, answer.status, answer.value);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new DomainError('invalid-input', 'body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent || response.destroyed) return;
  const text = JSON.stringify(value);
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' });
  response.end(text);
}
