import { randomUUID } from 'node:crypto';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { beforeAll, beforeEach, expect, it } from 'vitest';

const startDocument =
  'mutation ($c: ID!) { startFieldDuty(commandId: $c, noticeRead: 1) { id unitId startedAt endsAt } }';
const endDocument = 'mutation ($c: ID!) { endFieldDuty(commandId: $c) }';
const reportDocument =
  'mutation ($p: [FieldPositionInput!]!) { reportFieldPositions(positions: $p) }';

describeOnBothEngines('a duty in the field', (db) => {
  let graph: GraphUnderTest;
  let worker: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
  });
  beforeEach(async () => {
    worker = await seeAccountOf(db.database, viewerAt(targetVillage, 'grid-worker'));
    await graph.ask(worker, endDocument, { c: randomUUID() });
  });

  const start = async (c = randomUUID()) => {
    const { data, errors } = await graph.ask(worker, startDocument, { c });
    expect(errors).toEqual([]);
    return data.startFieldDuty;
  };
  const end = (c = randomUUID()) => graph.ask(worker, endDocument, { c });
  const secondsAgo = (seconds: number) =>
    new Date(db.clock.now().getTime() - seconds * 1000).toISOString();
  const report = (...places: [longitude: number, secondsAgo: number][]) =>
    graph.ask(worker, reportDocument, {
      p: places.map(([longitude, ago]) => ({ longitude, latitude: 50, at: secondsAgo(ago) })),
    });
  const onMap = () =>
    [...graph.liveUnits.all()].filter(({ unitId }) => unitId === `worker-${worker.userId}`);
  const wayOf = (unitId: string) =>
    db.database.inScope(systemViewer(), (reading) =>
      reading.query<{ longitude: number }>(sql`-- Which way is kept?
        select longitude from unit_tracks where unit_id = ${unitId} order by at`),
    );
  const unitsNamed = (unitId: string) =>
    db.database.inScope(systemViewer(), (reading) =>
      reading.query(sql`-- Is there such a unit?
        select id from units where id = ${unitId}`),
    );

  it('is the only time in which positions are taken', async () => {
    const off = await report([9.93, 0]);
    expect(off.errors[0]).toMatchObject({ extensions: { reason: 'off-duty' } });
    expect(onMap()).toEqual([]);

    const { unitId } = await start();
    db.clock.advanceSeconds(60);
    expect((await report([9.93, 0])).data.reportFieldPositions).toBe(1);
    expect(onMap()).toMatchObject([{ unitId, longitude: 9.93, areaCode: targetVillage }]);
    expect(await unitsNamed(unitId)).toHaveLength(1);

    expect((await end()).data.endFieldDuty).toBe(true);
    expect(onMap()).toEqual([]);
    expect(await unitsNamed(unitId)).toEqual([]);
    expect((await report([9.94, 0])).errors[0]).toMatchObject({
      extensions: { reason: 'off-duty' },
    });
  });

  it('takes nothing from before it began nor from the future', async () => {
    await start();
    db.clock.advanceSeconds(60);
    const { data } = await report([9.91, 3_600], [9.92, 30], [9.93, 0], [9.94, -600]);
    expect(data.reportFieldPositions).toBe(2);
    expect(onMap()).toMatchObject([{ longitude: 9.93 }]);
  });

  it('keeps the way that was walked without a line, and forgets it after seven days', async () => {
    const { unitId } = await start();
    db.clock.advanceSeconds(600);
    await report([9.931, 300], [9.932, 200], [9.933, 0]);
    expect((await wayOf(unitId)).map(({ longitude }) => longitude)).toEqual([9.931, 9.932]);
    await end();
    db.clock.advanceSeconds(6 * 86_400);
    await graph.services.fieldDuty.tidy();
    expect(await wayOf(unitId)).toHaveLength(2);
    db.clock.advanceSeconds(2 * 86_400);
    await graph.services.fieldDuty.tidy();
    expect(await wayOf(unitId)).toEqual([]);
  });

  it('ends by itself after twelve hours', async () => {
    const { unitId } = await start();
    await report([9.93, 0]);
    db.clock.advanceSeconds(12 * 3_600 + 1);
    expect((await report([9.94, 0])).errors[0]).toMatchObject({
      extensions: { reason: 'off-duty' },
    });
    await graph.services.fieldDuty.tidy();
    expect(onMap()).toEqual([]);
    expect(await unitsNamed(unitId)).toEqual([]);
  });

  it('begins once, however often it is begun', async () => {
    const first = await start();
    expect(await start()).toEqual(first);
    expect((await end()).data.endFieldDuty).toBe(true);
    expect((await end()).data.endFieldDuty).toBe(false);
  });

  it('is told to the auditor, with the notice that was read, and to nobody of the map', async () => {
    await start();
    await end();
    const rows = await db.database.inScope(systemViewer(), (reading) =>
      reading.query<{ kind: string; payload: object }>(sql`-- What does the journal tell?
        select kind, payload from journal where actor_id = ${worker.userId} and subject_kind = 'field-duty'
        order by seq desc limit 2`),
    );
    expect(rows).toMatchObject([
      { kind: 'field-duty.ended', payload: { ending: 'by-hand' } },
      { kind: 'field-duty.started', payload: { noticeRead: 1 } },
    ]);
    const seen = await graph.ask(
      worker,
      '{ journal(subjectKind: "field-duty", first: 5) { kind } }',
    );
    expect(seen.data?.journal ?? []).toEqual([]);
  });
});
