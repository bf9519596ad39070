import type { ErrorData } from 'hls.js/light';
import { afterEach, expect, test, vi } from 'vitest';
import { endOfHlsError, stateOfView } from './view-answers.ts';

afterEach(() => vi.unstubAllGlobals());

const answering = (status: number, body: object) =>
  vi.stubGlobal('fetch', async () => Response.json(body, { status }));

test('of a view that was ended the gateway’s reason is learned; of one that it does not know, that it is over', async () => {
  answering(410, { error: { reason: 'incident-closed' } });
  expect(await stateOfView('view-1')).toEqual({ ended: 'incident-closed' });
  answering(404, { error: { reason: 'unknown-view' } });
  expect(await stateOfView('view-1')).toEqual({ ended: 'view-ended' });
});

test('hls.js is not left to try again what has ended', () => {
  const refused = (code: number) =>
    endOfHlsError({ fatal: false, response: { code } } as unknown as ErrorData);
  expect(refused(410)).toBe('unavailable');
  expect(refused(503)).toBeNull();
});
