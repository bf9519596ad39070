/** A camera that somebody turned and left goes back to where it watches from, after the time of its settings. */
import { systemViewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import type { Clock } from 'grid-data';
import type { Heads } from './heads.ts';
import type { LeaseDesk } from './lease-desk.ts';
import type { PtzLink } from './ptz-link.ts';
import { headsToGoHome, markTurned } from './ptz-queries.ts';
import { turnableOf, type HeadOfCamera } from './ptz-record.ts';

type Parts = { database: Database; clock: Clock; link: PtzLink; leases: LeaseDesk; heads: Heads };

const writer = systemViewer();

export class HomeReturn {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async run(): Promise<void> {
    const { database, clock } = this.#parts;
    const due = await database.inScope(writer, (db) => headsToGoHome(db, clock.now()));
    for (const head of due) await this.#sendHome(head);
  }

  async #sendHome(head: HeadOfCamera): Promise<void> {
    const { database, clock, link, heads, leases } = this.#parts;
    const camera = turnableOf(head);
    const lease = leases.leaseOf(head.cameraId);
    const isUsed = lease.holder !== null && isRecent(lease.holder.usedAtMs, head, clock.now());
    if (camera === null || isUsed) return;
    try {
      await link.act(null, camera, { kind: 'call-preset', number: head.homePreset });
    } catch (error) {
      console.error(`camera ${head.cameraId} does not go home: ${(error as Error).message}`);
      await database.write(writer, (tx) => markTurned(tx, head, clock.now())); // tried again after its time
      return;
    }
    heads.home(head);
    await database.write(writer, async (tx) => {
      await markTurned(tx, head, null);
      tx.record({
        kind: 'camera-ptz.turned',
        areaCode: head.areaCode,
        subjectKind: 'camera',
        subjectId: head.cameraId,
        payload: {
          viewId: null,
          turn: 'home',
          preset: head.homePreset,
          bearingDeg: head.bearingDeg,
          purpose: null,
          incidentId: null,
        },
      });
    });
  }
}

function isRecent(usedAtMs: number, { homeAfterSeconds }: HeadOfCamera, now: Date): boolean {
  return now.getTime() - usedAtMs < homeAfterSeconds * 1_000;
}
