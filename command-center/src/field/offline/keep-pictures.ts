/** The pictures of what is shown now are here without a line; those of what is over leave the phone. */

/** Each has a cache of its own, and so throws away nothing that another shows. */
export type PicturesOf = 'bulletins' | 'checks' | 'in-hand' | 'my-reports';

/** The service worker, with which a page shares no module, looks through all caches. */
const cachePrefix = 'field-pictures-';

export async function keepPictures(of: PicturesOf, paths: readonly string[]): Promise<void> {
  if (typeof caches === 'undefined') return;
  try {
    const cache = await caches.open(cachePrefix + of);
    const wanted = new Set(paths);
    const kept = new Set<string>();
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (wanted.has(pathname)) kept.add(pathname);
      else await cache.delete(request);
    }
    for (const path of wanted) if (!kept.has(path)) await cache.add(path).catch(unlessFull);
  } catch {
    // A full phone: shown where there is a line, and tried again with the next answer.
  }
}

/** One that does not come, or that the server shows no more, holds up no other; a full phone takes none of them. */
function unlessFull(error: unknown): void {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') throw error;
}

/** Another hand: what the last one saw is not for this one. */
export async function forgetPictures(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(cachePrefix)) await caches.delete(name);
  }
}
