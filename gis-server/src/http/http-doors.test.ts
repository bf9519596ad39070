import { sessionIdOfRequest } from '#access/session-routes.ts';
import { sessionIdOf } from '#access/sessions.ts';
import { clientFiles } from '#static/client-files.ts';
import { bodyParser } from '@koa/bodyparser';
import { DomainError } from 'grid-data';
import Koa from 'koa';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { answerErrors } from './error-answer.ts';
import { ownPagesOnly } from './own-pages-only.ts';
import { securityHeaders } from './security-headers.ts';
import { routeUpgrades } from './upgrade-router.ts';
import { isVideoPath, VideoProxy } from './video-proxy.ts';

let server: Server;
let gateway: Server;
let port: number;
const heldBack: ServerResponse[] = [];
/** Who opens the door for many pictures. */
const pictures = new EventEmitter<{ open: [WebSocket] }>();
const seenByGateway: { url: string; headers: IncomingMessage['headers'] }[] = [];

const listen = (each: Server) =>
  new Promise<number>((resolve) => {
    each.listen(0, '127.0.0.1', () => resolve((each.address() as AddressInfo).port));
  });

beforeAll(async () => {
  gateway = createServer((asked, answer) => {
    if (asked.url === '/hls/held-back/index.m3u8') return void heldBack.push(answer);
    seenByGateway.push({ url: asked.url ?? '', headers: asked.headers });
    asked.pipe(answer.writeHead(201, { 'content-type': 'text/plain', 'x-gateway': 'yes' }));
  });
  const sockets = new WebSocketServer({ server: gateway });
  sockets.on('connection', (socket, { url }) => {
    if (url === '/play-many') pictures.emit('open', socket);
    else socket.on('message', (data) => socket.send(`<${data}>`));
  });
  gateway.on('upgrade', (asked) => {
    seenByGateway.push({ url: asked.url ?? '', headers: asked.headers });
  });
  const video = new VideoProxy({
    gatewayUrl: `http://127.0.0.1:${await listen(gateway)}`,
    internalKey: 'key-of-the-installation',
    sessionOf: sessionIdOfRequest,
  });

  const root = mkdtempSync(join(tmpdir(), 'cloud-eye-client-'));
  mkdirSync(join(root, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'dist', 'index.html'), '<!doctype html><title>hall</title>');
  writeFileSync(join(root, 'dist', 'field.html'), '<!doctype html><title>field</title>');
  writeFileSync(join(root, 'dist', 'assets', 'main-abcdefgh.js'), 'export {};');

  const koa = new Koa();
  koa
    .use(securityHeaders())
    .use(answerErrors())
    .use(ownPagesOnly(['https://hall.example']));
  koa.use(video.middleware());
  koa.use(bodyParser({ enableTypes: ['json'], jsonLimit: '1mb' }) as unknown as Koa.Middleware);
  koa.use(async (ctx, next) => {
    if (ctx.path === '/fails') throw new Error('a secret inside');
    if (ctx.path === '/only-post') ctx.throw(405, { headers: { Allow: 'POST' } });
    if (ctx.path === '/conflict') throw new DomainError('conflict', 'changed meanwhile');
    if (ctx.path === '/takes') ctx.body = { taken: true };
    else await next();
  });
  koa.use(clientFiles(join(root, 'dist')));
  server = createServer(koa.callback());
  const handle = video.handleUpgrade.bind(video);
  routeUpgrades(server, [{ matches: isVideoPath, internal: false, handle }], []);
  port = await listen(server);
});

afterAll(() => {
  for (const each of [server, gateway]) {
    each.closeAllConnections();
    each.close();
  }
});

type Answer = { status: number; headers: IncomingMessage['headers']; text: string };

/** Unlike fetch it sends paths and headers exactly as they are given. */
async function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  const { method = 'GET', headers = {}, body } = options;
  const asked = request({ port, path, method, headers }).end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer) text += chunk;
  return { status: answer.statusCode ?? 0, headers: answer.headers, text } satisfies Answer;
}

const json = { 'content-type': 'application/json' };

