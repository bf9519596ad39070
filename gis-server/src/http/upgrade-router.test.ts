import { viewerAt } from '#database/testing/made-up-county.ts';
import { TestClock } from '#database/testing/test-clock.ts';
import { PositionChannel } from '#live/position-channel.ts';
import { PositionTable } from '#live/position-table.ts';
import type { Viewer } from '#access/viewer.ts';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { routeUpgrades } from './upgrade-router.ts';

let server: Server;
let channel: PositionChannel;
let port: number;
const asked: ((viewer: Viewer | null) => void)[] = [];
const crashes: unknown[] = [];
const noteCrash = (error: unknown) => void crashes.push(error);

/** Sees who asks only when the test says so, as a server does whose database is slow. */
const viewerOf = () => new Promise<Viewer | null>((resolve) => asked.push(resolve));

beforeAll(async () => {
  process.on('uncaughtExceptionMonitor', noteCrash);
  channel = new PositionChannel({ table: new PositionTable(), clock: new TestClock(), viewerOf });
  server = createServer();
  const silent = () => {}; // a handler that never comes to listening to its socket
  routeUpgrades(
    server,
    [
      { matches: (path) => path === '/live', internal: false, handle: channel.handleUpgrade },
      { matches: (path) => path === '/silent', internal: true, handle: silent },
    ],
    [],
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  process.off('uncaughtExceptionMonitor', noteCrash);
  channel.close();
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

async function upgrade(path: string): Promise<{ caller: Socket; taken: Socket }> {
  const taken = once(server, 'upgrade');
  const caller = connect(port, '127.0.0.1');
  caller.on('error', () => {}); // it is torn on purpose
  caller.write(
    `GET ${path} HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\n\r\n`,
  );
  return { caller, taken: ((await taken) as [unknown, Socket])[1] };
}

test.each(['/live', '/silent', '/nowhere'])(
  'a caller of %s who breaks off while nobody has answered yet costs the server nothing',
  async (path) => {
    const { caller, taken } = await upgrade(path);
    // Not by once(): it would itself listen for the error that nobody else may listen for.
    const closed = new Promise((resolve) => taken.on('close', resolve));
    caller.resetAndDestroy();
    await closed;
    expect(crashes).toEqual([]);
    // Known too late: there is nobody left to be welcomed.
    asked.shift()?.(viewerAt('990101'));
    await new Promise(setImmediate);
    expect(channel.subscribers).toBe(0);
    expect(crashes).toEqual([]);
  },
);

test('the next caller is welcomed as if nothing had been', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/live`);
  const opened = once(socket, 'open');
  await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(1);
  asked.shift()!(viewerAt('990101'));
  await opened;
  expect(channel.subscribers).toBe(1);
  socket.terminate();
});
