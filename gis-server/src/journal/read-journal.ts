import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { isJournalKind, readPayload, type JournalKind } from 'grid-data';
import type { JournalRow, SubjectKind } from './journal-row.ts';
import { tellUnreadable } from './unreadable-row.ts';
import { visibleKinds } from './visibility.ts';

export type StoredRow = {
  seq: number;
  at: Date;
  kind: string;
  actor_id: string | null;
  actor_name: string | null;
  area_code: string;
  department_code: string | null;
  subject_kind: SubjectKind;
  subject_id: string;
  longitude: number | null;
  latitude: number | null;
  payload: Record<string, unknown>;
  command_id: string | null;
};

/** What a reader selects of the table `journal`. */
export const journalColumns = sql`seq, at, kind, actor_id, actor_name, area_code, department_code, subject_kind,
  subject_id, ST_X(position) as longitude, ST_Y(position) as latitude, payload, command_id`;

export type JournalPage = {
  rows: JournalRow[];
  /** Of all rows that were read, understood or not: reading goes on from here. */
  lastSeq: number;
  isFull: boolean;
  unreadable: number;
};

/** Rows after `seq` that the viewer may see, in order. */
export async function readJournalAfter(
  db: Reading,
  viewer: Viewer,
  { afterSeq, limit }: { afterSeq: number; limit: number },
): Promise<JournalPage> {
  const stored =
    await db.query<StoredRow>(sql`-- What has happened in the viewer's scope after this number?
    select ${journalColumns} from journal
    where seq > ${afterSeq} and kind = any(${visibleKinds(viewer)}) and ${withinScope(viewer, 'area_code')}
    order by seq limit ${limit}`);
  const rows = toJournalRows(stored);
  return {
    rows,
    lastSeq: stored.at(-1)?.seq ?? afterSeq,
    isFull: stored.length === limit,
    unreadable: stored.length - rows.length,
  };
}

export async function readJournalHead(db: Reading): Promise<number> {
  const [row] = await db.query<{ head: number }>(sql`-- Which number was given last?
    select head from journal_counter`);
  return row?.head ?? 0;
}

/** Rows in today's shape; what this version does not understand is left out: a newer server wrote it. */
export function toJournalRows(stored: readonly StoredRow[]): JournalRow[] {
  return stored.flatMap((row) => {
    if (!isJournalKind(row.kind)) return [];
    try {
      return toJournalRow(row, row.kind);
    } catch (error) {
      tellUnreadable(row, error);
      return [];
    }
  });
}

function toJournalRow(stored: StoredRow, kind: JournalKind): JournalRow {
  const { longitude, latitude } = stored;
  return {
    seq: stored.seq,
    at: stored.at,
    kind,
    actorId: stored.actor_id,
    actorName: stored.actor_name,
    areaCode: stored.area_code,
    departmentCode: stored.department_code,
    subjectKind: stored.subject_kind,
    subjectId: stored.subject_id,
    position: longitude === null || latitude === null ? null : { longitude, latitude },
    payload: readPayload(kind, stored.payload),
    commandId: stored.command_id,
  };
}
