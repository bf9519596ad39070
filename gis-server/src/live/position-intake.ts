import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { DomainError, type Clock } from 'grid-data';
import { z } from 'zod';
import type { PositionTable } from './position-table.ts';

const report = z.object({
  unitId: z.string().min(1).max(100),
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
  headingDeg: z.number().min(0).max(360).nullable().default(null),
  speedMps: z.number().min(0).max(200).nullable().default(null),
  at: z.iso.datetime({ offset: true }),
});
const reports = z.object({ positions: z.array(report).max(5000) });

/** A clock that runs ahead by more is wrong, and would hide the reports after it. */
const longestAheadMs = 60_000;
/** Unknown units are looked for in the database at most so often. */
const lookAgainMs = 10_000;

/** Reports of units, checked and taken into the table. */
export class PositionIntake {
  readonly #table: PositionTable;
  readonly #database: Database;
  readonly #clock: Clock;
  #areaByUnit = new Map<string, string>();
  #lookedAt = 0;

  constructor(table: PositionTable, database: Database, clock: Clock) {
    this.#table = table;
    this.#database = database;
    this.#clock = clock;
  }

  /** Takes what can be taken and answers how much, and which units nobody knows. */
  async take(body: unknown): Promise<{ taken: number; unknown: string[] }> {
    const parsed = reports.safeParse(body);
    if (!parsed.success) {
      throw new DomainError('invalid-input', z.prettifyError(parsed.error), { reason: 'bad-body' });
    }
    const { positions } = parsed.data;
    if (positions.some(({ unitId }) => !this.#areaByUnit.has(unitId))) await this.#lookForUnits();
    const latest = this.#clock.now().getTime() + longestAheadMs;
    const unknown = new Set<string>();
    let taken = 0;
    for (const position of positions) {
      const areaCode = this.#areaByUnit.get(position.unitId);
      const at = new Date(position.at);
      if (areaCode === undefined) unknown.add(position.unitId);
      else if (at.getTime() <= latest && this.#table.put({ ...position, at, areaCode })) taken += 1;
    }
    return { taken, unknown: [...unknown] };
  }

  /** Units may have come or moved to another area by an import. */
  forgetUnits(): void {
    this.#lookedAt = 0;
    this.#areaByUnit.clear();
  }

  async #lookForUnits(): Promise<void> {
    const now = Date.now();
    if (now - this.#lookedAt < lookAgainMs) return;
    this.#lookedAt = now;
    const rows = await this.#database.inScope(systemViewer(), (db) =>
      db.query<{
        id: string;
        area_code: string;
      }>(sql`-- Which units are there, and where do they belong?
        select id, area_code from units`),
    );
    this.#areaByUnit = new Map(rows.map((row) => [row.id, row.area_code]));
  }
}
