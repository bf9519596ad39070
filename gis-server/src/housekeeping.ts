import { forgetOldAttempts } from '#access/login-limits.ts';
import type { Sessions } from '#access/sessions.ts';
import { systemViewer } from '#access/viewer.ts';
import { addUpCaseCounts } from '#cases/case-counts.ts';
import { forgetOldCommands } from '#database/command-memory.ts';
import { Recomputation } from '#case-standards/recomputation.ts';
import { forgetOldUse } from '#citizens/citizen-queries.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import type { FieldDutyService } from '#field-duty/service.ts';
import type { ViewRegister } from '#gateway-link/view-register.ts';
import type { ExportOrders } from '#recordings/export-orders.ts';
import { forgetOldPhotos } from '#photos/upload-queries.ts';
import { expireRequests } from '#recordings/request-expiry.ts';
import type { ReportRounds } from '#reports/report-round.ts';
import type { ConditionRounds } from '#video-health/condition-rounds.ts';
import type { Clock } from 'grid-data';

const roundMs = 30_000;
const monthMs = 31 * 24 * 3600 * 1000;

type Parts = {
  database: Database;
  sessions: Sessions;
  views: ViewRegister;
  exports: ExportOrders;
  conditions: ConditionRounds;
  reports: Pick<ReportRounds, 'run'>;
  fieldDuty: Pick<FieldDutyService, 'tidy'>;
  clock: Clock;
};

/** An upload that has staged for so long died with its process; what it left must not stay. */
const longestImportMs = 24 * 3600 * 1000;

/** As long as a phone repeats what it had to say: what it sent before must still be here. */
const longestWaitOfPhotosMs = 7 * 24 * 3600 * 1000;

/** What time alone brings: sessions, tickets and locks run out, the next months need their partitions. */
export class Housekeeping {
  readonly #parts: Parts;
  readonly #recomputation: Recomputation;
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#recomputation = new Recomputation(parts.database);
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#round ??= this.run()
        .catch((error: Error) => console.error(`housekeeping: ${error.message}`))
        .finally(() => {
          this.#round = null;
        });
    }, roundMs);
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#round;
  }

  async run(): Promise<void> {
    await this.#parts.sessions.closeExpired();
    await this.#parts.views.endNeverOpened();
    const now = this.#parts.clock.now();
    await forgetOldAttempts(this.#parts.database, now);
    await this.#parts.database.write(systemViewer(), (tx) => forgetOldCommands(tx, now));
    const leftOver = new Date(now.getTime() - longestWaitOfPhotosMs);
    await this.#parts.database.write(systemViewer(), (tx) => forgetOldPhotos(tx, leftOver));
    const yesterday = new Date(now.getTime() - 24 * 3600 * 1000);
    await this.#parts.database.write(systemViewer(), (tx) => forgetOldUse(tx, yesterday));
    await this.#recomputation.run();
    await addUpCaseCounts(this.#parts.database);
    await this.#parts.exports.endKept();
    await expireRequests(this.#parts.database, this.#parts.clock);
    await this.#parts.fieldDuty.tidy();
    await this.#parts.conditions.run();
    await this.#dropDeadImports();
    await this.#keepPartitionsAhead();
    await this.#parts.reports.run();
  }

  async #dropDeadImports(): Promise<void> {
    const now = this.#parts.clock.now();
    const before = new Date(now.getTime() - longestImportMs);
    await this.#parts.database.write(systemViewer(), async (tx) => {
      const dead = await tx.query<{ id: string }>(sql`-- Which uploads ended with their process?
        update import_batches set state = 'failed', finished_at = ${now}
        where state = 'staging' and started_at < ${before} returning id`);
      if (dead.length === 0) return;
      await tx.query(sql`-- What had they staged?
        delete from import_rows where batch_id = any(${dead.map(({ id }) => id)}::uuid[])`);
    });
  }

  /** Runs as the owner of the tables, for only an owner may add a partition. */
  async #keepPartitionsAhead(): Promise<void> {
    const now = this.#parts.clock.now();
    const ahead = new Date(now.getTime() + monthMs);
    const { text, values } = sql`-- Which months have no partition yet?
      select ensure_month_partitions('journal', ${now}, ${ahead}),
        ensure_month_partitions('unit_tracks', ${now}, ${ahead})`;
    await this.#parts.database.pool.query(text, [...values]);
  }
}
