import { withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import {
  plotFacts,
  type PlotColor,
  type PlotContent,
  type PlotKind,
  type PlotSymbol,
} from 'grid-data';

export type PlotRecord = {
  id: string;
  incidentId: string;
  areaCode: string;
  /** Of the case, which a department's scope goes by. */
  departmentCode: string | null;
  kind: PlotKind;
  symbol: PlotSymbol | null;
  label: string | null;
  color: PlotColor;
  shape: { type: 'Point' | 'LineString' | 'Polygon'; coordinates: unknown[] };
  version: number;
  copyOf: string | null;
  madeBy: string;
  changedBy: string;
  changedAt: Date;
  removed: boolean;
};

const columns = sql`p.id, p.incident_id::text as "incidentId", p.area_code as "areaCode",
  i.department_code as "departmentCode", p.kind, p.symbol, p.label, p.color, p.shape, p.version,
  p.copy_of as "copyOf", p.made_by_name as "madeBy", p.changed_by_name as "changedBy",
  p.changed_at as "changedAt", p.removed_at is not null as removed`;

/** A plot is seen by whoever sees its incident. */
const scope = (viewer: Viewer) => withinCaseScope(viewer, 'i.area_code', 'i.department_code');

export function plotsOfIncident(
  db: Reading,
  viewer: Viewer,
  { incidentId, removed }: { incidentId: string; removed: boolean },
) {
  return db.query<PlotRecord>(sql`-- What is drawn on this incident's map?
    select ${columns} from plots p join incidents i on i.id = p.incident_id
    where p.incident_id = ${incidentId}::uuid and (p.removed_at is not null) = ${removed}
      and ${scope(viewer)} order by p.changed_at, p.id limit 2000`);
}

export async function plotById(db: Reading, viewer: Viewer, id: string) {
  const rows = await db.query<PlotRecord>(sql`-- Which plot has this id?
    select ${columns} from plots p join incidents i on i.id = p.incident_id
    where p.id = ${id}::uuid and ${scope(viewer)}`);
  return rows[0] ?? null;
}

/** The plot as it is once nobody else is changing it; held until the end of the transaction. */
export async function plotForUpdate(db: Reading, viewer: Viewer, id: string) {
  const rows =
    await db.query<PlotRecord>(sql`-- What is this plot now, while nobody else changes it?
    select ${columns} from plots p join incidents i on i.id = p.incident_id
    where p.id = ${id}::uuid and ${scope(viewer)} for update of p`);
  return rows[0] ?? null;
}

/** From the journal, which keeps every version; null where it holds none of this one. */
export async function plotAtVersion(
  db: Reading,
  viewer: Viewer,
  { id, version }: { id: string; version: number },
): Promise<PlotContent | null> {
  const rows = await db.query<{ facts: unknown }>(sql`-- What was this plot in that version?
    select payload as facts from journal where subject_kind = 'plot' and subject_id = ${id}
      and kind in ('plot.saved', 'plot.restored') and (payload->>'version')::int = ${version}
      and ${withinScope(viewer, 'area_code')} order by seq desc limit 1`);
  const facts = plotFacts.safeParse(rows[0]?.facts);
  return facts.success ? facts.data : null;
}

export type PlotToKeep = Pick<
  PlotRecord,
  'id' | 'incidentId' | 'areaCode' | 'kind' | 'symbol' | 'label' | 'color' | 'copyOf'
> & { shape: object; by: string; at: Date };

/** Answers whether it was added: an id that is taken adds nothing. */
export async function insertPlot(db: Reading, plot: PlotToKeep): Promise<boolean> {
  const rows = await db.query(sql`-- Draws it.
    insert into plots (id, incident_id, area_code, kind, symbol, label, color, shape, version, copy_of,
      made_by_name, changed_by_name, changed_at)
    values (${plot.id}, ${plot.incidentId}, ${plot.areaCode}, ${plot.kind}, ${plot.symbol}, ${plot.label},
      ${plot.color}, ${JSON.stringify(plot.shape)}::jsonb, 1, ${plot.copyOf}, ${plot.by}, ${plot.by}, ${plot.at})
    on conflict (id) do nothing returning id`);
  return rows.length > 0;
}

export function updatePlot(db: Reading, plot: PlotToKeep) {
  return db.query(sql`-- Changes it; what was changed is out of the trash.
    update plots p set kind = ${plot.kind}, symbol = ${plot.symbol}, label = ${plot.label},
      color = ${plot.color}, shape = ${JSON.stringify(plot.shape)}::jsonb, version = p.version + 1,
      changed_by_name = ${plot.by}, changed_at = ${plot.at}, removed_at = null
    where p.id = ${plot.id}::uuid`);
}

export function setPlotRemoved(db: Reading, id: string, removedAt: Date | null) {
  return db.query(sql`-- Puts it into the trash, or takes it out.
    update plots p set removed_at = ${removedAt}, version = p.version + 1 where p.id = ${id}::uuid`);
}
