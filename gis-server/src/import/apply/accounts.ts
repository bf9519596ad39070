import { sql } from '#database/sql.ts';
import type { Writing } from '#database/transaction.ts';
import type { Role } from 'grid-data';
import type { BatchOrder } from './apply-batch.ts';

export async function bringAccounts(tx: Writing, { batchId, at }: BatchOrder): Promise<void> {
  const added =
    await tx.query<NewAccount>(sql`-- New accounts; known ones are moved or reset on the page.
    insert into users (id, name, display_name, role, area_code, department_code, password_hash, created_at)
    select gen_random_uuid(), payload ->> 'name', payload ->> 'displayName', payload ->> 'role', area_code,
      payload ->> 'departmentCode', payload ->> 'passwordHash', ${at}
    from import_rows where batch_id = ${batchId}
    returning ${newAccount}`);
  recordNew(tx, added);
}

export async function bringGridWorkers(tx: Writing, { batchId, at }: BatchOrder): Promise<void> {
  const added =
    await tx.query<NewAccount>(sql`-- Accounts of new grid workers, at their first cell's village.
    insert into users (id, name, display_name, role, area_code, password_hash, created_at)
    select distinct on (payload ->> 'accountName') gen_random_uuid(), payload ->> 'accountName',
      payload ->> 'displayName', 'grid-worker', area_code, payload ->> 'passwordHash', ${at}
    from import_rows where batch_id = ${batchId} and payload ? 'passwordHash'
    order by payload ->> 'accountName', line
    on conflict (name) do nothing
    returning ${newAccount}`);
  recordNew(tx, added);
  await tx.query(sql`-- Whoever held the posts that the file gives anew hands them over.
    delete from grid_worker_assignments held using import_rows row
    where row.batch_id = ${batchId} and held.grid_system = row.payload ->> 'gridSystem'
      and held.grid_code = row.payload ->> 'gridCode' and held.post = row.payload ->> 'post'`);
  await tx.query(sql`-- Who is in charge of each cell, and who stands in.
    insert into grid_worker_assignments (user_id, grid_system, grid_code, post, area_code)
    select users.id, payload ->> 'gridSystem', payload ->> 'gridCode', payload ->> 'post', row.area_code
    from import_rows row join users on users.name = row.payload ->> 'accountName'
    where batch_id = ${batchId}
    on conflict (user_id, grid_system, grid_code) do update set post = excluded.post`);
}

type NewAccount = { id: string; name: string; role: Role; areaCode: string };
const newAccount = sql`id::text as id, name, role, area_code as "areaCode"`;

/** An account is made the same way wherever it comes from, so the journal tells of it the same way. */
function recordNew(tx: Writing, accounts: readonly NewAccount[]): void {
  for (const { id, name, role, areaCode } of accounts) {
    tx.record({
      kind: 'account.created',
      areaCode,
      subjectKind: 'account',
      subjectId: id,
      payload: { name, role, areaCode },
    });
  }
}
