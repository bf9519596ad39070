import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Net } from '../net/ask-graph.ts';
import { sendPhoto } from './send-photo.ts';

const bytes = new Uint8Array(600_000).map((_, index) => index % 251);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const photo = { kind: 'photo', bytes: bytes.buffer, type: 'image/jpeg' } as const;

let stored: Buffer;
let piecesUntilBreak: number;

/** Takes pieces as the server does; its line breaks after so many, in the middle of the next. */
const net: Net = {
  ask: () => Promise.reject(new Error('no question is asked here')),
  async fetch(path, init) {
    const asked = new URL(path, 'http://server');
    expect(asked.searchParams.get('sha256')).toBe(sha256);
    if (init?.method === 'POST') {
      const piece = Buffer.from(init.body as Uint8Array);
      expect(Number(asked.searchParams.get('offset'))).toBe(stored.length);
      piecesUntilBreak -= 1;
      const arrives = piecesUntilBreak < 0 ? piece.subarray(0, 1000) : piece;
      stored = Buffer.concat([stored, arrives]);
      if (piecesUntilBreak < 0) return null;
    }
    const whole = stored.length === bytes.length;
    return Response.json({ received: stored.length, id: whole ? 'photo-1' : null });
  },
};

beforeEach(() => {
  stored = Buffer.alloc(0);
  piecesUntilBreak = Infinity;
});

test('a photo goes in pieces and is whole in the end', async () => {
  expect(await sendPhoto(net, photo)).toEqual({ sent: true, answer: 'photo-1' });
  expect(createHash('sha256').update(stored).digest('hex')).toBe(sha256);
});

test('after a break it goes on where the server has it', async () => {
  piecesUntilBreak = 1;
  expect(await sendPhoto(net, photo)).toEqual({ sent: false, stop: 'unreachable' });
  const before = stored.length;
  expect(before).toBeGreaterThan(1000);
  piecesUntilBreak = Infinity;
  expect(await sendPhoto(net, photo)).toEqual({ sent: true, answer: 'photo-1' });
  expect(createHash('sha256').update(stored).digest('hex')).toBe(sha256);
});

test('what the server refuses is told with its word', async () => {
  const refusing: Net = {
    ...net,
    fetch: async () =>
      Response.json(
        { error: { kind: 'invalid-input', reason: 'photo-broken', message: 'broken', field: 'x' } },
        { status: 400 },
      ),
  };
  expect(await sendPhoto(refusing, photo)).toMatchObject({
    sent: false,
    refusal: { reason: 'photo-broken', details: { field: 'x' } },
  });
});

test('a session that is over and a server in trouble stop it without a refusal', async () => {
  const answering = (status: number): Net => ({
    ...net,
    fetch: async () => Response.json({ error: { reason: 'x', message: '' } }, { status }),
  });
  expect(await sendPhoto(answering(401), photo)).toEqual({ sent: false, stop: 'signed-out' });
  expect(await sendPhoto(answering(503), photo)).toEqual({ sent: false, stop: 'server-trouble' });
});
