import { codesWithin, withinCaseScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { InstructionKind } from 'grid-data';

export type InstructionRecord = {
  id: string;
  incidentId: string;
  areaCode: string;
  kind: InstructionKind;
  text: string;
  departmentCode: string | null;
  issuedById: string;
  issuedBy: string;
  issuedAt: Date;
  receivedBy: string | null;
  receivedAt: Date | null;
  reply: string | null;
};

const columns = sql`n.id, n.incident_id as "incidentId", n.area_code as "areaCode", n.kind, n.text,
  n.department_code as "departmentCode", n.issued_by as "issuedById", n.issued_by_name as "issuedBy",
  n.issued_at as "issuedAt", n.received_by_name as "receivedBy", n.received_at as "receivedAt", n.reply`;

const scope = (viewer: Viewer) => withinCaseScope(viewer, 'n.area_code', 'n.department_code');

type InstructionFilter = {
  areaCode: string | null;
  incidentId: string | null;
  waitingOnly: boolean;
  first: number;
};

export function instructions(db: Reading, viewer: Viewer, filter: InstructionFilter) {
  const conditions = [scope(viewer)];
  if (filter.areaCode !== null) conditions.push(codesWithin(filter.areaCode, 'n.area_code'));
  if (filter.incidentId !== null) {
    conditions.push(sql`n.incident_id = ${filter.incidentId}::uuid`);
  }
  if (filter.waitingOnly) conditions.push(sql`n.received_at is null`);
  return db.query<InstructionRecord>(sql`-- What has been said to cases there, newest first?
    select ${columns} from instructions n where ${joinSql(conditions, ' and ')}
    order by n.issued_at desc, n.id limit ${filter.first}`);
}

export async function instructionById(db: Reading, viewer: Viewer, id: string) {
  const rows = await db.query<InstructionRecord>(sql`-- Which instruction is this?
    select ${columns} from instructions n where n.id = ${id}::uuid and ${scope(viewer)}`);
  return rows[0] ?? null;
}

export async function insertInstruction(
  db: Reading,
  made: Omit<InstructionRecord, 'receivedBy' | 'receivedAt' | 'reply'>,
): Promise<void> {
  const { id, incidentId, areaCode, kind, text, departmentCode } = made;
  await db.query(sql`-- What is said to the case?
    insert into instructions (id, incident_id, area_code, kind, text, department_code, issued_by,
      issued_by_name, issued_at)
    values (${id}, ${incidentId}, ${areaCode}, ${kind}, ${text}, ${departmentCode}::text,
      ${made.issuedById}, ${made.issuedBy}, ${made.issuedAt})`);
}

/** False where somebody else has taken it before. */
export async function receive(
  db: Reading,
  viewer: Viewer,
  { id, at, reply }: { id: string; at: Date; reply: string | null },
): Promise<boolean> {
  const rows = await db.query(sql`-- Does it still wait for somebody?
    update instructions n set received_by = ${viewer.userId}, received_by_name = ${viewer.displayName},
      received_at = ${at}, reply = ${reply}::text
    where n.id = ${id}::uuid and n.received_at is null and ${scope(viewer)} returning n.id`);
  return rows.length > 0;
}
