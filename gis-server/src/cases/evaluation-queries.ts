import { withinCaseScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { incidentRows } from '#incidents/queries.ts';
import { liesWithin } from '#within/within-statement.ts';
import type { Within } from '#within/within.ts';

export type EvaluatedStretch = { within: Within; from: Date; to: Date };

/** Cases by reading order, so that a long month comes in pages. */
const pageRows = 2_000;

/** Every case that any formula could count in this stretch: reported, due, registered or closed in it. */
export async function casesOfStretch(db: Reading, viewer: Viewer, stretch: EvaluatedStretch) {
  const { within, from, to } = stretch;
  const scope = withinCaseScope(viewer, 'i.area_code', 'i.department_code');
  const all: Awaited<ReturnType<typeof incidentRows>> = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await incidentRows(
      db,
      sql`${liesWithin(within, 'i')} and ${scope} and i.id > ${after}::uuid
        and i.reported_at < ${to}
        and greatest(i.reported_at, i.registered_at, i.due_at, i.close_due_at, i.closed_at,
          i.stage_due_at, i.dispatched_at, i.feedback_at) >= ${from}`,
      sql`i.id limit ${pageRows}`,
    );
    all.push(...page);
    if (page.length < pageRows) return all;
    after = page.at(-1)!.id;
  }
}
