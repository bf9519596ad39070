import { systemViewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import type { Clock } from 'grid-data';
import { forgetConditions, lastRound, writeConditions } from './condition-queries.ts';

const roundMs = 5 * 60_000;
/** Another server of ours may have made the round. */
const leastApartMs = roundMs - 30_000;
const keptMs = 93 * 24 * 3600_000;

/** Every five minutes, writes down which cameras are not as they were: what the online rate is counted from. */
export class ConditionRounds {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  async run(): Promise<void> {
    const now = this.#clock.now();
    await this.#database.write(systemViewer(), async (tx) => {
      const last = await lastRound(tx, now);
      if (last !== null && now.getTime() - last.getTime() < leastApartMs) return;
      await writeConditions(tx, now);
      await forgetConditions(tx, new Date(now.getTime() - keptMs));
    });
  }
}
