import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ExchangeDoor } from '#exchange/edge/exchange-door.ts';
import { newNonce, proofOf } from '#exchange/handshake.ts';

const key = 'a-key-between-two-networks-for-tests-only';
let door: ExchangeDoor;
let taken = 0;

beforeEach(async () => {
  taken = 0;
  door = new ExchangeDoor({
    config: { bind: '127.0.0.1', port: 0, key, tls: null },
    onError: () => undefined,
    onLine: () => (taken += 1),
  });
  await door.listen();
});
afterEach(() => door.close());

/** A guest who has been asked to show the key. */
async function guest(): Promise<{ socket: WebSocket; nonce: string }> {
  const socket = new WebSocket(`ws://127.0.0.1:${door.port}/exchange`);
  const [challenge] = (await once(socket, 'message')) as [Buffer];
  return { socket, nonce: (JSON.parse(String(challenge)) as { nonce: string }).nonce };
}

it('lets the video side in though strangers hold every place and show nothing', async () => {
  const strangers: Awaited<ReturnType<typeof guest>>[] = [];
  for (let i = 0; i < 40; i += 1) strangers.push(await guest());
  const { socket, nonce } = await guest();
  const own = newNonce();
  const proof = proofOf('video', key, { edge: nonce, video: own });
  socket.send(JSON.stringify({ type: 'answer', nonce: own, proof }));
  await once(socket, 'message');
  expect(taken).toBe(1);
  expect(socket.readyState).toBe(WebSocket.OPEN);
  const held = () => strangers.filter((one) => one.socket.readyState === WebSocket.OPEN).length;
  expect(held()).toBeLessThanOrEqual(32);
});
