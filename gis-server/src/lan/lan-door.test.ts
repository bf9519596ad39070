import { comesFromOwnPage } from '#access/origin-check.ts';
import { cameByHttps } from '#http/client-address.ts';
import { routeUpgrades } from '#http/upgrade-router.ts';
import { VideoProxy } from '#http/video-proxy.ts';
import Koa from 'koa';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type ClientHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { keepLanCertificates } from './certificates.ts';
import { LanDoor } from './lan-door.ts';
import { trustPage } from './trust-page.ts';

let door: LanDoor;
let session: ClientHttp2Session;
let gateway: Server;
let ca: string;
const sockets = new WebSocketServer({ noServer: true });

beforeAll(async () => {
  gateway = createServer((request, response) => {
    const named = Object.keys(request.headers).filter((name) => name.startsWith(':'));
    response.end(`${request.url} ${named.length} ${request.headers.cookie ?? 'no cookie'}`);
  });
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const files = await keepLanCertificates(mkdtempSync(join(tmpdir(), 'cloud-eye-lan-')), [
    '127.0.0.1',
  ]);
  ca = readFileSync(files.authority, 'utf8');
  const koa = new Koa();
  koa.use(
    new VideoProxy({
      gatewayUrl: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`,
      internalKey: 'key-of-the-installation',
      sessionOf: () => null,
    }).middleware(),
  );
  koa.use(trustPage(files.authority));
  koa.use((ctx) => {
    const own = comesFromOwnPage(ctx.req, []);
    ctx.body = { version: ctx.req.httpVersion, https: cameByHttps(ctx.req), own };
  });
  door = new LanDoor({
    files,
    addresses: ['127.0.0.1'],
    port: 0,
    handle: koa.callback(),
    routeUpgrades: (server) =>
      routeUpgrades(
        server,
        [
          {
            matches: (path) => path === '/live',
            internal: false,
            handle: (...from) => sockets.handleUpgrade(...from, (socket) => socket.send('welcome')),
          },
        ],
        [],
      ),
  });
  await door.listen();
  session = connect(`https://127.0.0.1:${door.port}`, { ca });
});

afterAll(async () => {
  session.close();
  await door.close();
  gateway.closeAllConnections();
  gateway.close();
});

async function ask(path: string, headers: Record<string, string> = {}) {
  const stream = session.request({ ':path': path, ...headers });
  const [answer] = (await once(stream, 'response')) as [Record<string, unknown>];
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  return { status: answer[':status'], type: answer['content-type'], body };
}

test('a phone speaks HTTP/2 over https, and its own pages are known as such', async () => {
  const origin = `https://127.0.0.1:${door.port}`;
  const { body } = await ask('/', { origin });
  expect(JSON.parse(String(body))).toEqual({ version: '2.0', https: true, own: true });
  const foreign = await ask('/', { origin: 'https://elsewhere.example' });
  expect(JSON.parse(String(foreign.body)).own).toBe(false);
});

test('WebSockets come in beside it over HTTP/1.1', async () => {
  const socket = new WebSocket(`wss://127.0.0.1:${door.port}/live`, { ca });
  const [said] = await once(socket, 'message');
  expect(String(said)).toBe('welcome');
  socket.terminate();
});

test('a WebSocket of another site is refused here too', async () => {
  const socket = new WebSocket(`wss://127.0.0.1:${door.port}/live`, {
    ca,
    origin: 'https://elsewhere.example',
  });
  socket.on('error', () => {}); // follows the refusal that is looked at here
  const [, response] = await once(socket, 'unexpected-response');
  expect(response.statusCode).toBe(403);
});

test('what is for this machine alone is not offered to the network', async () => {
  for (const path of ['/metrics', '/internal/positions', '/internal/gateway?x=1']) {
    expect((await ask(path)).status, path).toBe(404);
  }
});

test('video goes to the gateway without the cookie and without what HTTP/2 writes into its headers', async () => {
  const { status, body } = await ask('/video/snapshot/1', { cookie: 'cloud-eye=token' });
  expect({ status, body: String(body) }).toEqual({ status: 200, body: '/snapshot/1 0 no cookie' });
});

test('the page that helps to trust gives the certificate with the fingerprint it shows', async () => {
  const page = await ask('/trust');
  expect(page.type).toContain('text/html');
  const file = await ask('/trust/cloud-eye-ca.crt');
  expect(file.type).toBe('application/x-x509-ca-cert');
  const { X509Certificate } = await import('node:crypto');
  const { fingerprint256 } = new X509Certificate(file.body);
  expect(String(page.body)).toContain(fingerprint256.replaceAll(':', ' '));
});
