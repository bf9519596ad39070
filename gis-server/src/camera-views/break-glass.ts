/** 破窗查看: for how long the reason that was written still opens this camera. */
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { breakGlassSeconds, DomainError } from 'grid-data';

/** Less than this is no look. */
const leastSeconds = 5;
/** Nobody writes the same sentence twice by chance; who writes it again a day later has a reason of that day. */
const remembered = '1 day';

type Broken = { cameraId: string; reason: string };

/** The time runs from the first look with this reason: asking again after a broken line does not wind it up anew. */
export async function breakGlassSecondsLeft(
  db: Reading,
  viewer: Viewer,
  { cameraId, reason }: Broken,
  now: Date,
): Promise<number> {
  const [row] = await db.query<{
    first: Date | null;
  }>(sql`-- When was the glass broken with this reason?
    select min(requested_at) as first from camera_views
    where camera_id = ${cameraId} and user_id = ${viewer.userId} and break_glass_reason = ${reason}
      and requested_at > ${now}::timestamptz - ${remembered}::interval`);
  const since = row?.first == null ? 0 : (now.getTime() - row.first.getTime()) / 1000;
  const left = Math.floor(breakGlassSeconds - since);
  if (left >= leastSeconds) return left;
  throw new DomainError('not-allowed', 'the time that this reason gave is over: write one anew', {
    reason: 'break-glass-over',
  });
}
