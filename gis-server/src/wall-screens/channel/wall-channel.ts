/** /live/wall: tells each screen what it shows and what time it is, and the desk how each screen does. */
import type { RightsChange } from '#access/rights-watch.ts';
import { seesArea } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import { refuseUpgrade, type UpgradeHandler } from '#http/upgrade-router.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import {
  wordOfScreen,
  type Clock,
  type ScreenIdentity,
  type WordOfScreen,
  type WordToDesk,
  type WordToScreen,
} from 'grid-data';
import type { IncomingMessage } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { guestsAt } from '../guests.ts';
import { screenById } from '../screen-queries.ts';
import { currentShowings } from '../showing-queries.ts';
import type { ScreenLooks } from './screen-looks.ts';
import { ScreenStates } from './screen-states.ts';

const maxWordBytes = 128 * 1024;
/** A desk that leaves so much unread misses pictures until it has caught up. */
const pauseAtBytes = 512 * 1024;
/** Far more than a wall of pictures that all begin at once. */
const wordsPerMinute = 600;
const pingEveryMs = 3_000;
/**
 * A pulled cable and a machine without power say no farewell: a line that answers four pings with nothing is dead. Pings
 * are counted and not seconds: a server that was held up itself cuts nobody off for it.
 */
const deadAfterPings = 4;
/** Where the screen is back on another line, this one is the torn one. */
const tornAfterPings = 2;

type Parts = {
  database: Database;
  clock: Clock;
  viewerOf: (request: IncomingMessage) => Promise<Viewer | null>;
  looks: ScreenLooks;
  areas: Pick<AreaService, 'byCode'>;
  pingEveryMs?: number;
};

/** The browser answers a ping by itself, so `unanswered` tells of the line; how the page does, its health tells. */
type Listener = { socket: WebSocket; viewer: Viewer; words: number; unanswered: number };

