// @vitest-environment jsdom
import type { TransportEvent } from '#video/player/picture-state.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { playStills } from './play-stills.ts';

const live = { state: 'live', reason: null, retryInMs: null, sound: null };
let revoked: string | null = null;
let told: TransportEvent[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  revoked = null;
  told = [];
  vi.stubGlobal('fetch', async (url: string, { method = 'GET' } = {}) => {
    if (method === 'POST') return Response.json({ viewId: 'view-1', maxViewSeconds: 600 });
    if (revoked !== null) return Response.json({ error: { reason: revoked } }, { status: 410 });
    // Each picture takes longer than a revocation may.
    if (url.includes('/snapshot/')) return new Promise<Response>(() => {});
    return Response.json(live);
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const stillScreen = () => ({
  video: document.createElement('video'),
  frozen: document.createElement('canvas'),
  sound: false,
  place: { tile: null, needTile: () => null, close: () => {} },
});

test('a still picture whose right has gone ends within a second, with the reason', async () => {
  const playing = playStills(stillScreen(), 'ticket-1', (event) => told.push(event));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told.at(-1)).toMatchObject({ type: 'state', state: 'live' });
  revoked = 'case-elsewhere';
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told.at(-1)).toEqual({ type: 'ended', cause: 'view', reason: 'case-elsewhere' });
  playing.close();
});
