import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { IncidentState } from 'grid-data';

/** How often a key has asked in this window, this time counted. */
export async function countUse(db: Reading, key: string, windowAt: Date): Promise<number> {
  const rows = await db.query<{ count: number }>(sql`-- One more in this window
    insert into citizen_limits (key, window_at, count) values (${key}, ${windowAt}, 1)
    on conflict (key, window_at) do update set count = citizen_limits.count + 1 returning count`);
  return rows[0]!.count;
}

export async function forgetOldUse(db: Reading, before: Date): Promise<void> {
  await db.query(sql`-- Which windows are long over?
    delete from citizen_limits where window_at < ${before}`);
}

export async function keepReceipt(
  db: Reading,
  { receipt, incidentId, at }: { receipt: string; incidentId: string; at: Date },
): Promise<void> {
  await db.query(sql`-- By which number is the citizen's case asked for?
    insert into citizen_receipts (receipt, incident_id, given_at)
    values (${receipt}, ${incidentId}::uuid, ${at})`);
}

export type ReceiptRecord = {
  receipt: string;
  state: IncidentState;
  nameZh: string;
  nameEn: string;
  reportedAt: Date;
  closedAt: Date | null;
  /** What was answered to whoever told it, last. */
  answer: string | null;
};

export async function caseOfReceipt(db: Reading, receipt: string): Promise<ReceiptRecord | null> {
  const rows = await db.query<ReceiptRecord>(sql`-- What has become of a citizen's report?
    select r.receipt, coalesce(main.state, i.state) as state, c.name_zh as "nameZh", c.name_en as "nameEn",
      i.reported_at as "reportedAt", coalesce(main.closed_at, i.closed_at) as "closedAt",
      (select answer from call_backs where incident_id = i.id and outcome <> 'not-reached'
        order by called_at desc limit 1) as answer
    from citizen_receipts r join incidents i on i.id = r.incident_id
      left join incidents main on main.id = i.merged_into
      join incident_classes c on c.code = i.class_code
    where r.receipt = ${receipt}`);
  return rows[0] ?? null;
}

export type PublicClass = { code: string; nameZh: string; nameEn: string; icon: string };

export function publicClasses(db: Reading) {
  return db.query<PublicClass>(sql`-- Of what may a citizen tell?
    select code, name_zh as "nameZh", name_en as "nameEn", icon from incident_classes
    where retired_at is null order by code`);
}

export async function cityName(db: Reading): Promise<string | null> {
  const rows = await db.query<{ name: string }>(sql`-- What is the city called?
    select name from areas where parent_code is null order by code limit 1`);
  return rows[0]?.name ?? null;
}
