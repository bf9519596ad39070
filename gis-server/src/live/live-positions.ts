import type { RightsChange } from '#access/rights-watch.ts';
import type { Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import type { UpgradeHandler } from '#http/upgrade-router.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import type { Clock } from 'grid-data';
import type { IncomingMessage } from 'node:http';
import { PositionChannel } from './position-channel.ts';
import { PositionIntake } from './position-intake.ts';
import { PositionKeeper } from './position-keeper.ts';
import { PositionTable } from './position-table.ts';

type Parts = {
  database: Database;
  clock: Clock;
  viewerOf: (request: IncomingMessage) => Promise<Viewer | null>;
};

/** Where units are now: in by POST /internal/positions, out by /live/positions, kept in batches. */
export class LivePositions {
  readonly table = new PositionTable();
  readonly #intake: PositionIntake;
  readonly #keeper: PositionKeeper;
  readonly #channel: PositionChannel;

  constructor({ database, clock, viewerOf }: Parts) {
    this.#intake = new PositionIntake(this.table, database, clock);
    this.#keeper = new PositionKeeper(this.table, database);
    this.#channel = new PositionChannel({ table: this.table, clock, viewerOf });
    this.#keeper.start();
  }

  get handleUpgrade(): UpgradeHandler {
    return this.#channel.handleUpgrade;
  }

  get subscribers(): number {
    return this.#channel.subscribers;
  }

  take(body: unknown): Promise<{ taken: number; unknown: string[] }> {
    return this.#intake.take(body);
  }

  endFor(change: RightsChange): void {
    this.#channel.end(change);
  }

  onJournal(rows: readonly JournalRow[]): void {
    if (rows.some(({ kind }) => kind === 'import.applied')) this.#intake.forgetUnits();
  }

  async close(): Promise<void> {
    this.#channel.close();
    await this.#keeper.stop();
  }
}
