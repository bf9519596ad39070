/** What a service worker sees of the browser. Types alone: a plain worker is one file and shares no code. */
type Waiting = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Event & { request: Request; respondWith(answer: Promise<Response>): void };
export type WorkerScope = {
  addEventListener(name: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(name: 'fetch', listener: (event: Fetching) => void): void;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
};
