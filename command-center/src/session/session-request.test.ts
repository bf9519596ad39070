import { afterEach, expect, test, vi } from 'vitest';
import { endSession, signIn } from './session-request.ts';

function serverAnswers(status: number, body: unknown, headers: Record<string, string> = {}) {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status, headers }));
}

afterEach(() => vi.unstubAllGlobals());

test('the right password signs in', async () => {
  serverAnswers(200, { user: { name: 'a' } });
  expect(await signIn('a', 'b')).toEqual({ signedIn: true });
});

test('too many attempts say how many seconds remain, by the body or by the header', async () => {
  serverAnswers(429, { error: { kind: 'not-allowed', retryAfterSeconds: 41.2 } });
  expect(await signIn('a', 'b')).toMatchObject({ retryAfterSeconds: 42 });
  serverAnswers(429, {}, { 'retry-after': '7' });
  expect(await signIn('a', 'b')).toMatchObject({
    reason: 'too-many-attempts',
    retryAfterSeconds: 7,
  });
});

test('a wrong password, a closed account and a silent server are told apart', async () => {
  serverAnswers(401, { error: { reason: 'wrong-credentials' } });
  expect(await signIn('a', 'b')).toMatchObject({ reason: 'wrong-name-or-password' });
  serverAnswers(401, { error: { reason: 'account-closed' } });
  expect(await signIn('a', 'b')).toMatchObject({ reason: 'account-closed' });
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('failed');
  });
  expect(await signIn('a', 'b')).toMatchObject({ reason: 'unreachable' });
});

test('signing out counts only when the server says so', async () => {
  serverAnswers(401, {});
  expect(await endSession()).toBe(true);
  serverAnswers(503, {});
  expect(await endSession()).toBe(false);
});
