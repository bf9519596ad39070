/** Which page the address names; the query belongs to the view (address.ts) and goes along. */
export const designerPath = '/wall-designer';

/** Pages that fill the screen: the hall goes on under them, unseen and out of reach. */
const coveringPaths: readonly string[] = [
  '/accounts',
  '/case-rules',
  '/evaluation',
  '/linkage',
  '/recordings',
  '/records',
  designerPath,
];

export function hallIsCovered(): boolean {
  return coveringPaths.includes(location.pathname);
}

const listeners = new Set<() => void>();

export function currentPath(): string {
  return location.pathname;
}

export function onPathChange(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

/** Names the hall by its own address, where another that names no page led to it; nothing to go back to. */
export function callItHall(): void {
  history.replaceState(history.state, '', `/${location.search}`);
  for (const listener of listeners) listener();
}

export function goTo(path: string): void {
  history.pushState(null, '', `${path}${location.search}`);
  for (const listener of listeners) listener();
}
