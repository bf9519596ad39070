/** Departments, accounts, grid workers with their cells, and the duty persons of the demo. */
import { randomUUID } from 'node:crypto';
import { hashPassword } from '#access/password-hash.ts';
import type { Database } from '#database/transaction.ts';
import type { DemoCity, DepartmentRow } from 'grid-data/generate';
import { demoPassword } from './demo-password.ts';
import { insertRows } from './insert-rows.ts';

export type SeededAccount = {
  id: string;
  name: string;
  displayName: string;
  role: string;
  areaCode: string;
  departmentCode: string | null;
  /** Null for the many who cannot sign in before an administrator resets them. */
  password: string | null;
};

/** Accounts of the demo with fresh passwords, and those of all grid workers. */
export function demoAccounts(city: DemoCity): SeededAccount[] {
  const named = city.accounts.map((account) => ({
    id: randomUUID(),
    ...account,
    password: demoPassword(),
  }));
  const known = new Set(named.map(({ name }) => name));
  const workers = city.gridWorkers
    .filter(({ accountName }) => !known.has(accountName))
    .map(({ accountName, displayName, areaCode }) => ({
      id: randomUUID(),
      name: accountName,
      displayName,
      role: 'grid-worker',
      areaCode,
      departmentCode: null,
      password: null,
    }));
  return [...named, ...workers];
}

export async function seedDepartments(
  database: Database,
  departments: readonly DepartmentRow[],
): Promise<void> {
  await insertRows(
    database,
    {
      name: 'departments',
      columns: [
        ['code', 'text'],
        ['name_zh', 'text'],
        ['name_en', 'text'],
        ['area_code', 'text'],
      ],
    },
    departments.map(({ code, nameZh, nameEn, areaCode }) => ({
      code,
      name_zh: nameZh,
      name_en: nameEn,
      area_code: areaCode,
    })),
  );
}

/** A hash no password has: the account stands, but nobody signs in before it is reset. */
const noPassword = 'none';

export async function seedAccounts(
  database: Database,
  accounts: readonly SeededAccount[],
  now: Date,
): Promise<void> {
  const rows = await Promise.all(
    accounts.map(async (account) => ({
      id: account.id,
      name: account.name,
      display_name: account.displayName,
      role: account.role,
      area_code: account.areaCode,
      department_code: account.departmentCode,
      password_hash: account.password === null ? noPassword : await hashPassword(account.password),
      created_at: now.toISOString(),
    })),
  );
  await insertRows(
    database,
    {
      name: 'users',
      columns: [
        ['id', 'uuid'],
        ['name', 'text'],
        ['display_name', 'text'],
        ['role', 'text'],
        ['area_code', 'text'],
        ['department_code', 'text'],
        ['password_hash', 'text'],
        ['created_at', 'timestamptz'],
      ],
    },
    rows,
  );
}

export async function seedAssignments(
  database: Database,
  city: DemoCity,
  accounts: readonly SeededAccount[],
): Promise<void> {
  const idByName = new Map(accounts.map(({ name, id }) => [name, id]));
  await insertRows(
    database,
    {
      name: 'grid_worker_assignments',
      columns: [
        ['user_id', 'uuid'],
        ['grid_system', 'text'],
        ['grid_code', 'text'],
        ['post', 'text'],
        ['area_code', 'text'],
      ],
    },
    city.gridWorkers.flatMap(({ accountName, assignments }) =>
      assignments.map(({ gridSystem, gridCode, post }) => ({
        user_id: idByName.get(accountName),
        grid_system: gridSystem,
        grid_code: gridCode,
        post,
        area_code: gridCode.slice(0, 12),
      })),
    ),
  );
}

/** The demo's center has its leader and its shift leader on duty, so that the wall may show pictures. */
export async function seedDuties(
  database: Database,
  accounts: readonly SeededAccount[],
  now: Date,
): Promise<void> {
  const posts = { leader: 'leader', 'shift-leader': 'shift-leader' } as const;
  const center = accounts.find(({ role }) => role === 'leader')?.areaCode;
  // The shift leader of a town signs in when there is a case to lead.
  const rows = accounts.flatMap(({ id, role, areaCode, password }) =>
    role in posts && areaCode === center && password !== null
      ? [
          {
            id: randomUUID(),
            area_code: areaCode,
            post: role,
            user_id: id,
            signed_in_at: now.toISOString(),
          },
        ]
      : [],
  );
  await insertRows(
    database,
    {
      name: 'duties',
      columns: [
        ['id', 'uuid'],
        ['area_code', 'text'],
        ['post', 'text'],
        ['user_id', 'uuid'],
        ['signed_in_at', 'timestamptz'],
      ],
    },
    rows,
  );
}
