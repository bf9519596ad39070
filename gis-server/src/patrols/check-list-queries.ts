import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { CheckItem, PatrolKind } from 'grid-data';

export type CheckListRecord = {
  code: string;
  version: number;
  kind: PatrolKind;
  nameZh: string;
  nameEn: string;
  items: CheckItem[];
  retiredAt: Date | null;
};

const columns = sql`l.code, l.version, l.kind, l.name_zh as "nameZh", l.name_en as "nameEn", l.items,
  l.retired_at as "retiredAt"`;

export function newestCheckLists(db: Reading) {
  return db.query<CheckListRecord>(sql`-- Which lists does the city look by?
    select * from (select distinct on (l.code) ${columns} from check_lists l
      order by l.code, l.version desc) as newest
    order by "retiredAt" is not null, kind, code`);
}

export async function newestCheckList(db: Reading, code: string): Promise<CheckListRecord | null> {
  const [row] = await db.query<CheckListRecord>(sql`-- Which version of the list holds?
    select ${columns} from check_lists l where l.code = ${code} order by l.version desc limit 1`);
  return row ?? null;
}

/** Each in one version. */
export function checkListsOf(
  db: Reading,
  keys: readonly { listCode: string; listVersion: number }[],
) {
  return db.query<CheckListRecord>(sql`-- By which lists were these filled in?
    select ${columns} from check_lists l
    join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as asked("listCode" text, "listVersion" integer)
      on l.code = asked."listCode" and l.version = asked."listVersion"`);
}

export async function insertCheckList(
  db: Reading,
  { list, at }: { list: Omit<CheckListRecord, 'retiredAt'>; at: Date },
): Promise<void> {
  const { code, version, kind, nameZh, nameEn, items } = list;
  await db.query(sql`-- What is looked at from now on?
    insert into check_lists (code, version, kind, name_zh, name_en, items, changed_at)
    values (${code}, ${version}, ${kind}, ${nameZh}, ${nameEn}, ${JSON.stringify(items)}::jsonb, ${at})`);
}

export async function setRetired(
  db: Reading,
  { code, version, retiredAt }: { code: string; version: number; retiredAt: Date | null },
): Promise<void> {
  await db.query(sql`-- Is it used for what is new?
    update check_lists set retired_at = ${retiredAt} where code = ${code} and version = ${version}`);
}
