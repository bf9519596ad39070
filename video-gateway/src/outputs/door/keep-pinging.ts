import type { WebSocket } from 'ws';

const pingMs = 15_000;

/** Ends a connection whose other end has gone without a word. */
export function keepPinging(webSocket: WebSocket): () => void {
  let answered = true;
  webSocket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) webSocket.terminate();
    answered = false;
    webSocket.ping();
  }, pingMs);
  return () => clearInterval(timer);
}
