/** Where an answer comes from: the app from the phone, the map as it was seen last, the rest from the server alone. */
type Sources = {
  appCache: string;
  mapCache: string;
  fetch: (request: Request) => Promise<Response>;
  caches: Pick<CacheStorage, 'open' | 'match'>;
};

/** About what a worker's own ground needs at the zooms of a walk. */
export const mostMapPieces = 1_500;

/** Null: not ours, the browser goes its usual way. */
export function answerTo(request: Request, sources: Sources): Promise<Response> | null {
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return null;
  if (request.mode === 'navigate') {
    return pathname === '/field' || pathname.startsWith('/field/')
      ? fromApp('/field.html', request, sources)
      : null;
  }
  if (fieldAsset.test(pathname)) {
    return fromApp(pathname.replace(fieldAsset, '/assets/'), request, sources);
  }
  if (pathname.startsWith('/assets/') || appFiles.includes(pathname)) {
    return fromApp(pathname, request, sources);
  }
  if (picture.test(pathname)) return fromPictures(request, sources);
  return pathname.startsWith('/tiles/') ? fromMap(request, sources) : null;
}

/** Kept and thrown away by the page, which knows what is still said. */
const picture = /^\/photos\/[0-9a-f-]{36}(\/preview)?$/;
const fieldAsset = /^\/field\/assets\//;

const appFiles: readonly string[] = [
  '/field.webmanifest',
  '/cloud-eye.svg',
  '/field-192.png',
  '/field-512.png',
];

/** Files whose names carry their content: what is here is right. Fonts come in as their characters are met. */
async function fromApp(path: string, request: Request, sources: Sources): Promise<Response> {
  // Called by itself: a browser's own fetch refuses to be called as anything's method.
  const { fetch } = sources;
  const cache = await sources.caches.open(sources.appCache);
  const kept = await cache.match(path);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && path.startsWith('/assets/')) await keep(cache, path, answer);
  return answer;
}

/** The newest where there is a line; without one, what was seen last. */
async function fromMap(request: Request, sources: Sources): Promise<Response> {
  const { fetch } = sources;
  const cache = await sources.caches.open(sources.mapCache);
  const answer = await fetch(request).catch(() => null);
  if (answer === null) return (await cache.match(request)) ?? Response.error();
  if (answer.ok && answer.status !== 206) await keep(cache, request, answer);
  return answer;
}

/** Whether one may see it is the server's to say, as long as it can be asked. */
async function fromPictures(request: Request, sources: Sources): Promise<Response> {
  const { fetch } = sources;
  const answer = await fetch(request).catch(() => null);
  if (answer !== null) return answer;
  return (await sources.caches.match(request, { ignoreVary: true })) ?? Response.error();
}

/** A full phone keeps less of the map; nothing else suffers by it. */
async function keep(cache: Cache, name: Request | string, answer: Response): Promise<void> {
  try {
    await cache.put(name, answer.clone());
    const keys = await cache.keys();
    const tooMany = keys.length - mostMapPieces;
    for (const old of keys.slice(0, Math.max(0, tooMany))) await cache.delete(old);
  } catch {
    // As above.
  }
}
