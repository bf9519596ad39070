import { codesWithin, withinCaseScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { joinSql, sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { PaperFormat } from './paper.ts';

export type DocumentRecord = {
  id: string;
  areaCode: string;
  departmentCode: string | null;
  kind: string;
  incidentId: string | null;
  title: string;
  fileName: string;
  format: PaperFormat;
  language: string;
  from: Date | null;
  to: Date | null;
  bytes: number;
  sha256: string;
  madeBy: string;
  madeAt: Date;
};

const columns = sql`d.id, d.area_code as "areaCode", d.department_code as "departmentCode", d.kind,
  d.incident_id as "incidentId", d.title, d.file_name as "fileName", d.format, d.language,
  d.from_at as "from", d.to_at as "to", d.bytes, d.sha256, d.made_by as "madeBy", d.made_at as "madeAt"`;

const scope = (viewer: Viewer) => withinCaseScope(viewer, 'd.area_code', 'd.department_code');

type Asked = { areaCode: string; incidentId: string | null; first: number };

export function documents(db: Reading, viewer: Viewer, { areaCode, incidentId, first }: Asked) {
  const conditions = [scope(viewer), codesWithin(areaCode, 'd.area_code')];
  if (incidentId !== null) conditions.push(sql`d.incident_id = ${incidentId}::uuid`);
  return db.query<DocumentRecord>(sql`-- Which documents were made there, the newest first?
    select ${columns} from documents d where ${joinSql(conditions, ' and ')}
    order by d.made_at desc, d.id limit ${first}`);
}

export async function documentById(db: Reading, viewer: Viewer, id: string) {
  const rows = await db.query<DocumentRecord>(sql`-- Which document is this?
    select ${columns} from documents d where d.id = ${id}::uuid and ${scope(viewer)}`);
  return rows[0] ?? null;
}

export async function documentWithContent(db: Reading, viewer: Viewer, id: string) {
  const rows = await db.query<
    DocumentRecord & { content: Buffer }
  >(sql`-- What is written in this document?
    select ${columns}, d.content from documents d where d.id = ${id}::uuid and ${scope(viewer)}`);
  return rows[0] ?? null;
}

export async function insertDocument(
  db: Reading,
  made: DocumentRecord,
  content: Buffer,
): Promise<void> {
  await db.query(sql`-- What was made?
    insert into documents (id, area_code, department_code, kind, incident_id, title, file_name,
      format, language, from_at, to_at, content, bytes, sha256, made_by, made_at)
    values (${made.id}, ${made.areaCode}, ${made.departmentCode}, ${made.kind}, ${made.incidentId}::uuid,
      ${made.title}, ${made.fileName}, ${made.format}, ${made.language}, ${made.from}, ${made.to},
      ${content}, ${made.bytes}, ${made.sha256}, ${made.madeBy}, ${made.madeAt})`);
}

/** Whether it was the first of its kind, area, period, format and language. */
export async function insertReport(
  db: Reading,
  made: DocumentRecord,
  content: Buffer,
): Promise<boolean> {
  const rows = await db.query(sql`-- Which report was made, where nobody has made it before?
    insert into documents (id, area_code, kind, title, file_name, format, language, from_at, to_at,
      content, bytes, sha256, made_by, made_at)
    values (${made.id}, ${made.areaCode}, ${made.kind}, ${made.title}, ${made.fileName},
      ${made.format}, ${made.language}, ${made.from}, ${made.to}, ${content}, ${made.bytes},
      ${made.sha256}, ${made.madeBy}, ${made.madeAt})
    on conflict (kind, area_code, from_at, format, language)
      where kind in ('daily-report', 'monthly-report') do nothing
    returning id`);
  return rows.length > 0;
}
