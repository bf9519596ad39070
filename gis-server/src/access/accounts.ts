import { sql } from '#database/sql.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { DomainError, roles, type Clock, type Role } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { accountById, accountsPage, type AccountRow } from './account-queries.ts';
import { endDutiesOf } from './duties.ts';
import { forgiveAccount } from './login-limits.ts';
import { hashPassword } from './password-hash.ts';
import { closeSessionsIn } from './session-queries.ts';
import { requirePermission, type Viewer } from './viewer.ts';

export type NewAccount = {
  commandId: string;
  name: string;
  displayName: string;
  role: string;
  areaCode: string;
  departmentCode: string | null;
  password: string;
};

export type AccountChange = { commandId: string; id: string; version: number };
export type AccountMove = AccountChange & {
  areaCode: string;
  role: string;
  departmentCode: string | null;
};

const leastPasswordLength = 12;

/** Creating, moving, resetting and closing accounts within the administrator's own area. */
export class Accounts {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  list(viewer: Viewer, page: { limit: number; afterName?: string; search?: string }) {
    requirePermission(viewer, 'account.manage');
    const { limit, afterName = '', search = '' } = page;
    return this.#database.inScope(viewer, (db) =>
      accountsPage(db, viewer, { limit, afterName, search }),
    );
  }

  async create(viewer: Viewer, account: NewAccount): Promise<AccountRow> {
    requirePermission(viewer, 'account.manage');
    const role = checkedPosition(viewer, account);
    checkPassword(account.password);
    if (!/^[a-z0-9._-]{3,40}$/.test(account.name)) {
      throw new DomainError('invalid-input', "names are 3 to 40 of a-z, 0-9, '.', '-', '_'", {
        reason: 'bad-name',
        details: { field: 'name' },
      });
    }
    const passwordHash = await hashPassword(account.password);
    const { commandId, name, displayName, areaCode, departmentCode } = account;
    const id = await this.#database.command(
      viewer,
      { commandId, kind: 'account.create' },
      async (tx) => {
        await checkPlace(tx, areaCode, departmentCode);
        const newId = randomUUID();
        const added = await tx.query(sql`-- The new account, unless the name is taken
          insert into users (id, name, display_name, role, area_code, department_code, password_hash, created_at)
          values (${newId}, ${name}, ${displayName}, ${role}, ${areaCode}, ${departmentCode},
            ${passwordHash}, ${this.#clock.now()})
          on conflict (name) do nothing returning id`);
        if (added.length === 0) {
          throw new DomainError('conflict', `the name ${name} is taken`, { reason: 'name-taken' });
        }
        recordOf(tx, newId, areaCode).record('account.created', { name, role, areaCode });
        return newId;
      },
    );
    return this.#read(viewer, id);
  }

  async move(viewer: Viewer, move: AccountMove): Promise<AccountRow> {
    const role = checkedPosition(viewer, move);
    const { areaCode, departmentCode } = move;
    return this.#change(viewer, move, 'account.move', async (tx, before) => {
      await checkPlace(tx, areaCode, departmentCode);
      await tx.query(sql`-- Where does the account stand from now on?
        update users set area_code = ${areaCode}, role = ${role}, department_code = ${departmentCode},
          version = version + 1 where id = ${before.id}`);
      await endDutiesOf(tx, before.id, this.#clock.now());
      const journal = {
        fromRole: before.role,
        toRole: role,
        fromAreaCode: before.area_code,
        toAreaCode: areaCode,
        departmentCode,
      };
      // A move is written in both areas: who loses the account sees it go, who gets it sees it come.
      recordOf(tx, before.id, before.area_code).record('account.moved', journal);
      if (areaCode !== before.area_code) {
        recordOf(tx, before.id, areaCode).record('account.moved', journal);
      }
    });
  }

  async reset(viewer: Viewer, change: AccountChange & { password: string }): Promise<AccountRow> {
    requirePermission(viewer, 'account.manage');
    checkPassword(change.password);
    const passwordHash = await hashPassword(change.password);
    return this.#change(viewer, change, 'account.reset', async (tx, before) => {
      await tx.query(sql`-- The new password
        update users set password_hash = ${passwordHash}, version = version + 1 where id = ${before.id}`);
      recordOf(tx, before.id, before.area_code).record('account.reset', {});
      await shutOut(tx, before.id, 'password-reset');
    });
  }

  async close(viewer: Viewer, change: AccountChange): Promise<AccountRow> {
    if (change.id === viewer.userId) {
      throw new DomainError('conflict', 'nobody closes the account they are signed in with', {
        reason: 'own-account',
      });
    }
    return this.#change(viewer, change, 'account.close', async (tx, before) => {
      await tx.query(sql`-- Closed for good
        update users set closed_at = ${this.#clock.now()}, version = version + 1 where id = ${before.id}`);
      await endDutiesOf(tx, before.id, this.#clock.now());
      recordOf(tx, before.id, before.area_code).record('account.closed', {});
      await shutOut(tx, before.id, 'account-closed');
    });
  }

  async #change(
    viewer: Viewer,
    { commandId, id, version }: AccountChange,
    kind: string,
    work: (tx: Writing, before: AccountRow) => Promise<void>,
  ): Promise<AccountRow> {
    requirePermission(viewer, 'account.manage');
    await this.#database.command(viewer, { commandId, kind }, async (tx) => {
      const before = await accountById(tx, viewer, id);
      if (before === undefined) throw new DomainError('not-found', 'no such account');
      if (before.version !== version) throw changedMeanwhile(before.version);
      if (before.closed_at !== null) {
        throw new DomainError('conflict', 'the account is closed', { reason: 'account-closed' });
      }
      await work(tx, before);
    });
    return this.#read(viewer, id);
  }

  async #read(viewer: Viewer, id: string): Promise<AccountRow> {
    const row = await this.#database.inScope(viewer, (db) => accountById(db, viewer, id));
    if (row === undefined) throw new DomainError('not-found', 'no such account');
    return row;
  }
}

