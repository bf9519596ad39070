import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Reading } from '#database/transaction.ts';
import { distanceMeters } from 'grid-data';
import type { PositionTable, UnitPosition } from './position-table.ts';

const keepEveryMs = 10_000;
/** A unit that stands adds nothing to its track. */
const leastMoveMeters = 5;

type Kept = { at: Date; longitude: number; latitude: number };

/** Writes positions down in batches: the last one into units, the way into unit_tracks. */
export class PositionKeeper {
  readonly #table: PositionTable;
  readonly #database: Database;
  readonly #kept = new Map<string, Kept>();
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> | null = null;

  constructor(table: PositionTable, database: Database) {
    this.#table = table;
    this.#database = database;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#writing ??= this.keep()
        .catch(() => {}) // the database is away: the next round writes what is newest then
        .finally(() => {
          this.#writing = null;
        });
    }, keepEveryMs);
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#writing;
    await this.keep();
  }

  /** Writes what has changed since the last time. */
  async keep(): Promise<void> {
    const changed = [...this.#table.all()].filter(
      ({ unitId, at }) => (this.#kept.get(unitId)?.at.getTime() ?? 0) < at.getTime(),
    );
    if (changed.length === 0) return;
    const moved = changed.filter((position) => this.#hasMoved(position));
    await this.#database.write(systemViewer(), async (tx) => {
      await writeLastPositions(tx, changed);
      if (moved.length > 0) await writeTracks(tx, moved);
    });
    for (const { unitId, at } of changed) {
      const before = this.#kept.get(unitId);
      if (before !== undefined) this.#kept.set(unitId, { ...before, at });
    }
    for (const { unitId, at, longitude, latitude } of moved) {
      this.#kept.set(unitId, { at, longitude, latitude });
    }
  }

  #hasMoved({ unitId, longitude, latitude }: UnitPosition): boolean {
    const before = this.#kept.get(unitId);
    if (before === undefined) return true;
    const away = distanceMeters([before.longitude, before.latitude], [longitude, latitude]);
    return away >= leastMoveMeters;
  }
}

async function writeLastPositions(tx: Reading, positions: UnitPosition[]): Promise<void> {
  await tx.query(sql`-- Where is each unit now?
    update units set position = ST_SetSRID(ST_MakePoint(longitude, latitude), 4490),
      heading_deg = "headingDeg", speed_mps = "speedMps", position_at = at
    from jsonb_to_recordset(${JSON.stringify(positions)}::jsonb) as report("unitId" text,
      longitude double precision, latitude double precision, "headingDeg" double precision,
      "speedMps" double precision, at timestamptz)
    where units.id = report."unitId"`);
}

/** A moving thing lies where it is at the time of writing; its rows keep that area, wherever its home is. */
async function writeTracks(tx: Reading, positions: UnitPosition[]): Promise<void> {
  await tx.query(sql`-- Where did each unit go, and whose ground was it on?
    insert into unit_tracks (at, unit_id, area_code, longitude, latitude, heading_deg, speed_mps)
    select at, "unitId", coalesce(here.code, "areaCode"), longitude, latitude, "headingDeg", "speedMps"
    from jsonb_to_recordset(${JSON.stringify(positions)}::jsonb) as report("unitId" text, "areaCode" text,
      longitude double precision, latitude double precision, "headingDeg" double precision,
      "speedMps" double precision, at timestamptz)
    left join lateral (
      select area.code from areas area, ST_SetSRID(ST_MakePoint(longitude, latitude), 4490) point
      where area.outline && point and ST_Covers(area.outline, point)
      order by length(area.code) desc, area.code limit 1
    ) here on true`);
}
