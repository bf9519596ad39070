import { randomUUID } from 'node:crypto';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { beforeAll, expect, it } from 'vitest';

const recordDocument = `mutation ($i: RecordPatrolInput!) { recordPatrol(input: $i) {
  id by notOk endedAt list { version } results { code nameZh finding note incident { id } photos { id } } } }`;
const saveDocument = `mutation ($i: SaveCheckListInput!) { saveCheckList(input: $i) {
  code version nameEn items { code classCode } retiredAt } }`;
const householdItems = ['alone', 'dispute', 'safety', 'wish'];

describeOnBothEngines('rounds and visits', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  let worker: Viewer;
  let stranger: Viewer;
  let administrator: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const at = (...of: Parameters<typeof viewerAt>) => seeAccountOf(db.database, viewerAt(...of));
    officer = await at(madeUpCounty, 'duty-officer');
    worker = await at(targetVillage, 'grid-worker');
    stranger = await at('990101002001', 'grid-worker');
    administrator = await at(madeUpCounty, 'administrator');
  });

  const allOk = (codes = householdItems): Loose[] => codes.map((code) => ({ code, finding: 'ok' }));
  const record = (by: Viewer, words: object = {}) => {
    const now = db.clock.now().getTime();
    return graph.ask(by, recordDocument, {
      i: {
        commandId: randomUUID(),
        listCode: 'household',
        listVersion: 1,
        place: 'house 7',
        beganAt: new Date(now - 600_000).toISOString(),
        endedAt: new Date(now - 60_000).toISOString(),
        results: allOk(),
        ...words,
      },
    });
  };
  const issueTask = async (areaCode: string): Promise<string> => {
    const { data, errors } = await graph.ask(
      officer,
      `mutation ($c: ID!, $a: String!) {
        issuePatrolTask(commandId: $c, listCode: "household", place: "house 7", areaCode: $a) { id } }`,
      { c: randomUUID(), a: areaCode },
    );
    expect(errors).toEqual([]);
    return data.issuePatrolTask.id;
  };
  const tasksOf = async (viewer: Viewer): Promise<string[]> =>
    (await graph.ask(viewer, '{ myPatrolTasks { id } }')).data.myPatrolTasks.map(
      ({ id }: Loose) => id,
    );
  const saveList = (by: Viewer, words: object) =>
    graph.ask(by, saveDocument, {
      i: {
        commandId: randomUUID(),
        code: 'river',
        version: 0,
        kind: 'patrol',
        nameZh: '河道巡查',
        items: [{ code: 'bank', nameZh: '堤岸完好', classCode: 'E0105' }],
        ...words,
      },
    });

  it('are kept with each item, its note, its picture and the report that was made of it', async () => {
    const photo = randomUUID();
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A photo that was sent before
        insert into photos (id, uploader, uploaded_at, original_sha256, area_code, width, height, sha256, picture, preview)
        values (${photo}, ${worker.userId}, now(), ${'ab'.repeat(32)}, ${worker.areaCode}, 4, 3, 'x', '', '')`),
    );
    const results = [
      { code: 'wish', finding: 'not-there' },
      { code: 'alone', finding: 'not-ok', note: 'nobody looks after her', photoIds: [photo] },
      { code: 'dispute', finding: 'not-ok', incidentId: idsIn(targetVillage).incident(1) },
      { code: 'safety', finding: 'ok' },
    ];
    const { data, errors } = await record(worker, { results });
    expect(errors).toEqual([]);
    expect(data.recordPatrol).toMatchObject({ by: worker.displayName, notOk: 2 });
    expect(data.recordPatrol.results).toMatchObject([
      { code: 'alone', note: 'nobody looks after her', photos: [{ id: photo }], incident: null },
      { code: 'dispute', incident: { id: idsIn(targetVillage).incident(1) } },
      { code: 'safety', finding: 'ok', photos: [] },
      { code: 'wish', finding: 'not-there' },
    ]);
    const { patrols } = (await graph.ask(officer, '{ patrols(notOkOnly: true) { id notOk } }'))
      .data;
    expect(patrols).toContainEqual({ id: data.recordPatrol.id, notOk: 2 });
    const told = await graph.ask(
      officer,
      `{ journal(subjectKind: "patrol", subjectId: "${data.recordPatrol.id}") { kind payload } }`,
    );
    expect(told.data.journal).toMatchObject([
      { kind: 'patrol.recorded', payload: { items: 4, notOk: 2 } },
    ]);
    expect(JSON.stringify(told)).not.toContain('looks after');
  });

  it('are recorded once for one command, with every item answered', async () => {
    const commandId = randomUUID();
    const first = await record(worker, { commandId });
    const again = await record(worker, { commandId });
    expect(again.data.recordPatrol.id).toBe(first.data.recordPatrol.id);
    const reasonOf = async (words: object) =>
      (await record(worker, words)).errors[0]?.extensions?.['reason'];
    expect(await reasonOf({ results: allOk(['alone']) })).toBe('incomplete');
    expect(
      await reasonOf({
        results: [...allOk(['alone', 'dispute', 'safety']), { code: 'x', finding: 'ok' }],
      }),
    ).toBe('incomplete');
    expect(await reasonOf({ listVersion: 9 })).toBe('unknown-list');
    expect(await reasonOf({ place: ' ' })).toBe('missing');
    const foreign = allOk().with(0, {
      code: 'alone',
      finding: 'not-ok',
      incidentId: idsIn('990101002001').incident(1),
    });
    expect(await reasonOf({ results: foreign })).toBe('unknown-incident');
    expect((await record(officer)).code).toBeNull();
    expect((await record(administrator)).code).toBe('FORBIDDEN');
  });

  it('are asked for from above, and gone from the phones once somebody has made one', async () => {
    const id = await issueTask('990101001');
    const neighbour = await seeAccountOf(db.database, viewerAt('990101001002', 'grid-worker'));
    expect(await tasksOf(worker)).toContain(id);
    expect(await tasksOf(stranger)).not.toContain(id);
    expect((await record(stranger, { taskId: id })).code).toBe('NOT_FOUND');
    expect((await record(worker, { taskId: id })).errors).toEqual([]);
    expect(await tasksOf(worker)).not.toContain(id);
    const { patrolTasks } = (await graph.ask(officer, '{ patrolTasks { id doneBy } }')).data;
    expect(patrolTasks).toContainEqual({ id, doneBy: worker.displayName });
    // Made without a line meanwhile: kept too.
    expect((await record(neighbour, { taskId: id })).errors).toEqual([]);
  });

  it('are taken by the version of the list that the phone had, though the city has changed it meanwhile', async () => {
    const made = await saveList(administrator, {});
    expect(made.data.saveCheckList).toMatchObject({ version: 1, nameEn: '河道巡查' });
    const items = [
      { code: 'bank', nameZh: '堤岸完好', nameEn: 'Bank whole' },
      { code: 'waste', nameZh: '没有漂浮物' },
    ];
    const next = await saveList(administrator, { version: 1, items });
    expect(next.data.saveCheckList).toMatchObject({ version: 2 });
    const old = await record(worker, {
      listCode: 'river',
      results: [{ code: 'bank', finding: 'ok' }],
    });
    expect(old.data.recordPatrol).toMatchObject({ list: { version: 1 } });
    const both = (await graph.ask(worker, '{ checkLists { code version items { code } } }')).data;
    expect(both.checkLists.filter(({ code }: Loose) => code === 'river')).toEqual([
      { code: 'river', version: 2, items: [{ code: 'bank' }, { code: 'waste' }] },
    ]);
  });

  it('have lists that the city alone keeps, each change against the version that was seen', async () => {
    const reasonOf = async (by: Viewer, words: object) =>
      (await saveList(by, words)).errors[0]?.extensions?.['reason'];
    expect(await reasonOf(officer, { code: 'market' })).toBe('permission-missing');
    const ofTown = await seeAccountOf(db.database, viewerAt('990101001', 'administrator'));
    expect(await reasonOf(ofTown, { code: 'market' })).toBe('outside-scope');
    expect(await reasonOf(administrator, { code: 'street' })).toBe('version-conflict');
    expect(await reasonOf(administrator, { code: 'No Code' })).toBe('bad-code');
    expect(await reasonOf(administrator, { code: 'market', items: [] })).toBe('out-of-range');
    const twice = [
      { code: 'a', nameZh: 'a' },
      { code: 'a', nameZh: 'b' },
    ];
    expect(await reasonOf(administrator, { code: 'market', items: twice })).toBe('already-there');
    const { data } = await graph.ask(
      administrator,
      `mutation ($c: ID!) { retireCheckList(commandId: $c, code: "unit", version: 1, retired: true) { retiredAt } }`,
      { c: randomUUID() },
    );
    expect(data.retireCheckList.retiredAt).not.toBeNull();
    const task = await graph.ask(
      officer,
      `mutation ($c: ID!) { issuePatrolTask(commandId: $c, listCode: "unit", place: "x", areaCode: "990101") { id } }`,
      { c: randomUUID() },
    );
    expect(task.errors[0]?.extensions?.['reason']).toBe('unknown-list');
  });
});
