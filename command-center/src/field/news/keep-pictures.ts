/** The pictures of what is said now are here without a line; those of what is over leave the phone. */
export const pictureCache = 'field-pictures';

const pathOf = (id: string) => `/photos/${id}`;

export async function keepPictures(ids: readonly string[]): Promise<void> {
  if (typeof caches === 'undefined') return;
  try {
    const cache = await caches.open(pictureCache);
    const wanted = new Set(ids.map(pathOf));
    const kept = new Set<string>();
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (wanted.has(pathname)) kept.add(pathname);
      else await cache.delete(request);
    }
    for (const path of wanted) if (!kept.has(path)) await cache.add(path);
  } catch {
    // No line or a full phone: shown when there is one, and tried again with the next answer.
  }
}