test('a page of another site changes nothing here', async () => {
  const post = (headers: Record<string, string>) =>
    ask('/takes', { method: 'POST', headers: { ...json, ...headers }, body: '{}' });
  expect((await post({ origin: 'http://evil.example' })).status).toBe(403);
  expect((await post({ origin: 'null' })).status).toBe(403);
  expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(
    (await post({ origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}` })).status,
  ).toBe(200);
  expect((await post({ origin: 'https://hall.example' })).status).toBe(200);
  expect((await post({})).status).toBe(200);
});

test('a WebSocket of another site, or to nowhere, is refused', async () => {
  for (const [path, origin, status] of [
    ['/video/play', 'http://evil.example', 403],
    ['/nowhere', undefined, 404],
  ] as const) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, origin ? { origin } : {});
    socket.on('error', () => {}); // follows the refusal that is looked at here
    const [, response] = await once(socket, 'unexpected-response');
    expect(response.statusCode).toBe(status);
  }
});

test('oversized and torn bodies are the caller’s fault', async () => {
  const big = await ask('/takes', {
    method: 'POST',
    headers: json,
    body: JSON.stringify('x'.repeat(1_100_000)),
  });
  expect(big.status).toBe(413);
  expect(JSON.parse(big.text).error.reason).toBe('body-too-large');
  expect((await ask('/takes', { method: 'POST', headers: json, body: '{"a":' })).status).toBe(400);
  const torn = { ...json, 'content-encoding': 'gzip' };
  expect((await ask('/takes', { method: 'POST', headers: torn, body: 'no gzip' })).status).toBe(
    400,
  );
});

test('errors tell what the caller can act on and nothing of the inside', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const failed = await ask('/fails');
  expect(log).toHaveBeenCalledWith(expect.stringContaining('report'), expect.any(Error));
  log.mockRestore();
  expect(failed.status).toBe(500);
  expect(failed.text).not.toContain('secret');
  expect(JSON.parse((await ask('/conflict')).text).error).toMatchObject({ kind: 'conflict' });
  expect((await ask('/conflict')).status).toBe(409);
  const wrongMethod = await ask('/only-post');
  expect(wrongMethod).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  expect(JSON.parse(wrongMethod.text).error.reason).toBe('method-not-allowed');
});

test('the page is served for its own views, its files for long, and nothing beside it', async () => {
  expect((await ask('/', { headers: { accept: 'text/html' } })).text).toContain('hall');
  expect((await ask('/incident/1', { headers: { accept: 'text/html' } })).text).toContain('hall');
  expect((await ask('/field', { headers: { accept: 'text/html' } })).text).toContain('field');
  expect((await ask('/fields', { headers: { accept: 'text/html' } })).text).toContain('hall');
  expect((await ask('/assets/main-abcdefgh.js')).headers['cache-control']).toContain('immutable');
  expect((await ask('/field/assets/main-abcdefgh.js')).text).toBe('export {};');
  for (const path of [
    '/../secret.txt',
    '/field/assets/../../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%00',
    '/%zz',
    `/${'a'.repeat(1_000)}`,
  ]) {
    const answer = await ask(path);
    expect(answer.text).not.toContain('secret');
    expect([200, 404]).toContain(answer.status);
  }
});

test('every answer carries the strict policy', async () => {
  const { headers } = await ask('/conflict');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['content-security-policy']).not.toContain("'unsafe-eval'");
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('video goes to the gateway without the cookie, with the session that it names and no other', async () => {
  const answer = await ask('/video/views?x=1', {
    method: 'POST',
    headers: {
      ...json,
      cookie: 'cloud-eye=token',
      'x-session-id': 'of-another',
      authorization: 'Bearer guessed',
    },
    body: '{"ticket":"t"}',
  });
  expect(answer).toMatchObject({ status: 201, text: '{"ticket":"t"}' });
  expect(answer.headers['x-gateway']).toBe('yes');
  const seen = seenByGateway.at(-1)!;
  expect(seen.url).toBe('/views?x=1');
  expect(seen.headers.cookie).toBeUndefined();
  expect(seen.headers['x-forwarded-for']).toBe('127.0.0.1');
  expect(seen.headers['x-session-id']).toBe(sessionIdOf('token'));
  expect(seen.headers.authorization).toBe('Bearer key-of-the-installation');
  await ask('/video/hls/view/index.m3u8', { headers: { 'x-session-id': 'of-another' } });
  expect(seenByGateway.at(-1)!.headers['x-session-id']).toBeUndefined();
});

test('of the gateway only its doors for pages are reached', async () => {
  const before = seenByGateway.length;
  for (const path of [
    '/video',
    '/video/metrics',
    '/video/healthz',
    '/video/playing',
    '/video/../metrics',
  ]) {
    expect((await ask(path)).text).not.toContain('x-gateway');
  }
  expect(seenByGateway).toHaveLength(before);
});

test('a WebSocket to /video reaches the gateway and comes back', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/video/play`, {
    headers: { cookie: 'cloud-eye=token', 'x-session-id': 'of-another' },
  });
  await once(socket, 'open');
  expect(seenByGateway.at(-1)!.headers['x-session-id']).toBe(sessionIdOf('token'));
  socket.send('ticket');
  expect(String((await once(socket, 'message'))[0])).toBe('<ticket>');
  socket.close();
});

test('a page that reads nothing gets nothing more of a picture that was taken away', async () => {
  const opened = once(pictures, 'open') as Promise<[WebSocket]>;
  const page = new WebSocket(`ws://127.0.0.1:${port}/video/play-many`);
  page.on('error', () => {}); // it is cut off
  let read = 0;
  page.on('message', (data: Buffer) => (read += data.length));
  const [gatewaySide] = await opened;
  await once(page, 'open');
  page.pause();
  const picture = Buffer.alloc(2 ** 16);
  const sent = 240 * picture.length;
  // Gone from the gateway, as pictures are that the page is minutes behind.
  for (let i = 0; i < 240; i += 1) await new Promise((done) => gatewaySide.send(picture, done));
  gatewaySide.terminate();
  const ended = once(page, 'close');
  await setTimeout(1_000);
  page.resume();
  await ended;
  // What the page's own machine has taken in nobody takes back.
  expect(read).toBeLessThan(sent / 2);
});

test('a page that reads gets the last word before its picture is taken away', async () => {
  const opened = once(pictures, 'open') as Promise<[WebSocket]>;
  const page = new WebSocket(`ws://127.0.0.1:${port}/video/play-many`);
  const said: string[] = [];
  page.on('message', (data) => said.push(String(data)));
  const ended = once(page, 'close');
  const [gatewaySide] = await opened;
  gatewaySide.send('closed');
  gatewaySide.close(4403, 'revoked');
  expect(String((await ended)[1])).toBe('revoked');
  expect(said).toEqual(['closed']);
});

test('a viewer who leaves while a playlist is held back leaves the gateway too', async () => {
  const leaving = request({ host: '127.0.0.1', port, path: '/video/hls/held-back/index.m3u8' });
  leaving.on('error', () => {}); // it is torn on purpose
  leaving.end();
  await vi.waitFor(() => expect(heldBack).toHaveLength(1), { timeout: 10_000 });
  const left = once(heldBack[0]!, 'close');
  leaving.destroy();
  await left;
  expect(heldBack[0]!.writableEnded).toBe(false);
});
