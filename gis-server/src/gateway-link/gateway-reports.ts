import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import type { FromGateway } from 'grid-data';

type Report = Extract<FromGateway, { type: 'gateway-report' }>;
type Round = Extract<FromGateway, { type: 'cameras-swept' }>;

const writer = systemViewer();
const forgottenAfter = '1 day';

/** Keeps the last word of each gateway on itself and its platforms, and writes its rounds into the journal. */
export class GatewayReports {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** No news for the journal: what changes of a platform is told there with its state. */
  async take(gatewayId: string, { report, at }: Report): Promise<void> {
    const { platforms, ...own } = report;
    await this.#database.write(writer, async (tx) => {
      await tx.query(sql`-- What does the gateway say of itself?
        insert into video_gateways (id, report, reported_at)
        values (${gatewayId}, ${JSON.stringify(own)}::jsonb, ${at}::timestamptz)
        on conflict (id) do update set report = excluded.report, reported_at = excluded.reported_at`);
      await tx.query(sql`-- And of its platforms?
        update video_platforms p set report = told.report, reported_at = ${at}::timestamptz
        from jsonb_array_elements(${JSON.stringify(platforms)}::jsonb) as told(report)
        where told.report ->> 'platformId' = p.id`);
      await tx.query(sql`-- Which gateways are there no more?
        delete from video_gateways
        where reported_at < ${at}::timestamptz - ${forgottenAfter}::interval`);
    });
  }

  /** One row a round, in nobody's name: no person looked. */
  async takeRound({ startedAt, endedAt, found, unknown, skipped }: Round): Promise<void> {
    const checked = Object.values(found).reduce((sum, n) => sum + n, 0) + unknown;
    await this.#database.write(writer, async (tx) => {
      tx.record({
        kind: 'cameras.swept',
        areaCode: '',
        subjectKind: 'sweep',
        subjectId: startedAt,
        payload: { startedAt, endedAt, checked, skipped, found: { ...found } },
      });
    });
  }
}
