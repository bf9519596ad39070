import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const askForTicket = vi.hoisted(() => vi.fn());
vi.mock('#video/open-ticket.ts', () => ({ askForTicket }));
const { warmUp } = await import('./warm-ticket.ts');
const { takeWarmTicket } = await import('./warm-tickets-held.ts');

const basis = { dutyPurpose: 'emergency' };
const granted = { granted: true, ticket: { ticket: 't' } };
const gateway = (state: string, reason: string | null = null) =>
  vi.stubGlobal('fetch', () =>
    Promise.resolve({ ok: true, json: () => Promise.resolve({ state, reason }) }),
  );

beforeEach(() => {
  vi.useFakeTimers();
  askForTicket.mockResolvedValue(granted);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what was warmed up is taken once, for the same look alone', async () => {
  gateway('live');
  expect(await warmUp('a', basis, 'main')).toEqual({ alive: true, reason: null });
  expect(takeWarmTicket('a', { dutyPurpose: 'traffic' }, 'main')).toBeNull();
  expect(takeWarmTicket('a', basis, 'main')).toBe(granted);
  expect(takeWarmTicket('a', basis, 'main')).toBeNull();
});

test('a ticket that lay too long is not used', async () => {
  gateway('live');
  await warmUp('a', basis, 'main');
  vi.advanceTimersByTime(26_000);
  expect(takeWarmTicket('a', basis, 'main')).toBeNull();
});

test('a dead camera and a refused look say why, and leave no ticket', async () => {
  gateway('offline', 'camera-unreachable');
  expect(await warmUp('a', basis, 'main')).toEqual({ alive: false, reason: 'camera-unreachable' });
  expect(takeWarmTicket('a', basis, 'main')).toBeNull();
  gateway('connecting');
  expect(await warmUp('a', basis, 'main')).toEqual({ alive: false, reason: 'no-frames' });
  askForTicket.mockResolvedValue({ granted: false, reason: 'purpose-not-filed' });
  expect(await warmUp('a', basis, 'main')).toEqual({ alive: false, reason: 'purpose-not-filed' });
});
