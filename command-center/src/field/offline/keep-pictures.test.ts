import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetPictures, keepPictures } from './keep-pictures.ts';

/** As much of a browser's cache as is needed; what is in `gone` does not come. */
class CacheOfTest {
  readonly kept = new Set<string>();
  keys = async () => [...this.kept].map((path) => new Request(new URL(path, location.origin)));
  delete = async (asked: Request) => this.kept.delete(new URL(asked.url).pathname);
  add = async (path: string) => {
    if (gone.has(path)) throw new TypeError('offline');
    this.kept.add(path);
  };
}

let opened: Map<string, CacheOfTest>;
let gone: Set<string>;
const keptOf = (name: string) => [...(opened.get(`field-pictures-${name}`)?.kept ?? [])];
beforeEach(() => {
  opened = new Map([['field-map', new CacheOfTest()]]);
  gone = new Set();
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      const cache = opened.get(name) ?? new CacheOfTest();
      opened.set(name, cache);
      return cache;
    },
    keys: async () => [...opened.keys()],
    delete: async (name: string) => opened.delete(name),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('the pictures of what is said now are fetched, and those of what is over leave the phone', async () => {
  await keepPictures('bulletins', ['/photos/a', '/photos/b']);
  expect(keptOf('bulletins')).toEqual(['/photos/a', '/photos/b']);
  await keepPictures('bulletins', ['/photos/b', '/photos/c']);
  expect(keptOf('bulletins')).toEqual(['/photos/b', '/photos/c']);
});

test('what one list shows no more stays where another shows it', async () => {
  await keepPictures('checks', ['/photos/a/preview']);
  await keepPictures('my-reports', ['/photos/b/preview']);
  expect(keptOf('checks')).toEqual(['/photos/a/preview']);
});

test('a picture that does not come takes nothing away and holds up no other', async () => {
  await keepPictures('checks', ['/photos/a/preview']);
  gone = new Set(['/photos/b/preview']);
  await keepPictures('checks', ['/photos/a/preview', '/photos/b/preview', '/photos/c/preview']);
  expect(keptOf('checks')).toEqual(['/photos/a/preview', '/photos/c/preview']);
});

test('all pictures leave the phone with whoever saw them, and the map is not theirs', async () => {
  await keepPictures('bulletins', ['/photos/a']);
  await keepPictures('checks', ['/photos/b/preview']);
  await forgetPictures();
  expect([...opened.keys()]).toEqual(['field-map']);
});
