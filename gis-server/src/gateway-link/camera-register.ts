import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Writing } from '#database/transaction.ts';
import type { CameraSource, FromGateway } from 'grid-data';
import {
  camerasToCheck,
  changeStates,
  type CameraToCheck,
  type StateChange,
} from './camera-queries.ts';

type StatesMessage = Extract<FromGateway, { type: 'camera-states' }>;
type CheckQuestion = Extract<FromGateway, { type: 'cameras-to-check' }>;
type PlatformMessage = Extract<FromGateway, { type: 'platform-state' }>;

const writer = systemViewer();

/** What the gateway learns of cameras and platforms, and where it gets a camera's picture from. */
export class CameraRegister {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async source(cameraId: string): Promise<CameraSource | null> {
    const [row] = await this.#database.inScope(writer, (db) =>
      db.query<Pick<CameraToCheck, 'platformId' | 'platformCameraId' | 'directUrl'>>(
        sql`-- Where does this camera's picture come from?
          select platform_id as "platformId", platform_camera_id as "platformCameraId", direct_url as "directUrl"
          from cameras
          where id = ${cameraId} and gone_at is null`,
      ),
    );
    return row === undefined ? null : sourceOf(row);
  }

  /** Writes states that differ from what is known, each with its journal row. */
  async takeStates({ states }: StatesMessage): Promise<void> {
    const lastOfEach = new Map(states.map((state) => [state.cameraId, state]));
    await this.#database.write(writer, async (tx) => {
      for (const change of await changeStates(tx, [...lastOfEach.values()])) {
        recordChange(tx, change);
      }
    });
  }

  async takePlatformState({ platformId, state, reason, at }: PlatformMessage): Promise<void> {
    await this.#database.write(writer, async (tx) => {
      const changed = await tx.query<{ name: string }>(sql`-- Has the platform's state changed?
        update video_platforms set state = ${state}, state_reason = ${reason}, state_since = ${at}::timestamptz
        where id = ${platformId} and (state <> ${state} or state_reason is distinct from ${reason})
        returning name`);
      for (const { name } of changed) {
        tx.record({
          kind: 'video-platform.state-changed',
          areaCode: '',
          subjectKind: 'video-platform',
          subjectId: platformId,
          payload: { name, state, reason },
        });
      }
    });
  }

  /** With where their pictures come from, so that the gateway need not ask for each. */
  async toCheck({ checkedBefore, limit }: CheckQuestion) {
    const rows = await this.#database.inScope(writer, (db) =>
      camerasToCheck(db, checkedBefore, limit),
    );
    return rows.flatMap((row) => {
      const source = sourceOf(row);
      return source === null ? [] : [{ cameraId: row.id, source }];
    });
  }
}

function sourceOf(
  row: Pick<CameraToCheck, 'platformId' | 'platformCameraId' | 'directUrl'>,
): CameraSource | null {
  const { platformId, platformCameraId, directUrl } = row;
  if (directUrl !== null) return { kind: 'direct', url: directUrl };
  if (platformId === null || platformCameraId === null) return null;
  return { kind: 'platform', platformId, platformCameraId };
}

function recordChange(tx: Writing, change: StateChange): void {
  const { id, areaCode, from, to, reason, fromHealth, toHealth, longitude, latitude } = change;
  const about = {
    areaCode,
    subjectKind: 'camera',
    subjectId: id,
    position: { longitude, latitude },
  } as const;
  if (from !== to)
    tx.record({ ...about, kind: 'camera.state-changed', payload: { from, to, reason } });
  if (toHealth === null || toHealth === fromHealth) return;
  const payload = { from: fromHealth, to: toHealth, reason };
  tx.record({ ...about, kind: 'camera.health-changed', payload });
}
