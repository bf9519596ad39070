/** What people put up and drew, told by the journal: the tables beside it keep the present and little of what was. */
import { codesWithin, withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql, type Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { PlotColor, PlotKind, PlotSymbol, WallContent } from 'grid-data';
import { meets, mostRows, type Stretch } from './queries.ts';

export type WallSpan = {
  screenId: string;
  screenName: string;
  leftMm: number;
  topMm: number;
  widthMm: number;
  heightMm: number;
  content: WallContent;
  sceneName: string | null;
  shownByName: string | null;
  cause: unknown;
  fromAt: Date;
  toAt: Date | null;
};

export function wallSpans(db: Reading, viewer: Viewer, { areaCode, from, to }: Stretch) {
  const shown = sql`j.kind = 'wall.shown' and j.subject_kind = 'wall-screen' and j.subject_id = w.id::text
    and ${withinScope(viewer, 'j.area_code')}`;
  return db.query<WallSpan>(sql`-- What did each screen of the halls show then, and by whose hand?
    select * from (
      select w.id as "screenId", s.payload ->> 'screenName' as "screenName", w.left_mm as "leftMm",
        w.top_mm as "topMm", w.width_mm as "widthMm", w.height_mm as "heightMm", s.payload -> 'content' as content,
        s.payload ->> 'sceneName' as "sceneName", s.actor_name as "shownByName", s.payload -> 'cause' as cause,
        s.at as "fromAt", lead(s.at, 1, case when w.removed_at <= ${to} then w.removed_at end)
          over (partition by w.id order by s.seq) as "toAt"
      from wall_screens w cross join lateral (
        (select j.seq, j.at, j.actor_name, j.payload from journal j
          where ${shown} and j.at <= ${from} order by j.seq desc limit 1)
        union all
        select j.seq, j.at, j.actor_name, j.payload from journal j
          where ${shown} and j.at > ${from} and j.at <= ${to}
      ) as s
      where ${codesWithin(areaCode, 'w.area_code')} and ${withinScope(viewer, 'w.area_code')}
    ) as spans
    where "toAt" is null or "toAt" > ${from}
    order by "leftMm", "topMm", "fromAt" limit ${mostRows.wall + 1}`);
}

export type PlotSpan = {
  id: string;
  incidentId: string;
  kind: PlotKind;
  symbol: PlotSymbol | null;
  label: string | null;
  color: PlotColor;
  shape: object;
  changedBy: string | null;
  fromAt: Date;
  toAt: Date | null;
};

/** Of the cases that were open then: of others nobody drew. */
export function plotSpans(db: Reading, viewer: Viewer, stretch: Stretch) {
  const { areaCode, from, to } = stretch;
  const told: Statement = sql`j.kind in ('plot.saved', 'plot.restored', 'plot.removed') and j.subject_kind = 'plot'
    and j.subject_id = p.id::text and ${withinScope(viewer, 'j.area_code')}`;
  return db.query<PlotSpan>(sql`-- What stood drawn on the maps of the cases then?
    select id, "incidentId", payload ->> 'kind' as kind, payload ->> 'symbol' as symbol,
      payload ->> 'label' as label, payload ->> 'color' as color, payload -> 'shape' as shape,
      actor_name as "changedBy", at as "fromAt", "toAt"
    from (
      select p.id, p.incident_id::text as "incidentId", j.did, j.payload, j.actor_name, j.at,
        lead(j.at) over (partition by p.id order by j.seq) as "toAt"
      from plots p cross join lateral (
        (select j.seq, j.at, j.kind as did, j.actor_name, j.payload from journal j
          where ${told} and j.at <= ${from} order by j.seq desc limit 1)
        union all
        select j.seq, j.at, j.kind as did, j.actor_name, j.payload from journal j
          where ${told} and j.at > ${from} and j.at <= ${to}
      ) as j
      where ${codesWithin(areaCode, 'p.area_code')} and ${withinScope(viewer, 'p.area_code')} and exists (
        select 1 from incident_spans s where s.incident_id = p.incident_id and ${meets(stretch)}
          and ${withinCaseScope(viewer, 's.area_code', 's.department_code')})
    ) as spans
    where did <> 'plot.removed' and ("toAt" is null or "toAt" > ${from})
    order by "fromAt", id limit ${mostRows.plots + 1}`);
}
