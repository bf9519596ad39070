/** Where the page of a screen comes from: the newest that the server has, or what is kept where it does not answer. */
type Sources = {
  cacheName: string;
  fetch: (request: Request) => Promise<Response>;
  caches: Pick<CacheStorage, 'open'>;
  /** How long the server may take to say whether it is there: a machine that is off refuses nothing, it is silent. */
  patienceMs?: number;
};

const shell = '/index.html';
const patienceMs = 4_000;

/** Null: not ours, the browser goes its usual way. What the screen shows is the page's to keep, never this one's. */
export function answerToScreen(request: Request, sources: Sources): Promise<Response> | null {
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return null;
  if (request.mode === 'navigate') return pathname === '/screen' ? page(request, sources) : null;
  return pathname.startsWith('/assets/') ? asset(request, pathname, sources) : null;
}

/** A reload is how a screen comes to a new version, so the server is asked first. */
async function page(request: Request, sources: Sources): Promise<Response> {
  const { fetch } = sources;
  const kept = await (await sources.caches.open(sources.cacheName)).match(shell);
  if (kept === undefined) return fetch(request);
  const answer = await Promise.race([
    fetch(request).catch(() => null),
    new Promise<null>((resolve) => setTimeout(resolve, sources.patienceMs ?? patienceMs, null)),
  ]);
  // A proxy whose server is away answers with an error of its own.
  return answer === null || answer.status >= 500 ? kept : answer;
}

/** Names that carry their content: what is here is right. Fonts come in as their characters are met. */
async function asset(request: Request, path: string, sources: Sources): Promise<Response> {
  const { fetch } = sources;
  const cache = await sources.caches.open(sources.cacheName);
  const kept = await cache.match(path);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && answer.status !== 206) await keep(cache, path, answer);
  return answer;
}

/** A full disk costs the start without a server, nothing else. */
async function keep(cache: Cache, path: string, answer: Response): Promise<void> {
  try {
    await cache.put(path, answer.clone());
  } catch {
    // As above.
  }
}
