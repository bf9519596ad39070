/** What the server lets a page know of its session: that it is over, or that its rights are others now. */
export type SessionNews = 'ended' | 'rights-changed';

const listeners = new Set<(news: SessionNews) => void>();

export function onSessionNews(listener: (news: SessionNews) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellSessionNews(news: SessionNews): void {
  for (const listener of listeners) listener(news);
}

const newsByCloseCode: Readonly<Record<number, SessionNews>> = {
  4401: 'ended',
  4403: 'rights-changed',
};

/** An idle hall asks nothing over HTTP: the closing of its socket is then the only word it gets. */
export function onSocketClosed(event: unknown): void {
  const { code } = (event ?? {}) as { code?: number };
  const news = newsByCloseCode[code ?? 0];
  if (news !== undefined) tellSessionNews(news);
}
