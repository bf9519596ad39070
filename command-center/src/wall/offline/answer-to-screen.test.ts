import { beforeEach, expect, test } from 'vitest';
import { answerToScreen } from './answer-to-screen.ts';

let kept: Map<string, Response>;
let server: 'there' | 'refusing' | 'silent' | 'behind-a-proxy';
let fetched: string[];

const name = (asked: Request | string) =>
  typeof asked === 'string'
    ? new URL(asked, location.origin).pathname
    : new URL(asked.url).pathname;

/** As much of a browser's cache as is needed. */
const cache = {
  match: async (asked: Request | string) => kept.get(name(asked))?.clone(),
  put: async (asked: Request | string, answer: Response) => void kept.set(name(asked), answer),
};

const sources = {
  ...{ cacheName: 'screen', patienceMs: 20 },
  caches: { open: async () => cache as unknown as Cache },
  /** As a browser's, it is nobody's method. */
  async fetch(this: void, request: Request) {
    if (this !== undefined) throw new TypeError('Illegal invocation');
    if (server === 'refusing') throw new TypeError('refused');
    if (server === 'silent') return new Promise<Response>(() => {});
    if (server === 'behind-a-proxy') return new Response('Bad Gateway', { status: 502 });
    fetched.push(name(request));
    return new Response('from the server');
  },
};

function ask(path: string, { mode = 'cors', method = 'GET' } = {}) {
  const request = new Request(new URL(path, location.origin), { method });
  // No page may make a navigation by hand: a browser's own is told apart by its mode alone.
  Object.defineProperty(request, 'mode', { value: mode });
  return answerToScreen(request, sources);
}
const open = async () => (await ask('/screen', { mode: 'navigate' }))?.text();

beforeEach(() => {
  kept = new Map([['/index.html', new Response('the page')]]);
  server = 'there';
  fetched = [];
});

test('a screen opens with the newest page while the server is there', async () => {
  expect(await open()).toBe('from the server');
});

test('a screen starts from what is kept where its server refuses, is silent, or is away behind a proxy', async () => {
  for (const away of ['refusing', 'silent', 'behind-a-proxy'] as const) {
    server = away;
    expect(await open()).toBe('the page');
  }
});

test('without anything kept the browser says itself what is amiss', async () => {
  kept.clear();
  server = 'refusing';
  await expect(open()).rejects.toThrow('refused');
});

test('a file met once is there without the server, and is asked for once', async () => {
  await ask('/assets/font-12345678.woff2');
  await ask('/assets/font-12345678.woff2');
  expect(fetched).toEqual(['/assets/font-12345678.woff2']);
  server = 'refusing';
  expect((await ask('/assets/font-12345678.woff2'))?.ok).toBe(true);
  await expect(ask('/assets/never-met.js')).rejects.toThrow('refused');
});

test('what the hall sees is never kept, nor are other pages', () => {
  expect(ask('/', { mode: 'navigate' })).toBeNull();
  expect(ask('/screens', { mode: 'navigate' })).toBeNull();
  expect(ask('/graphql', { method: 'POST' })).toBeNull();
  expect(ask('/tiles/base/1/2/3.mvt')).toBeNull();
  expect(ask('/photos/received')).toBeNull();
  expect(ask('/session')).toBeNull();
});