export class WallChannel {
  readonly #parts: Parts;
  readonly #states: ScreenStates;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: maxWordBytes });
  readonly #screens = new Set<Listener>();
  readonly #desks = new Set<Listener>();
  readonly #minute: NodeJS.Timeout;
  readonly #beat: NodeJS.Timeout;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#states = new ScreenStates(parts.clock);
    this.#minute = setInterval(() => {
      for (const listener of this.#screens) listener.words = 0;
    }, 60_000);
    this.#beat = setInterval(() => this.#pingScreens(), parts.pingEveryMs ?? pingEveryMs);
  }

  get screens(): number {
    return this.#screens.size;
  }

  readonly handleUpgrade: UpgradeHandler = (request, socket, head) => {
    this.#parts.viewerOf(request).then(
      (viewer) => {
        if (viewer === null) return refuseUpgrade(socket, '401 Unauthorized');
        const isScreen = viewer.screenId != null;
        const mayWatch = (['wall.drive', 'wall.arrange'] as const).some((each) =>
          viewer.permissions.has(each),
        );
        if (!isScreen && !mayWatch) return refuseUpgrade(socket, '403 Forbidden');
        this.#server.handleUpgrade(request, socket, head, (ws) => {
          ws.on('error', () => ws.terminate());
          const listener = { socket: ws, viewer, words: 0, unanswered: 0 };
          if (isScreen) this.#welcomeScreen(listener);
          else this.#welcomeDesk(listener);
        });
      },
      () => refuseUpgrade(socket, '503 Service Unavailable'),
    );
  };

  onJournal(rows: readonly JournalRow[]): void {
    const ofScreens = rows.filter(({ subjectKind }) => subjectKind === 'wall-screen');
    const touched = new Set(ofScreens.map(({ subjectId }) => subjectId));
    const anew = new Set(
      ofScreens
        .filter(({ kind }) => kind === 'wall.screen-reloaded')
        .map(({ subjectId }) => subjectId),
    );
    const halls = new Set(
      rows.filter(({ kind }) => kind === 'wall.guests').map(({ areaCode }) => areaCode),
    );
    for (const listener of this.#screens) {
      const { screenId, areaCode } = listener.viewer;
      if (anew.has(screenId ?? '')) tell(listener, { kind: 'reload' });
      else if (touched.has(screenId ?? '') || halls.has(areaCode)) this.#show(listener);
    }
  }

  /** 4401 sends the device back to its pairing code; 4403 lets a desk come back with its new rights. */
  end({ sessionId, userId, reason }: RightsChange): void {
    for (const { socket, viewer } of [...this.#screens, ...this.#desks]) {
      if (viewer.sessionId === sessionId) socket.close(4401, reason);
      else if (viewer.userId === userId) socket.close(4403, reason);
    }
  }

  close(): void {
    clearInterval(this.#minute);
    clearInterval(this.#beat);
    for (const { socket } of [...this.#screens, ...this.#desks]) socket.close(1001, 'server stops');
    this.#server.close();
  }

  #welcomeDesk(desk: Listener): void {
    this.#desks.add(desk);
    desk.socket.on('close', () => this.#desks.delete(desk));
    const known = this.#states.of((areaCode) => seesArea(desk.viewer, areaCode));
    const at = this.#parts.clock.now().toISOString();
    say(desk, { kind: 'screens', states: known.map(({ state }) => state), at });
    for (const { state, jpeg } of known) {
      const { screenId } = state;
      if (jpeg !== null) say(desk, { kind: 'picture', screenId, jpeg: jpeg.text, at: jpeg.at });
    }
  }

  #welcomeScreen(screen: Listener): void {
    const { socket, viewer } = screen;
    const screenId = viewer.screenId!;
    for (const before of this.#screens) {
      const isTorn = before.viewer.screenId === screenId && before.unanswered >= tornAfterPings;
      if (isTorn) before.socket.terminate();
    }
    this.#screens.add(screen);
    this.#tellDesks(viewer, {
      kind: 'screen',
      state: this.#states.came(screenId, viewer.areaCode),
    });
    socket.on('close', () => {
      this.#screens.delete(screen);
      const state = this.#states.left(screenId);
      if (state !== null) this.#tellDesks(viewer, { kind: 'screen', state });
    });
    socket.on('pong', () => {
      screen.unanswered = 0;
    });
    socket.on('message', (data, isBinary) => {
      screen.unanswered = 0;
      const word = isBinary ? null : readWord(String(data));
      screen.words += 1;
      if (word === null) socket.close(4400, 'no word of a screen');
      else if (screen.words > wordsPerMinute) socket.close(4429, 'too many words');
      else this.#hear(screen, word);
    });
    this.#show(screen);
  }

  /** Cut, not closed: a farewell would wait for an answer that does not come. */
  #pingScreens(): void {
    for (const screen of this.#screens) {
      const { socket } = screen;
      if (screen.unanswered >= deadAfterPings) socket.terminate();
      else if (socket.readyState === socket.OPEN) {
        screen.unanswered += 1;
        socket.ping();
      }
    }
  }

  #hear(screen: Listener, word: WordOfScreen): void {
    const { viewer } = screen;
    const screenId = viewer.screenId!;
    switch (word.kind) {
      case 'ping': {
        const serverMs = this.#parts.clock.now().getTime();
        return tell(screen, { kind: 'pong', sentMs: word.sentMs, serverMs });
      }
      case 'health': {
        const state = this.#states.heard(screenId, word.health);
        if (state !== null) this.#tellDesks(viewer, { kind: 'screen', state });
        return;
      }
      case 'picture': {
        const at = this.#states.pictured(screenId, word.jpeg);
        if (at !== null)
          this.#tellDesks(viewer, { kind: 'picture', screenId, jpeg: word.jpeg, at });
        return;
      }
      case 'look': {
        const { id, ...asked } = word;
        this.#parts.looks.ticketFor(viewer, asked).then(
          (answer) => tell(screen, { kind: 'ticket', id, answer }),
          (error: unknown) => {
            console.error('a screen got no ticket', error);
            const answer = { granted: false, reason: 'unavailable' } as const;
            tell(screen, { kind: 'ticket', id, answer });
          },
        );
      }
    }
  }

  /** What the screen shows, read anew; where the database is away the socket ends and the screen comes back. */
  #show(listener: Listener): void {
    this.#read(listener.viewer).then(
      (word) => tell(listener, word),
      () => listener.socket.close(1013, 'try again'),
    );
  }

  async #read(viewer: Viewer): Promise<WordToScreen> {
    const screenId = viewer.screenId!;
    const { database, areas } = this.#parts;
    const [area] = await areas.byCode(viewer, [viewer.areaCode]);
    return database.inScope(viewer, async (db) => {
      const screen = await screenById(db, viewer, screenId);
      if (screen === null) throw new Error('the screen is gone');
      const [showing] = await currentShowings(db, viewer, [screenId]);
      const { id, name, areaCode, rect, bezelMm, widthPx, heightPx } = screen;
      const place = { rect, bezelMm, widthPx, heightPx };
      const identity: ScreenIdentity = { id, name, areaCode, areaName: area?.name ?? '', ...place };
      const shown = showing && { ...showing, shownAt: showing.shownAt.toISOString() };
      const guests = await guestsAt(db, viewer, areaCode);
      const guestsSince = guests?.since.toISOString() ?? null;
      return { kind: 'showing', screen: identity, showing: shown ?? null, guestsSince };
    });
  }

  #tellDesks(screen: Viewer, word: WordToDesk): void {
    for (const desk of this.#desks) {
      const isBehind = word.kind === 'picture' && desk.socket.bufferedAmount > pauseAtBytes;
      if (!isBehind && seesArea(desk.viewer, screen.areaCode)) say(desk, word);
    }
  }
}

const say = ({ socket }: Listener, word: WordToDesk): void => send(socket, word);
const tell = ({ socket }: Listener, word: WordToScreen): void => send(socket, word);

function send(socket: WebSocket, word: WordToDesk | WordToScreen): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(word));
}

function readWord(text: string): WordOfScreen | null {
  try {
    return wordOfScreen.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
