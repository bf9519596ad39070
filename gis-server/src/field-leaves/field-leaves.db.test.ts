import { randomUUID } from 'node:crypto';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { beforeAll, beforeEach, expect, it } from 'vitest';

const askDocument = `mutation ($c: ID!, $s: ID!, $from: DateTime!, $to: DateTime!, $r: String!) {
  askLeave(commandId: $c, substituteId: $s, fromAt: $from, toAt: $to, reason: $r) { id state substitute } }`;

describeOnBothEngines('leaves of the field', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  let worker: Viewer;
  let substitute: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    officer = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'duty-officer'));
  });
  beforeEach(async () => {
    // Two of one cell, anew for each test: leaves stay.
    worker = await seeAccountOf(db.database, viewerAt(targetVillage, 'grid-worker'));
    substitute = await seeAccountOf(db.database, viewerAt(targetVillage, 'grid-worker'));
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A is in charge, B is the substitute
        insert into grid_worker_assignments (user_id, grid_system, grid_code, post, area_code) values
          (${worker.userId}, 'governance', ${idsIn(targetVillage).governanceGrid}, 'A', ${targetVillage}),
          (${substitute.userId}, 'governance', ${idsIn(targetVillage).governanceGrid}, 'B', ${targetVillage})`),
    );
  });

  const inHours = (hours: number) =>
    new Date(db.clock.now().getTime() + hours * 3_600_000).toISOString();
  const ask = (by: Viewer, words: object = {}) =>
    graph.ask(by, askDocument, {
      c: randomUUID(),
      s: substitute.userId,
      from: inHours(0),
      to: inHours(48),
      r: 'ill',
      ...words,
    });
  const asked = async (): Promise<string> => {
    const { data, errors } = await ask(worker);
    expect(errors).toEqual([]);
    return data.askLeave.id;
  };
  const decide = (id: string, granted = true, by = officer) =>
    graph.ask(
      by,
      'mutation ($c: ID!, $id: ID!, $g: Boolean!) { decideLeave(commandId: $c, id: $id, granted: $g) { state decidedBy } }',
      { c: randomUUID(), id, g: granted },
    );
  const chargesOf = async (viewer: Viewer): Promise<Loose> =>
    (await graph.ask(viewer, '{ myCharges { post inCharge standsInFor } }')).data.myCharges;
  const startDuty = (viewer: Viewer) =>
    graph.ask(
      viewer,
      'mutation ($c: ID!) { startFieldDuty(commandId: $c, noticeRead: 1) { id } }',
      {
        c: randomUUID(),
      },
    );

  it('make the substitute in charge of the cells from the beginning to the end, and not before it is granted', async () => {
    const id = await asked();
    expect(await chargesOf(worker)).toEqual([{ post: 'A', inCharge: true, standsInFor: null }]);
    expect(await chargesOf(substitute)).toEqual([
      { post: 'B', inCharge: false, standsInFor: null },
    ]);
    expect((await decide(id)).data.decideLeave).toEqual({
      state: 'granted',
      decidedBy: officer.displayName,
    });
    expect(await chargesOf(worker)).toEqual([{ post: 'A', inCharge: false, standsInFor: null }]);
    expect(await chargesOf(substitute)).toEqual([
      { post: 'B', inCharge: true, standsInFor: worker.displayName },
    ]);
    db.clock.advanceSeconds(49 * 3_600);
    expect(await chargesOf(worker)).toEqual([{ post: 'A', inCharge: true, standsInFor: null }]);
    expect(await chargesOf(substitute)).toMatchObject([{ inCharge: false }]);
  });

  it('keep who is away off duty, until back early', async () => {
    const id = await asked();
    await decide(id);
    expect((await startDuty(worker)).errors[0]).toMatchObject({
      extensions: { reason: 'on-leave' },
    });
    const back = await graph.ask(
      worker,
      'mutation ($c: ID!, $id: ID!) { withdrawLeave(commandId: $c, id: $id) { state } }',
      { c: randomUUID(), id },
    );
    expect(back.data.withdrawLeave.state).toBe('withdrawn');
    expect((await startDuty(worker)).errors).toEqual([]);
    expect(await chargesOf(substitute)).toMatchObject([{ inCharge: false }]);
  });

  it('offer those of the same cell first, and nobody of another village', async () => {
    const { mySubstitutes } = (await graph.ask(worker, '{ mySubstitutes { userId sameCell } }'))
      .data;
    expect(mySubstitutes[0].sameCell).toBe(true);
    expect(mySubstitutes).toContainEqual({ userId: substitute.userId, sameCell: true });
    const ids = mySubstitutes.map(({ userId }: Loose) => userId);
    expect(ids).not.toContain(worker.userId);
    expect(ids).not.toContain(idsIn('990101001002').user);
  });

  it('are asked for once, in time, for somebody who is there', async () => {
    const reasonOf = async (words: object, by = worker) =>
      (await ask(by, words)).errors[0]?.extensions?.['reason'];
    expect(await reasonOf({ s: idsIn('990101001002').user })).toBe('unknown-substitute');
    expect(await reasonOf({ s: worker.userId })).toBe('unknown-substitute');
    expect(await reasonOf({ to: inHours(-1) })).toBe('out-of-range');
    expect(await reasonOf({ from: inHours(-24) })).toBe('out-of-range');
    expect(await reasonOf({ to: inHours(24 * 200) })).toBe('out-of-range');
    expect(await reasonOf({ r: ' ' })).toBe('missing');
    await asked();
    expect(await reasonOf({})).toBe('overlapping');
    // Who has asked to be away cannot stand in.
    expect(await reasonOf({ s: worker.userId }, substitute)).toBe('overlapping');
    expect((await ask(officer)).code).not.toBeNull();
  });

  it('are decided once and by the center alone, and the reason is told to those two alone', async () => {
    const id = await asked();
    expect((await decide(id, true, substitute)).code).toBe('FORBIDDEN');
    await decide(id);
    expect((await decide(id, false)).errors[0]).toMatchObject({
      extensions: { reason: 'already-decided' },
    });
    const seenBy = async (viewer: Viewer) =>
      (await graph.ask(viewer, '{ myLeaves { id reason standsIn } }')).data.myLeaves;
    expect(await seenBy(worker)).toEqual([{ id, reason: 'ill', standsIn: false }]);
    expect(await seenBy(substitute)).toEqual([{ id, reason: null, standsIn: true }]);
    const rows = await db.database.inScope(systemViewer(), (reading) =>
      reading.query<{ payload: object }>(sql`-- What does the journal tell of it?
        select payload from journal where subject_kind = 'field-leave' and subject_id = ${id}`),
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('ill');
  });
});
