/** What rules tell people: for a role, or whoever is on duty, at one center. */
import type { Duties } from '#access/duties.ts';
import { withinScope } from '#access/scope.ts';
import { requirePermission, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Reading } from '#database/transaction.ts';
import { isUuid } from '#graphql/take-in.ts';
import { DomainError, type Clock } from 'grid-data';
import type { NoticeRecord } from './linkage-record.ts';

const columns = sql`n.id::text as id, n.firing_id::text as "firingId", n.area_code as "areaCode", n.role,
  n.must_acknowledge as "mustAcknowledge", n.made_at as "madeAt", n.acknowledged_at as "acknowledgedAt",
  n.acknowledged_by as "acknowledgedBy"`;

const mostNotices = 50;
/** What need not be acknowledged stands for so long. */
const standsForMs = 3_600_000;

type Parts = { database: Database; clock: Clock; duties: Duties };

export function createNotices({ database, clock, duties }: Parts) {
  const rolesOf = async (viewer: Viewer): Promise<string[]> =>
    (await duties.dutyOf(viewer)) === null ? [viewer.role] : [viewer.role, 'on-duty'];

  return {
    async open(viewer: Viewer): Promise<NoticeRecord[]> {
      const roles = await rolesOf(viewer);
      const since = new Date(clock.now().getTime() - standsForMs);
      return database.inScope(viewer, (db) =>
        db.query<NoticeRecord>(sql`-- What is this person told that still stands?
          select ${columns} from linkage_notices n
          where n.area_code = ${viewer.areaCode} and n.role = any(${roles}) and n.acknowledged_at is null
            and (n.must_acknowledge or n.made_at > ${since}) and ${withinScope(viewer, 'n.area_code')}
          order by n.made_at desc limit ${mostNotices}`),
      );
    },

    async acknowledge(viewer: Viewer, { commandId, id }: { commandId: string; id: string }) {
      requirePermission(viewer, 'map.read');
      const roles = await rolesOf(viewer);
      const command = { commandId, kind: 'linkage.acknowledge-notice' };
      await database.command(viewer, command, async (tx) => {
        const notice = isUuid(id) ? await noticeById(tx, viewer, id) : null;
        if (notice === null || notice.areaCode !== viewer.areaCode) return gone();
        if (!roles.includes(notice.role)) {
          throw new DomainError('not-allowed', 'the notice is for another', {
            reason: 'for-another',
          });
        }
        const rows = await tx.query<{ rule_name: string }>(sql`-- Has nobody acknowledged it before?
          update linkage_notices n set acknowledged_at = ${clock.now()}, acknowledged_by = ${viewer.displayName}
          where n.id = ${id}::uuid and n.acknowledged_at is null and ${withinScope(viewer, 'n.area_code')}
          returning (select rule_name from linkage_firings f where f.id = n.firing_id) as rule_name`);
        if (rows[0] === undefined) return id;
        tx.record({
          kind: 'linkage.notice-acknowledged',
          areaCode: notice.areaCode,
          subjectKind: 'linkage-rule',
          subjectId: notice.id,
          payload: { firingId: notice.firingId, ruleName: rows[0].rule_name ?? '' },
        });
        return id;
      });
      return (await database.inScope(viewer, (db) => noticeById(db, viewer, id))) ?? gone();
    },
  };
}

async function noticeById(db: Reading, viewer: Viewer, id: string) {
  const rows = await db.query<NoticeRecord>(sql`-- Which notice is this?
    select ${columns} from linkage_notices n
    where n.id = ${id}::uuid and ${withinScope(viewer, 'n.area_code')}`);
  return rows[0] ?? null;
}

function gone(): never {
  throw new DomainError('not-found', 'there is no such notice for you', {
    reason: 'unknown-notice',
  });
}
