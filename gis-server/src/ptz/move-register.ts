/** Every turn by hand: its row is open before the camera moves, and closed with its place in the journal. */
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Writing } from '#database/transaction.ts';
import type { Clock, PtzCommand, PtzMoveEnd } from 'grid-data';
import { markTurned } from './ptz-queries.ts';
import type { RunningLook } from './ptz-record.ts';

export type MoveRow = {
  id: string;
  camera_id: string;
  area_code: string;
  view_id: string;
  user_id: string;
  user_name: string;
  command: PtzCommand;
  speed: number;
  started_at: Date;
};

const columns = sql`id, camera_id, area_code, view_id, user_id, user_name, command, speed, started_at`;
const writer = systemViewer();

export class MoveRegister {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  /** False where this move has been told before: it is over. */
  open(moveId: string, look: RunningLook, command: PtzCommand, speed: number): Promise<boolean> {
    const now = this.#clock.now();
    return this.#database.write(writer, async (tx) => {
      const rows = await tx.query(sql`-- Who turns which camera, how?
        insert into ptz_moves (id, camera_id, area_code, view_id, user_id, user_name, command, speed, started_at)
        values (${moveId}, ${look.head.cameraId}, ${look.head.areaCode}, ${look.viewId}, ${look.userId},
          ${look.userName}, ${command}, ${speed}, ${now})
        on conflict do nothing returning id`);
      if (rows.length > 0) await markTurned(tx, look.head, now);
      return rows.length > 0;
    });
  }

  /** Once: what the gateway says again has been written. */
  async close(moveId: string, endedAt: Date | null, end: PtzMoveEnd): Promise<void> {
    await this.#closeWhere(sql`id = ${moveId}`, endedAt, end);
  }

  /** Turns that a gateway left open when it ended: the camera may turn on, and only the next gateway can stop it. */
  orphansOf(gatewayStartedAt: Date): Promise<MoveRow[]> {
    return this.#closeWhere(sql`started_at < ${gatewayStartedAt}::timestamptz`, null, 'unreported');
  }

  async #closeWhere(
    condition: ReturnType<typeof sql>,
    endedAt: Date | null,
    end: PtzMoveEnd,
  ): Promise<MoveRow[]> {
    const now = this.#clock.now();
    const open = await this.#database.inScope(writer, (db) =>
      db.query<MoveRow>(sql`-- Which turns are open?
        select ${columns} from ptz_moves where ended_at is null and ${condition}`),
    );
    for (const move of open) {
      const stoppedAt = endedAt ?? now;
      await this.#database.write(asActor(move.user_id, move.user_name), async (tx) => {
        const closed = await tx.query(sql`-- How did the turn end?
          update ptz_moves set ended_at = ${stoppedAt}, end_reason = ${end}
          where id = ${move.id} and ended_at is null returning id`);
        if (closed.length === 0) return;
        await markTurned(tx, { cameraId: move.camera_id, areaCode: move.area_code }, now);
        recordMoved(tx, move, endedAt, end);
      });
    }
    return open;
  }
}

/** The process writes under the root's role; the journal names who did it. */
export function asActor(userId: string, displayName: string): Viewer {
  return { ...writer, userId, displayName };
}

function recordMoved(tx: Writing, move: MoveRow, endedAt: Date | null, end: PtzMoveEnd): void {
  const seconds = endedAt && Math.max(0, endedAt.getTime() - move.started_at.getTime()) / 1_000;
  tx.record({
    kind: 'camera-ptz.moved',
    areaCode: move.area_code,
    subjectKind: 'camera',
    subjectId: move.camera_id,
    payload: {
      viewId: move.view_id,
      moveId: move.id,
      command: move.command,
      speed: move.speed,
      seconds,
      end,
    },
  });
}
