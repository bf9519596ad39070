import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { Role } from 'grid-data';
import { withinScope } from './scope.ts';
import type { Viewer } from './viewer.ts';

export type AccountRow = {
  id: string;
  name: string;
  display_name: string;
  role: Role;
  area_code: string;
  department_code: string | null;
  closed_at: Date | null;
  last_sign_in_at: Date | null;
  version: number;
};

const columns = sql`id, name, display_name, role, area_code, department_code, closed_at, last_sign_in_at, version`;

export async function accountById(
  db: Reading,
  viewer: Viewer,
  id: string,
): Promise<AccountRow | undefined> {
  const rows = await db.query<AccountRow>(sql`-- Which account is this?
    select ${columns} from users where id = ${id} and ${withinScope(viewer, 'area_code')}`);
  return rows[0];
}

/** Accounts by name, from the one after `afterName` on. */
export function accountsPage(
  db: Reading,
  viewer: Viewer,
  page: { limit: number; afterName: string; search: string },
): Promise<AccountRow[]> {
  const like = `%${page.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return db.query<AccountRow>(sql`-- Which accounts stand in the viewer's area?
    select ${columns} from users
    where ${withinScope(viewer, 'area_code')} and name > ${page.afterName}
      and (name like ${like} or display_name like ${like})
    order by name limit ${page.limit}`);
}
