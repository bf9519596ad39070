import { systemViewer, type Viewer } from '#access/viewer.ts';
import { expect, test } from 'vitest';
import { sql } from './sql.ts';
import { viewerAt } from './testing/made-up-county.ts';
import { describeOnBothEngines } from './testing/test-database.ts';
import { Database, type Reading } from './transaction.ts';

describeOnBothEngines('a question that takes long', (db) => {
  const officer = viewerAt('990101');
  const limitOf = async (viewer: Viewer) => {
    const [row] = await db.database.inScope(viewer, (read) =>
      read.query<{ limit: string }>(sql`-- How long may this take?
        select current_setting('statement_timeout') as limit`),
    );
    return row?.limit;
  };

  test('may take a viewer fifteen seconds and the server itself as long as it needs', async () => {
    expect([await limitOf(officer), await limitOf(systemViewer())]).toEqual(['15s', '0']);
  });

  // The embedded engine does not interrupt a statement.
  test.skipIf(db.engine === 'embedded')(
    'is broken off with a reason, and the next is answered; imports and changes go on',
    async () => {
      const impatient = new Database(db.pool, db.clock, { longestReadMs: 200 });
      const sleep = (seconds: number) => (read: Reading) =>
        read.query<{ awake: boolean }>(sql`-- Who sleeps?
          select pg_sleep(${seconds}) is not null as awake`);
      await expect(impatient.inScope(officer, sleep(30))).rejects.toMatchObject({
        kind: 'unavailable',
        reason: 'question-too-heavy',
      });
      const awake = [{ awake: true }];
      expect(await impatient.inScope(officer, sleep(0))).toEqual(awake);
      expect(await impatient.inScopeAtLength(officer, sleep(0.5))).toEqual(awake);
      expect(await impatient.inScope(systemViewer(), sleep(0.5))).toEqual(awake);
      expect(await impatient.write(officer, sleep(0.5))).toEqual(awake);
    },
  );
});
