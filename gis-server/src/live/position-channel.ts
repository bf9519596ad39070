import type { RightsChange } from '#access/rights-watch.ts';
import type { Viewer } from '#access/viewer.ts';
import type { UpgradeHandler } from '#http/upgrade-router.ts';
import { refuseUpgrade } from '#http/upgrade-router.ts';
import type { Clock } from 'grid-data';
import type { IncomingMessage } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import type { BoundingBox, PositionTable } from './position-table.ts';

const frameEveryMs = 1000;
/** Frames without news still tell that the channel lives. */
const quietFrames = 10;
/** A reader that leaves so much unread gets no frames until it has caught up; far beyond, it is cut. */
const pauseAtBytes = 256 * 1024;
const cutAtBytes = 4 * 1024 * 1024;

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const wish = z.object({ bbox: z.tuple([longitude, latitude, longitude, latitude]) });

type Subscriber = {
  socket: WebSocket;
  viewer: Viewer;
  box: BoundingBox | null;
  /** When the position that was sent last was reported, by unit. */
  sent: Map<string, number>;
  full: boolean;
  quiet: number;
};

type Parts = {
  table: PositionTable;
  clock: Clock;
  viewerOf: (request: IncomingMessage) => Promise<Viewer | null>;
  frameEveryMs?: number;
};

/** /live/positions: units in the map's window, as differences once a second. */
export class PositionChannel {
  readonly #parts: Parts;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 4096 });
  readonly #subscribers = new Set<Subscriber>();
  readonly #timer: NodeJS.Timeout;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#sendFrames(), parts.frameEveryMs ?? frameEveryMs);
  }

  get subscribers(): number {
    return this.#subscribers.size;
  }

  readonly handleUpgrade: UpgradeHandler = (request, socket, head) => {
    this.#parts.viewerOf(request).then(
      (viewer) => {
        if (viewer === null) return refuseUpgrade(socket, '401 Unauthorized');
        if (!viewer.permissions.has('unit.read')) return refuseUpgrade(socket, '403 Forbidden');
        this.#server.handleUpgrade(request, socket, head, (ws) => this.#welcome(ws, viewer));
      },
      () => refuseUpgrade(socket, '503 Service Unavailable'),
    );
  };

  /** Cuts who has lost or changed rights; with the right still there the page comes back by itself. */
  end({ sessionId, userId, reason }: RightsChange): void {
    for (const { socket, viewer } of this.#subscribers) {
      if (viewer.sessionId === sessionId || viewer.userId === userId) socket.close(4403, reason);
    }
  }

  close(): void {
    clearInterval(this.#timer);
    for (const { socket } of this.#subscribers) socket.close(1001, 'server stops');
    this.#server.close();
  }

  #welcome(socket: WebSocket, viewer: Viewer): void {
    const subscriber: Subscriber = {
      socket,
      viewer,
      box: null,
      sent: new Map(),
      full: true,
      quiet: 0,
    };
    this.#subscribers.add(subscriber);
    socket.on('close', () => this.#subscribers.delete(subscriber));
    socket.on('error', () => socket.terminate());
    socket.on('message', (data, isBinary) => {
      const asked = isBinary ? null : parseWish(String(data));
      if (asked === null) return socket.close(4400, 'expected {"bbox":[w,s,e,n]}');
      subscriber.box = asked;
      subscriber.full = true;
      subscriber.sent.clear();
      this.#sendFrame(subscriber);
    });
  }

  #sendFrames(): void {
    for (const subscriber of this.#subscribers) this.#sendFrame(subscriber);
  }

  #sendFrame(subscriber: Subscriber): void {
    const { socket, box, viewer, sent, full } = subscriber;
    if (box === null || socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > cutAtBytes) return socket.terminate();
    if (socket.bufferedAmount > pauseAtBytes) return;
    const now = this.#parts.clock.now();
    const present = new Set<string>();
    const units: unknown[] = [];
    for (const position of this.#parts.table.within(box, viewer)) {
      const { unitId, at } = position;
      present.add(unitId);
      if (sent.get(unitId) === at.getTime()) continue;
      sent.set(unitId, at.getTime());
      const ageSeconds = Math.max(0, Math.round((now.getTime() - at.getTime()) / 1000));
      const { longitude: lon, latitude: lat, headingDeg, speedMps } = position;
      units.push([unitId, lon, lat, headingDeg, speedMps, ageSeconds]);
    }
    const gone = [...sent.keys()].filter((unitId) => !present.has(unitId));
    for (const unitId of gone) sent.delete(unitId);
    subscriber.quiet = units.length + gone.length > 0 || full ? 0 : subscriber.quiet + 1;
    if (subscriber.quiet % quietFrames !== 0) return;
    subscriber.full = false;
    socket.send(JSON.stringify({ at: now.toISOString(), full, units, gone }));
  }
}

function parseWish(text: string): BoundingBox | null {
  try {
    const parsed = wish.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.bbox : null;
  } catch {
    return null;
  }
}
