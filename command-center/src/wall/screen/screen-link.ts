/** A screen's line to the server: what it shows, what time it is, tickets for its pictures, and its own health. */
import type { ScreenTicketAnswer, StreamProfile, WordOfScreen, WordToScreen } from 'grid-data';
import { forgetScreen, rememberedLive, rememberLive, rememberScreen } from './screen-memory.ts';
import { screenStore, serverClock } from './screen-store.ts';

const firstPings = 6;
const firstPingsEveryMs = 120;
const pingEveryMs = 5_000;
/** Without an answer for so long the line is dead, whatever the socket says. */
const silentMs = 12_000;
const pausesMs = [200, 500, 1_000, 2_000, 3_000];
const ticketPatienceMs = 10_000;

const unpaired = 4401;

let socket: WebSocket | null = null;
let tries = 0;
let heardAt = 0;
let asked = 0;
const waiting = new Map<number, (answer: ScreenTicketAnswer) => void>();

export function startScreenLink(): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    const pauseMs = pausesMs[Math.min(tries, pausesMs.length - 1)];
    tries += 1;
    if (!stopped) timer = setTimeout(connect, pauseMs);
  };
  const connect = (): void => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const opened = new WebSocket(`${scheme}://${location.host}/live/wall`);
    socket = opened;
    opened.addEventListener('open', () => {
      heardAt = performance.now();
      serverClock.newLine();
      for (let i = 0; i < firstPings; i += 1) setTimeout(ping, i * firstPingsEveryMs);
    });
    opened.addEventListener('message', ({ data }) =>
      hear(JSON.parse(String(data)) as WordToScreen),
    );
    opened.addEventListener('close', ({ code }) => gone(opened, code));
  };
  const gone = (line: WebSocket, code: number): void => {
    if (socket !== line) return;
    socket = null;
    for (const answer of waiting.values()) answer(notNow);
    waiting.clear();
    if (stopped) return;
    if (code === unpaired) return letGo();
    lose();
    void stillPaired().then((paired) => (paired ? again() : letGo()));
  };
  const beat = setInterval(() => {
    ping();
    if (socket?.readyState === WebSocket.OPEN && performance.now() - heardAt > silentMs) {
      const dead = socket;
      dead.close();
      // A broken line may keep the browser waiting for the other side's farewell.
      gone(dead, 1006);
    }
  }, pingEveryMs);
  addEventListener('online', connectNow);
  connect();

  function connectNow(): void {
    if (socket !== null) return;
    clearTimeout(timer);
    tries = 0;
    connect();
  }

  return () => {
    stopped = true;
    clearTimeout(timer);
    clearInterval(beat);
    removeEventListener('online', connectNow);
    socket?.close();
  };
}

export function tellServer(word: WordOfScreen): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(word));
}

const notNow = { granted: false, reason: 'server-unreachable' } as const;

export function askForLook(
  tileId: string,
  cameraId: string,
  profile: StreamProfile,
): Promise<ScreenTicketAnswer> {
  if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve(notNow);
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    const answer = (given: ScreenTicketAnswer): void => {
      waiting.delete(id);
      resolve(given);
    };
    waiting.set(id, answer);
    setTimeout(() => answer(notNow), ticketPatienceMs);
    tellServer({ kind: 'look', id, tileId, cameraId, profile });
  });
}

const ping = (): void => tellServer({ kind: 'ping', sentMs: performance.now() });

function hear(word: WordToScreen): void {
  heardAt = performance.now();
  switch (word.kind) {
    case 'pong':
      if (screenStore.get().link === 'live') rememberLive(Date.now());
      return serverClock.heard(word.sentMs, word.serverMs, heardAt);
    case 'ticket':
      return waiting.get(word.id)?.(word.answer);
    case 'reload':
      return location.reload();
    case 'showing': {
      const { screen, showing, guestsSince } = word;
      tries = 0;
      const heard = { screen, showing, guestsSince };
      screenStore.set({ phase: 'paired', link: 'live', lostAt: null, ...heard });
      rememberScreen(heard);
      rememberLive(Date.now());
    }
  }
}

function lose(): void {
  const { link, lostAt } = screenStore.get();
  if (link !== 'lost')
    screenStore.set({ link: 'lost', lostAt: lostAt ?? rememberedLive() ?? Date.now() });
}

/** A machine whose session is over shows nothing of the hall any more. */
function letGo(): void {
  forgetScreen();
  screenStore.set({
    phase: 'pairing',
    link: 'connecting',
    lostAt: null,
    screen: null,
    showing: null,
    guestsSince: null,
  });
}

/** Only a clear word of the server ends a screen: an hour without any is an hour without any. */
async function stillPaired(): Promise<boolean> {
  const answer = await fetch('/session').catch(() => null);
  return answer?.status !== 401;
}
