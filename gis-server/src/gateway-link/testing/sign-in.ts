/** Real accounts with real sessions, for what hangs on both. */
import { Accounts } from '#access/accounts.ts';
import type { Sessions } from '#access/sessions.ts';
import type { Viewer } from '#access/viewer.ts';
import { viewerAt } from '#database/testing/made-up-county.ts';
import type { TestDatabase } from '#database/testing/test-database.ts';
import type { Role } from 'grid-data';
import { randomUUID } from 'node:crypto';

const password = 'a long enough secret';

export function signInWith({ database, clock }: TestDatabase, sessions: Sessions) {
  const accounts = new Accounts({ database, clock });
  return async (role: Role = 'duty-officer', areaCode = '990101001'): Promise<Viewer> => {
    const name = `u-${randomUUID().slice(0, 8)}`;
    await accounts.create(viewerAt('990101', 'administrator'), {
      commandId: randomUUID(),
      name,
      displayName: name,
      role,
      areaCode,
      departmentCode: null,
      password,
    });
    return (await sessions.signIn(name, password, '192.0.2.1')).viewer;
  };
}
