import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql, type Statement } from '#database/sql.ts';
import type { AcceptedRow } from 'grid-data/import';
import type { ImportOrder } from './import-batch.ts';

export function openBatch(
  id: string,
  { kind, fileName, datum, viewer, at }: ImportOrder & { viewer: Viewer; at: Date },
): Statement {
  return sql`-- Opens the record of an upload.
    insert into import_batches (id, kind, file_name, datum, started_at, actor_id, area_code, state)
    values (${id}, ${kind}, ${fileName}, ${datum}, ${at}, ${viewer.userId}, ${viewer.scopePrefix}, 'staging')`;
}

export function stageRows(batchId: string, rows: readonly AcceptedRow[]): Statement {
  const values = rows.map(({ line, key, payload, shape }) => ({
    line,
    key,
    payload,
    position: shape?.type === 'Point' ? shape : null,
    outline: shape === null || shape.type === 'Point' ? null : shape,
  }));
  return sql`-- Keeps rows that passed the gate until all of the file has come.
    insert into import_rows (batch_id, line, key, payload, position, outline)
    select ${batchId}, line, key, payload,
      st_setsrid(st_geomfromgeojson(position), 4490), st_setsrid(st_geomfromgeojson(outline), 4490)
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as staged (line integer, key text, payload jsonb, position jsonb, outline jsonb)`;
}

export function dropStagedRows(batchId: string): Statement {
  return sql`-- Forgets what was staged.
    delete from import_rows where batch_id = ${batchId}`;
}

export type BatchEnd = {
  state: string;
  at: Date;
  accepted: number;
  rejected: number;
  sha256: string;
};

export function closeBatch(batchId: string, end: BatchEnd): Statement {
  return sql`-- Says how an upload ended.
    update import_batches set state = ${end.state}, finished_at = ${end.at}, accepted = ${end.accepted},
      rejected = ${end.rejected}, sha256 = ${end.sha256}
    where id = ${batchId}`;
}

/** One check over the staged rows: those that `holds` selects are refused with a reason. */
export type RowCheck = { reason: string; detail: Statement; holds: Statement };

export function refuseRows(batchId: string, checks: readonly RowCheck[]): Statement {
  const cases = checks.map(
    ({ reason, detail, holds }) =>
      sql`when ${holds} then jsonb_build_array(${reason}::text, ${detail}::text)`,
  );
  return sql`-- Which staged rows cannot be taken, and why?
    with judged as (
      select row.line, case ${joinSql(cases, ' ')} end as refusal
      from import_rows row where row.batch_id = ${batchId}
    ), refused as (
      delete from import_rows using judged
      where batch_id = ${batchId} and import_rows.line = judged.line and judged.refusal is not null
      returning import_rows.line, judged.refusal
    )
    select line, refusal ->> 0 as reason, refusal ->> 1 as detail from refused order by line`;
}

export function lineRange(batchId: string): Statement {
  return sql`-- Which lines are staged?
    select min(line) as first, max(line) as last from import_rows where batch_id = ${batchId}`;
}

/** Sets the area of rows with a position: the deepest area of the viewer's that holds it. */
export function placeStretch(batchId: string, from: number, to: number): Statement {
  return sql`-- In which area does each staged row lie?
    update import_rows set area_code = coalesce((
      select area.code from areas area
      where area.outline && coalesce(position, st_startpoint(import_rows.outline))
        and st_covers(area.outline, coalesce(position, st_startpoint(import_rows.outline)))
      order by length(area.code) desc, area.code limit 1), '')
    where batch_id = ${batchId} and line between ${from} and ${to}`;
}
