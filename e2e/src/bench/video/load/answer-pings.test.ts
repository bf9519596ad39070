import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { answerPings } from './answer-pings.ts';
import { webSocketGreeting } from './greetings.ts';

it('a viewer that only reads answers each ping, however the bytes arrive', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1', () => webSocketGreeting('/', null)(socket));
  const hear = answerPings(socket);
  const step = 7;
  socket.on('data', (chunk) => {
    for (let at = 0; at < chunk.length; at += step) hear(chunk.subarray(at, at + step));
  });
  const [viewer] = (await once(server, 'connection')) as [WebSocket];
  const answered: string[] = [];
  viewer.on('pong', (word) => answered.push(String(word)));
  for (const [word, bytes] of Object.entries({ short: 5, long: 300, longer: 70_000 })) {
    viewer.send(Buffer.alloc(bytes, 0x89));
    viewer.ping(word);
  }
  await expect.poll(() => answered, { timeout: 10_000 }).toEqual(['short', 'long', 'longer']);
  socket.destroy();
  server.close();
});
