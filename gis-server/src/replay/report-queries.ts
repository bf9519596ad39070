import { codesWithin, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { Stretch } from './queries.ts';

export type BinRow = { bin: number; grade: number; reports: number };

export function reportBins(db: Reading, viewer: Viewer, stretch: Stretch & { bins: number }) {
  const { areaCode, from, to, bins } = stretch;
  return db.query<BinRow>(sql`-- How many cases of each grade were reported in each part of this time?
    select width_bucket(extract(epoch from at), extract(epoch from ${from}::timestamptz),
      extract(epoch from ${to}::timestamptz), ${bins}::int) - 1 as bin,
      (payload ->> 'grade')::int as grade, count(*)::int as reports
    from journal
    where kind = 'incident.reported' and at >= ${from} and at < ${to}
      and ${codesWithin(areaCode, 'area_code')} and ${withinScope(viewer, 'area_code')}
    group by 1, 2 order by 1, 2`);
}

export type ReportMoment = { at: Date; incidentId: string; title: string; grade: number };

type Beside = { areaCode: string; at: Date; later: boolean; bound: Date };

/** The bound keeps the search within few partitions of the journal. */
export async function reportBeside(
  db: Reading,
  viewer: Viewer,
  { areaCode, at, later, bound }: Beside,
): Promise<ReportMoment | null> {
  const side = later
    ? sql`at > ${at} and at <= ${bound} and ${codesWithin(areaCode, 'area_code')}
      and ${withinScope(viewer, 'area_code')} order by at, seq`
    : sql`at < ${at} and at >= ${bound} and ${codesWithin(areaCode, 'area_code')}
      and ${withinScope(viewer, 'area_code')} order by at desc, seq desc`;
  const [row] = await db.query<ReportMoment>(sql`-- Which case was reported next to this moment?
    select at, subject_id as "incidentId", payload ->> 'title' as title, (payload ->> 'grade')::int as grade
    from journal where kind = 'incident.reported' and ${side} limit 1`);
  return row ?? null;
}
