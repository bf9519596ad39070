import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepPictures } from './keep-pictures.ts';

/** As much of a browser's cache as is needed; `lineIsGone` refuses what it has not. */
class CacheOfTest {
  readonly kept = new Set<string>();
  lineIsGone = false;
  keys = async () => [...this.kept].map((path) => new Request(new URL(path, location.origin)));
  delete = async (asked: Request) => this.kept.delete(new URL(asked.url).pathname);
  add = async (path: string) => {
    if (this.lineIsGone) throw new TypeError('offline');
    this.kept.add(path);
  };
}

let cache: CacheOfTest;
beforeEach(() => {
  cache = new CacheOfTest();
  vi.stubGlobal('caches', { open: async () => cache });
});
afterEach(() => vi.unstubAllGlobals());

test('the pictures of what is said now are fetched, and those of what is over leave the phone', async () => {
  await keepPictures(['a', 'b']);
  expect([...cache.kept]).toEqual(['/photos/a', '/photos/b']);
  await keepPictures(['b', 'c']);
  expect([...cache.kept]).toEqual(['/photos/b', '/photos/c']);
});

test('a line that breaks meanwhile takes nothing away that is still said', async () => {
  await keepPictures(['a']);
  cache.lineIsGone = true;
  await keepPictures(['a', 'b']);
  expect([...cache.kept]).toEqual(['/photos/a']);
});
