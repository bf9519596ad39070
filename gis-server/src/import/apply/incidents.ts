/** Reports of other systems, each order once in its newest revision: emergency lines, hotlines, files. */
import { readCaseRules } from '#cases/case-rules.ts';
import { joinSql, identifier, sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Writing } from '#database/transaction.ts';
import { incidentStates, revisableFields, stageFrom } from 'grid-data';
import type { RevisableField } from 'grid-data';
import type { BatchOrder } from './apply-batch.ts';

/** The class that a row names by its code or by its name. */
export const classOfRow = sql`(select kind.code from incident_classes kind
  where kind.code = row.payload ->> 'classCode'
    or (not row.payload ? 'classCode' and kind.name_zh = row.payload ->> 'className')
  order by kind.code limit 1)`;

const cellOf = (system: 'unit' | 'governance') => sql`(select cell.code from grid_cells cell
  where cell.grid_system = ${system} and cell.outline && row.position
    and st_covers(cell.outline, row.position) order by cell.code limit 1)`;

type Brought = {
  id: string;
  areaCode: string;
  departmentCode: string | null;
  longitude: number;
  latitude: number;
};

export async function bringIncidents(tx: Writing, order: BatchOrder): Promise<void> {
  await bringNew(tx, order);
  await bringRevisions(tx, order);
  await bringReporters(tx, order);
}

async function bringNew(tx: Writing, { batchId, at }: BatchOrder): Promise<void> {
  await tx.query(sql`-- Which orders have not come before?
    insert into intake (source, external_id, revision, incident_id, first_at, last_at)
    select payload ->> 'source', payload ->> 'externalId', (payload ->> 'revision')::integer,
      gen_random_uuid(), ${at}, ${at}
    from import_rows where batch_id = ${batchId}
    on conflict (source, external_id) do nothing`);
  const stage = stageFrom('reported', { at, ...(await readCaseRules(tx)) });
  const due = stage.due === null ? null : new Date(stage.due);
  const added = await tx.query<Brought & NewWords>(sql`-- Which cases do they become?
    insert into incidents (id, class_code, title, description, state, grade, source, area_code,
      unit_grid_code, governance_grid_code, component_code, address, position, reported_at, stages, stage_due_at)
    select intake.incident_id, kind.code, coalesce(payload ->> 'title', kind.name_zh),
      payload ->> 'description', 'reported', coalesce((payload ->> 'grade')::integer, kind.default_grade),
      intake.source, row.area_code, ${cellOf('unit')}, ${cellOf('governance')},
      payload ->> 'cityComponentCode', payload ->> 'address',
      row.position, coalesce((payload ->> 'reportedAt')::timestamptz, ${at}::timestamptz),
      ${JSON.stringify({ reported: stage })}::jsonb, ${due}::timestamptz
    from ${ordersOfBatch} join incident_classes kind on kind.code = ${classOfRow}
    where row.batch_id = ${batchId}
      and not exists (select 1 from incidents where incidents.id = intake.incident_id)
    returning ${brought}, class_code as "classCode", title, grade, source, component_code as "componentCode"`);
  await tx.query(sql`-- Lets the search find them.
    insert into search_entries (kind, id, area_code, title, detail, grams, position)
    select 'incident', i.id::text, i.area_code, i.title, i.address,
      array(select jsonb_array_elements_text(row.payload -> 'grams')), i.position
    from ${ordersOfBatch} join incidents i on i.id = intake.incident_id
    where row.batch_id = ${batchId} and i.id = any(${added.map(({ id }) => id)}::uuid[])
    on conflict (kind, id) do nothing`);
  for (const { classCode, title, grade, source, componentCode, ...incident } of added) {
    const payload = { classCode, title, grade, source, componentCode };
    tx.record({ kind: 'incident.reported', ...aboutCase(incident), payload });
  }
}

type NewWords = {
  classCode: string;
  title: string;
  grade: number;
  source: string;
  componentCode: string | null;
};

const ordersOfBatch = sql`import_rows row join intake on intake.source = row.payload ->> 'source'
  and intake.external_id = row.payload ->> 'externalId'`;
const brought = sql`incidents.id::text as id, incidents.area_code as "areaCode",
  incidents.department_code as "departmentCode", ST_X(incidents.position) as longitude,
  ST_Y(incidents.position) as latitude`;