/** Ends the account's sessions and forgets its failed sign-ins, with the change that is the reason or not at all. */
function shutOut(tx: Writing, id: string, reason: string): Promise<void> {
  return tx.atRoot(async () => {
    await closeSessionsIn(tx, sql`user_id = ${id}`, reason);
    await forgiveAccount(tx, id);
  });
}

function recordOf(tx: Writing, id: string, areaCode: string) {
  return {
    record<K extends 'account.created' | 'account.moved' | 'account.reset' | 'account.closed'>(
      kind: K,
      payload: Parameters<typeof tx.record<K>>[0]['payload'],
    ): void {
      tx.record<K>({ kind, areaCode, subjectKind: 'account', subjectId: id, payload });
    },
  };
}

function checkedPosition(
  viewer: Viewer,
  {
    role,
    areaCode,
    departmentCode,
  }: { role: string; areaCode: string; departmentCode: string | null },
): Role {
  requirePermission(viewer, 'account.manage');
  const known = roles.find((each) => each === role);
  if (known === undefined) {
    throw new DomainError('invalid-input', `no such role: ${role}`, {
      reason: 'unknown-role',
      details: { field: 'role' },
    });
  }
  if (known === 'department' && departmentCode === null) {
    throw new DomainError('invalid-input', 'an account of a department names the department', {
      reason: 'department-missing',
      details: { field: 'departmentCode' },
    });
  }
  if (!areaCode.startsWith(viewer.scopePrefix)) {
    throw new DomainError('not-allowed', 'the area lies outside the administrator’s own', {
      reason: 'outside-scope',
    });
  }
  return known;
}

async function checkPlace(
  tx: Writing,
  areaCode: string,
  departmentCode: string | null,
): Promise<void> {
  const [found] = await tx.query<{ area: boolean; department: boolean }>(
    sql`-- Are area and department known?
      select (${areaCode} = '' or exists (select 1 from areas where code = ${areaCode})) as area,
        (${departmentCode}::text is null or exists (select 1 from departments where code = ${departmentCode}))
          as department`,
  );
  if (!found?.area) {
    throw new DomainError('invalid-input', `no such area: ${areaCode}`, {
      reason: 'unknown-area',
      details: { field: 'areaCode' },
    });
  }
  if (!found.department) {
    throw new DomainError('invalid-input', `no such department: ${departmentCode}`, {
      reason: 'unknown-department',
      details: { field: 'departmentCode' },
    });
  }
}

function checkPassword(password: string): void {
  if (password.length < leastPasswordLength || password.length > 256) {
    throw new DomainError(
      'invalid-input',
      `a password has at least ${leastPasswordLength} characters`,
      {
        reason: 'password-too-short',
        details: { field: 'password' },
      },
    );
  }
}

function changedMeanwhile(version: number): DomainError {
  return new DomainError('conflict', 'somebody else changed the account meanwhile', {
    reason: 'version-conflict',
    details: { version },
  });
}
