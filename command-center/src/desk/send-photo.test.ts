import { afterEach, expect, test, vi } from 'vitest';
import { largestPhotoBytes, sendPhoto } from './send-photo.ts';

afterEach(() => vi.unstubAllGlobals());

const answering = (status: number, body: object) =>
  vi.fn<(url: string) => Promise<Response>>(async () => Response.json(body, { status }));

test('a picture goes by the digest of its bytes, and comes back as an id', async () => {
  const fetch = answering(201, { received: 3, id: 'p1' });
  vi.stubGlobal('fetch', fetch);
  expect(await sendPhoto(new Blob(['abc']))).toEqual({ id: 'p1' });
  expect(fetch.mock.calls[0]?.[0]).toBe(
    '/photos?sha256=ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad&size=3&offset=0',
  );
});

test('what the server does not take, and a broken line, are told apart', async () => {
  vi.stubGlobal('fetch', answering(400, { error: { reason: 'not-a-picture' } }));
  expect(await sendPhoto(new Blob(['abc']))).toEqual({ refused: 'not-taken' });
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('no line')));
  expect(await sendPhoto(new Blob(['abc']))).toEqual({ refused: 'unreachable' });
});

test('a bomb, a broken file and what is no picture are refused by name', async () => {
  for (const reason of ['photo-bomb', 'photo-broken', 'photo-format']) {
    vi.stubGlobal('fetch', answering(400, { error: { reason } }));
    expect(await sendPhoto(new Blob(['abc']))).toEqual({ refused: reason });
  }
});

test('what is too large is not sent at all', async () => {
  const fetch = answering(201, { id: 'p1' });
  vi.stubGlobal('fetch', fetch);
  const file = { size: largestPhotoBytes + 1 } as Blob;
  expect(await sendPhoto(file)).toEqual({ refused: 'too-large' });
  expect(fetch).not.toHaveBeenCalled();
});
