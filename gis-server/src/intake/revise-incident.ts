/** What a newer revision of an order changes of its case, and how a case is written anew. */
import { withinCaseScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Writing } from '#database/transaction.ts';
import type { IncidentClassRecord, IncidentRecord } from '#incidents/incident-record.ts';
import { incidentsForUpdate } from '#incidents/queries.ts';
import type { ReportWords } from '#incidents/report-incident.ts';
import type { Order } from '#intake/intake-queries.ts';
import { keepReporter } from '#reporters/reporter-queries.ts';
import { searchGrams } from '#search/search-grams.ts';
import { pointSql } from '#within/within-statement.ts';
import { DomainError, revisableFields } from 'grid-data';
import type { RevisableField } from 'grid-data';

/** Only an order is revised: its journal row is what ends the looks that the old class had allowed. */
type OrderWords = ReportWords & { order: Order };
type Revision = { incidentId: string; words: OrderWords; kind: IncidentClassRecord };

export async function reviseIncident(
  tx: Writing,
  viewer: Viewer,
  { incidentId, words, kind }: Revision,
): Promise<void> {
  const before = (await incidentsForUpdate(tx, viewer, [incidentId])).get(incidentId);
  if (before === undefined) {
    throw new DomainError('conflict', 'this order has become a case outside your scope', {
      reason: 'order-elsewhere',
    });
  }
  if (words.refuseKnown === true && revisableFields(before.state).length === 0) {
    throw new DomainError('conflict', 'the case of this order has ended and is not changed', {
      reason: 'order-ended',
      details: { field: 'input.order' },
    });
  }
  const given: Record<RevisableField, string | number | null> = {
    classCode: kind.code,
    title: words.title ?? kind.nameZh,
    description: words.description,
    address: words.address,
    grade: words.grade ?? kind.defaultGrade,
  };
  const changed = revisableFields(before.state).filter((field) => given[field] !== before[field]);
  if (changed.length > 0) {
    const after = { ...before, ...Object.fromEntries(changed.map((name) => [name, given[name]])) };
    await rewrite(tx, viewer, { ...after, version: before.version + 1 });
  }
  if (words.reporter !== null) await keepReporter(tx, before, words.reporter);
  recordRevision(tx, before, words, changed);
}

/** What a case says and where it lies; a condition of another class is none of its own. */
export async function rewrite(tx: Writing, viewer: Viewer, after: IncidentRecord): Promise<void> {
  const point = pointSql(after.position);
  await tx.query(sql`-- What does the case say now?
    update incidents i set class_code = ${after.classCode}, title = ${after.title},
      description = ${after.description}, address = ${after.address}, grade = ${after.grade},
      area_code = ${after.areaCode}, unit_grid_code = ${after.unitGridCode},
      governance_grid_code = ${after.governanceGridCode}, position = ${point},
      standard_id = case when i.class_code = ${after.classCode} then i.standard_id end,
      version = ${after.version}
    where i.id = ${after.id}::uuid
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}`);
  await tx.query(sql`-- And by what is it found?
    update search_entries set title = ${after.title}, detail = ${after.address},
      grams = ${searchGrams([after.title, after.address])}, area_code = ${after.areaCode},
      position = ${point}
    where kind = 'incident' and id = ${after.id}`);
}

function recordRevision(
  tx: Writing,
  { id, areaCode, departmentCode, position }: IncidentRecord,
  { order }: OrderWords,
  changed: readonly string[],
): void {
  tx.record({
    kind: 'incident.revised',
    areaCode,
    departmentCode,
    subjectKind: 'incident',
    subjectId: id,
    position,
    payload: { ...order, changed: [...changed] },
  });
}
