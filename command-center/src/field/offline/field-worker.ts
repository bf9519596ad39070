/**
 * The service worker of the field app: the app itself from the phone, the map's pieces as they were seen last, all else
 * from the server. It shares no module with the page: a service worker of the plain kind is one file. A new version is fetched aside and takes over once the old one is closed everywhere.
 */
import type { WorkerScope } from '#offline/worker-scope.ts';
import { answerTo } from './answer-to.ts';

/** Written in by the build: every file of the app, with the content's hash in its name or beside it. */
declare const __FIELD_FILES__: { version: string; files: readonly string[] };

const scope = globalThis as unknown as WorkerScope;
const { version, files } = __FIELD_FILES__;
const appCache = `field-app-${version}`;

scope.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(appCache)
      .then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))),
  );
});

scope.addEventListener('activate', (event) => {
  const tidy = async (): Promise<void> => {
    for (const name of await caches.keys()) {
      if (name.startsWith('field-app-') && name !== appCache) await caches.delete(name);
    }
    await scope.clients.claim();
  };
  event.waitUntil(tidy());
});

scope.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request, {
    appCache,
    mapCache: 'field-map',
    fetch,
    caches,
  });
  if (answer !== null) event.respondWith(answer);
});
