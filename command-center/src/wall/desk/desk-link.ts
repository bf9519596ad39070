/** The desk's line to the wall: how each screen does, and what its map looks like. */
import type { ScreenState, WordToDesk } from 'grid-data';
import { createStore } from '#ui/create-store.ts';

export type DeskWall = {
  link: 'connecting' | 'live' | 'lost';
  states: ReadonlyMap<string, ScreenState>;
  pictures: ReadonlyMap<string, { jpeg: string; at: string }>;
  /** The server's clock less the desk's: what was heard when is told by the server's. */
  aheadMs: number;
};

export const deskWall = createStore<DeskWall>({
  link: 'connecting',
  states: new Map(),
  pictures: new Map(),
  aheadMs: 0,
});

const againAfterMs = 1_500;

export function startDeskLink(): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let socket: WebSocket | null = null;
  const connect = (): void => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    socket = new WebSocket(`${scheme}://${location.host}/live/wall`);
    socket.addEventListener('message', ({ data }) => hear(JSON.parse(String(data)) as WordToDesk));
    socket.addEventListener('close', () => {
      deskWall.set({ link: 'lost' });
      if (!stopped) timer = setTimeout(connect, againAfterMs);
    });
  };
  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}

function hear(word: WordToDesk): void {
  switch (word.kind) {
    case 'screens':
      return deskWall.set({
        link: 'live',
        states: new Map(word.states.map((state) => [state.screenId, state])),
        aheadMs: Date.parse(word.at) - Date.now(),
      });
    case 'screen':
      return deskWall.set(({ states }) => ({
        states: new Map(states).set(word.state.screenId, word.state),
      }));
    case 'picture':
      return deskWall.set(({ pictures }) => ({
        pictures: new Map(pictures).set(word.screenId, { jpeg: word.jpeg, at: word.at }),
      }));
  }
}
