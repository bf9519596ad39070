/** Who holds a camera, told to those who look through it; where cameras look, told to those who see the place. */
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { seesArea } from '#access/scope.ts';
import type { Database } from '#database/transaction.ts';
import { BoundedQueue } from '#live/bounded-queue.ts';
import type { LeaseDesk } from './lease-desk.ts';
import { sessionsLooking } from './ptz-queries.ts';
import type { CameraHeadRecord, LeaseFace } from './ptz-record.ts';

/** `kind` and `seq` name it, so that subscribers who are told the same share one answer. */
export type PtzNews = {
  kind: string;
  seq: number;
  lease: LeaseFace | null;
  head: CameraHeadRecord | null;
};

const queueLimit = 500;

export class PtzNewsFeed {
  readonly #database: Database;
  readonly #leases: LeaseDesk;
  readonly #open = new Map<BoundedQueue<PtzNews>, Viewer>();
  #seq = 0;

  constructor(database: Database, leases: LeaseDesk) {
    this.#database = database;
    this.#leases = leases;
  }

  async *subscribe(viewer: Viewer): AsyncGenerator<PtzNews> {
    const queue = new BoundedQueue<PtzNews>(queueLimit);
    this.#open.set(queue, viewer);
    try {
      yield* queue;
    } finally {
      this.#open.delete(queue);
    }
  }

  tellHead(head: CameraHeadRecord): void {
    const news = { kind: 'ptz-head', seq: (this.#seq += 1), lease: null, head };
    for (const [queue, viewer] of this.#open) {
      if (seesArea(viewer, head.areaCode)) queue.push(news);
    }
  }

  async tellLease(cameraId: string): Promise<void> {
    if (this.#open.size === 0) return;
    const looking = await this.#database.inScope(systemViewer(), (db) =>
      sessionsLooking(db, cameraId),
    );
    const seq = (this.#seq += 1);
    for (const [queue, { sessionId }] of this.#open) {
      if (!looking.has(sessionId)) continue;
      const lease = this.#leases.faceFor(sessionId, cameraId);
      queue.push({ kind: `ptz-lease ${sessionId}`, seq, lease, head: null });
    }
  }

  close(): void {
    for (const queue of this.#open.keys()) queue.end();
  }
}
