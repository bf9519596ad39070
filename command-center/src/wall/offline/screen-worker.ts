/**
 * The service worker of a screen: a screen that starts while its server is away shows what it showed last instead of an
 * error of the browser. Nobody ever closes that page, so a new version takes over at once. It shares no module with the page: a service worker of the plain kind is one file.
 */
import type { WorkerScope } from '#offline/worker-scope.ts';
import { answerToScreen } from './answer-to-screen.ts';

/** Written in by the build: every file that the page of a screen starts with, named by its content. */
declare const __SCREEN_FILES__: { version: string; files: readonly string[] };

const scope = globalThis as unknown as WorkerScope;
const { version, files } = __SCREEN_FILES__;
const cacheName = `screen-page-${version}`;

scope.addEventListener('install', (event) => {
  const fetchAll = async (): Promise<void> => {
    const cache = await caches.open(cacheName);
    await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })));
    await scope.skipWaiting();
  };
  event.waitUntil(fetchAll());
});

scope.addEventListener('activate', (event) => {
  const tidy = async (): Promise<void> => {
    for (const name of await caches.keys()) {
      if (name.startsWith('screen-page-') && name !== cacheName) await caches.delete(name);
    }
    await scope.clients.claim();
  };
  event.waitUntil(tidy());
});

scope.addEventListener('fetch', (event) => {
  const answer = answerToScreen(event.request, { cacheName, fetch, caches });
  if (answer !== null) event.respondWith(answer);
});
