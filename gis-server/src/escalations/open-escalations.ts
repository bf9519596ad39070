/** What the rota has told of limits and still holds: a desk that opens later shows what it would have heard. */
import { withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { openStates, runningStates } from '#incidents/queries.ts';
import { journalColumns, toJournalRows, type StoredRow } from '#journal/read-journal.ts';
import type { Clock } from 'grid-data';

/** As long as a missed limit is news, and as many as one desk can act on. */
const lookBackMs = 7 * 86_400_000;
const most = 200;

export type EscalationService = ReturnType<typeof createEscalationService>;

export function createEscalationService({ database, clock }: { database: Database; clock: Clock }) {
  return {
    /** The newest word of each limit, of a case and of its stage, that is still the one that was told of; oldest first. */
    open: (viewer: Viewer) =>
      database.inScope(viewer, async (db) => {
        const since = new Date(clock.now().getTime() - lookBackMs);
        const stored = await db.query<StoredRow>(sql`-- Which limits that were told of still stand?
          select ${journalColumns} from (
            select distinct on (j.subject_id, j.payload ->> 'level' = 'stage') j.* from journal j
              join incidents i on i.id = j.subject_id::uuid
            where j.kind = 'incident.escalated' and j.at > ${since} and j.subject_kind = 'incident'
              and ${withinScope(viewer, 'j.area_code')}
              and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}
              and case j.payload ->> 'level' when 'stage'
                then i.state = any(${openStates}) and i.stage_due_at = (j.payload ->> 'dueAt')::timestamptz
                else i.state = any(${runningStates}) and i.due_at = (j.payload ->> 'dueAt')::timestamptz end
            order by j.subject_id, j.payload ->> 'level' = 'stage', j.seq desc
          ) as told
          order by seq desc limit ${most}`);
        return toJournalRows(stored).toReversed();
      }),
  };
}
