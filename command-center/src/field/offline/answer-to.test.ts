import { beforeEach, expect, test } from 'vitest';
import { answerTo, mostMapPieces } from './answer-to.ts';

/** As much of a browser's cache as is needed: what was put is found again, oldest first. */
class CacheOfTest {
  readonly kept = new Map<string, Response>();
  #name = (asked: Request | string) =>
    typeof asked === 'string' ? new URL(asked, location.origin).href : asked.url;
  match = async (asked: Request | string) => this.kept.get(this.#name(asked))?.clone();
  put = async (asked: Request | string, answer: Response) =>
    void this.kept.set(this.#name(asked), answer);
  keys = async () => [...this.kept.keys()].map((url) => new Request(url));
  delete = async (asked: Request) => this.kept.delete(asked.url);
}

let opened: Map<string, CacheOfTest>;
let online: boolean;
let fetched: string[];

const sources = {
  appCache: 'app',
  mapCache: 'map',
  caches: {
    open: async (name: string) => cacheOf(name) as unknown as Cache,
    match: async (asked: Request) => {
      for (const cache of opened.values()) {
        const kept = await cache.match(asked);
        if (kept) return kept;
      }
      return undefined;
    },
  } as Pick<CacheStorage, 'open' | 'match'>,
  /** As a browser's, it is nobody's method. */
  async fetch(this: void, request: Request) {
    if (this !== undefined) throw new TypeError('Illegal invocation');
    if (!online) throw new TypeError('offline');
    fetched.push(new URL(request.url).pathname);
    return new Response(`from the server ${fetched.length}`);
  },
};

function cacheOf(name: string): CacheOfTest {
  const known = opened.get(name) ?? new CacheOfTest();
  opened.set(name, known);
  return known;
}

function ask(path: string, { mode = 'cors', method = 'GET' } = {}) {
  const request = new Request(new URL(path, location.origin), { method });
  // No page may make a navigation by hand: a browser's own is told apart by its mode alone.
  Object.defineProperty(request, 'mode', { value: mode });
  return answerTo(request, sources);
}

beforeEach(async () => {
  opened = new Map();
  online = true;
  fetched = [];
  await cacheOf('app').put('/field.html', new Response('the app'));
});

test('the app opens from the phone, with and without a line', async () => {
  expect(await (await ask('/field', { mode: 'navigate' }))?.text()).toBe('the app');
  online = false;
  expect(await (await ask('/field/anything', { mode: 'navigate' }))?.text()).toBe('the app');
  expect(fetched).toEqual([]);
});

test('the hall, questions and acts go their usual way', () => {
  expect(ask('/', { mode: 'navigate' })).toBeNull();
  expect(ask('/fields', { mode: 'navigate' })).toBeNull();
  expect(ask('/graphql', { method: 'POST' })).toBeNull();
  expect(ask('/photos/received')).toBeNull();
});

test('a file met once is there without a line, by either of its addresses', async () => {
  await ask('/assets/font-12345678.woff2');
  online = false;
  expect((await ask('/assets/font-12345678.woff2'))?.ok).toBe(true);
  expect((await ask('/field/assets/font-12345678.woff2'))?.ok).toBe(true);
  await expect(ask('/assets/never-met.woff2')).rejects.toThrow('offline');
});

test('the map is the newest while there is a line, and what was seen last without one', async () => {
  await ask('/tiles/base/1/2/3.mvt');
  expect(await (await ask('/tiles/base/1/2/3.mvt'))?.text()).toBe('from the server 2');
  online = false;
  expect(await (await ask('/tiles/base/1/2/3.mvt'))?.text()).toBe('from the server 2');
  expect((await ask('/tiles/base/9/9/9.mvt'))?.type).toBe('error');
});

test('the map never grows beyond what a phone can spare', async () => {
  for (let x = 0; x < mostMapPieces + 3; x += 1) await ask(`/tiles/base/1/2/${x}.mvt`);
  expect(cacheOf('map').kept.size).toBe(mostMapPieces);
  expect(await cacheOf('map').match('/tiles/base/1/2/0.mvt')).toBeUndefined();
});

test('a picture that the page has kept is there without a line, and nothing else of /photos', async () => {
  const path = '/photos/00000000-0000-4000-8000-000000000001';
  const preview = '/photos/00000000-0000-4000-8000-000000000003/preview';
  await cacheOf('pictures of bulletins').put(path, new Response('kept'));
  await cacheOf('pictures of cases').put(preview, new Response('small'));
  expect(await (await ask(path))?.text()).toBe('from the server 1');
  online = false;
  expect(await (await ask(path))?.text()).toBe('kept');
  expect(await (await ask(preview))?.text()).toBe('small');
  expect((await ask('/photos/00000000-0000-4000-8000-000000000002'))?.type).toBe('error');
});