/** What a row says of each field; what it does not say is taken back, as its newest revision has it. */
const newWords: Record<RevisableField, { column: string; words: Statement }> = {
  classCode: { column: 'class_code', words: sql`kind.code` },
  title: { column: 'title', words: sql`coalesce(payload ->> 'title', kind.name_zh)` },
  description: { column: 'description', words: sql`payload ->> 'description'` },
  address: { column: 'address', words: sql`payload ->> 'address'` },
  grade: {
    column: 'grade',
    words: sql`coalesce((payload ->> 'grade')::integer, kind.default_grade)`,
  },
};

async function bringRevisions(tx: Writing, { batchId, at }: BatchOrder): Promise<void> {
  const newer = await tx.query<{ id: string }>(sql`-- Which orders have come in a newer revision?
    update intake set revision = (row.payload ->> 'revision')::integer, last_at = ${at}
    from import_rows row where row.batch_id = ${batchId} and intake.source = row.payload ->> 'source'
      and intake.external_id = row.payload ->> 'externalId'
      and intake.revision < (row.payload ->> 'revision')::integer
    returning intake.incident_id::text as id`);
  if (newer.length === 0) return;
  for (const fields of [revisableFields('reported'), revisableFields('registered')]) {
    await revise(tx, { batchId, ids: newer.map(({ id }) => id), fields });
  }
}

async function revise(
  tx: Writing,
  { batchId, ids, fields }: { batchId: string; ids: string[]; fields: readonly RevisableField[] },
): Promise<void> {
  const states = incidentStates.filter((state) => revisableFields(state).length === fields.length);
  const columns = fields.map((field) => ({ field, ...newWords[field] }));
  const set = columns.map(({ column, words }) => sql`${identifier(column)} = ${words}`);
  const differing = columns.map(
    ({ field, column, words }) =>
      sql`case when incidents.${identifier(column)} is distinct from ${words} then ${field}::text end`,
  );
  type Revised = Brought & {
    source: string;
    externalId: string;
    revision: number;
    changed: string[];
  };
  const revised =
    await tx.query<Revised>(sql`-- What do these cases say now, and what did they say before?
    with before as (
      select incidents.id, array_remove(array[${joinSql(differing, ', ')}], null) as changed
      from ${ordersOfBatch} join incident_classes kind on kind.code = ${classOfRow}
        join incidents on incidents.id = intake.incident_id
      where row.batch_id = ${batchId} and incidents.id = any(${ids}::uuid[])
        and incidents.state = any(${states})
    )
    update incidents set ${joinSql(set, ', ')}, version = incidents.version + 1
    from ${ordersOfBatch} join incident_classes kind on kind.code = ${classOfRow}
      join before on before.id = intake.incident_id
    where row.batch_id = ${batchId} and incidents.id = before.id and cardinality(before.changed) > 0
    returning ${brought}, intake.source, intake.external_id as "externalId", intake.revision,
      before.changed`);
  for (const { source, externalId, revision, changed, ...incident } of revised) {
    const payload = { source, externalId, revision, changed };
    tx.record({ kind: 'incident.revised', ...aboutCase(incident), payload });
  }
}

async function bringReporters(tx: Writing, { batchId }: BatchOrder): Promise<void> {
  await tx.query(sql`-- Who told of them, as the newest revision has it
    insert into reporters (incident_id, area_code, name, telephone, home, wants_call_back)
    select i.id, i.area_code, payload ->> 'reporterName', payload ->> 'reporterTelephone',
      payload ->> 'reporterHome', (payload ->> 'wantsCallBack')::boolean
    from ${ordersOfBatch} join incidents i on i.id = intake.incident_id
    where row.batch_id = ${batchId} and intake.revision = (payload ->> 'revision')::integer
      and (payload ? 'reporterName' or payload ? 'reporterTelephone' or payload ? 'reporterHome')
    on conflict (incident_id) do update set name = excluded.name, telephone = excluded.telephone,
      home = excluded.home, wants_call_back = excluded.wants_call_back`);
}

function aboutCase({ id, areaCode, departmentCode, longitude, latitude }: Brought) {
  const position = { longitude, latitude };
  return { areaCode, departmentCode, subjectKind: 'incident', subjectId: id, position } as const;
}
