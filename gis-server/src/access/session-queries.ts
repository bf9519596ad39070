import { sql, type Statement } from '#database/sql.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { systemViewer } from './viewer.ts';

type ClosedSession = { id_hash: string; area_code: string };

/** Ends the sessions that a condition on sessions and users names, with a journal row for each. */
export function closeSessions(
  database: Database,
  condition: Statement,
  reason: string,
): Promise<number> {
  return database.write(systemViewer(), (tx) => closeSessionsIn(tx, condition, reason));
}

/** The same within a change that takes the right away, so that both happen or neither. */
export async function closeSessionsIn(
  tx: Writing,
  condition: Statement,
  reason: string,
): Promise<number> {
  const closed = await tx.query<ClosedSession>(sql`-- Which sessions end?
    delete from sessions using users where users.id = sessions.user_id and ${condition}
    returning id_hash, area_code`);
  for (const { id_hash, area_code } of closed) {
    tx.record({
      kind: 'session.closed',
      areaCode: area_code,
      subjectKind: 'session',
      subjectId: id_hash,
      payload: { reason },
    });
  }
  return closed.length;
}
