import { randomUUID } from 'node:crypto';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';

const counts = `counts { asOf gridCells cityComponents cityComponentsNotIntact openIncidents overdueIncidents
  incidentsByState { state count } openIncidentsByGrade { grade count } incidentsToday closedToday
  cameras camerasOnline camerasOffline camerasUnknown units unitsMoving }`;

describeOnBothEngines('counts of an area', (db) => {
  let graph: GraphUnderTest;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    await graph.start();
  });
  afterAll(() => graph.stop());

  const countsOf = async (
    areaCode: string,
    role: 'duty-officer' | 'department' = 'duty-officer',
  ) => {
    const viewer = viewerAt(madeUpCounty, role, role === 'department' ? 'water' : null);
    const { data, errors } = await graph.ask(viewer, `{ area(code: "${areaCode}") { ${counts} } }`);
    expect(errors).toEqual([]);
    return data.area.counts;
  };

  it('are what its lists hold', async () => {
    const village = await countsOf(targetVillage);
    expect(village).toMatchObject({
      gridCells: 2,
      cityComponents: 3,
      cityComponentsNotIntact: 1,
      openIncidents: 2,
      overdueIncidents: 1,
      incidentsToday: 2,
      closedToday: 0,
      cameras: 2,
      camerasOnline: 2,
      camerasOffline: 0,
      camerasUnknown: 0,
      units: 1,
      unitsMoving: 0,
    });
    expect(village.incidentsByState.filter((row: { count: number }) => row.count > 0)).toEqual([
      { state: 'reported', count: 1 },
      { state: 'dispatched', count: 1 },
    ]);
    expect(village.openIncidentsByGrade).toEqual([
      { grade: 1, count: 0 },
      { grade: 2, count: 0 },
      { grade: 3, count: 1 },
      { grade: 4, count: 1 },
    ]);
    const county = await countsOf(madeUpCounty);
    expect(county).toMatchObject({ cityComponents: 12, openIncidents: 8, cameras: 8 });
  });

  it('of cases are a department’s own', async () => {
    expect(await countsOf(madeUpCounty, 'department')).toMatchObject({
      openIncidents: 0,
      cityComponents: 12,
    });
  });

  it('are asked once for all who stand alike, until something happens', async () => {
    const asked = () =>
      graph.statements.filter((line) => line.includes('How much of everything')).length;
    const before = asked();
    const first = await countsOf('990101002');
    await countsOf('990101002');
    expect(asked() - before).toBe(1);
    const officer = await seeAccountOf(db.database, viewerAt(madeUpCounty));
    const told = new Promise((resolve) => graph.reader.onEntries(resolve));
    await graph.ask(
      officer,
      `mutation ($c: ID!) { reportIncident(input: { commandId: $c, classCode: "E0102",
        position: { longitude: 10.03, latitude: 50.001 } }) { id } }`,
      { c: randomUUID() },
    );
    await told;
    const after = await countsOf('990101002');
    expect(after.openIncidents).toBe(first.openIncidents + 1);
    expect(after.incidentsToday).toBe(first.incidentsToday + 1);
  });

  it('of cameras by state are those of video health', async () => {
    await db.database.pool.query(`with few as (
      select id, row_number() over (order by id) as n from cameras where gone_at is null limit 3)
      update cameras set state = case when n = 1 then 'unknown' else 'offline' end
      from few where few.id = cameras.id`);
    const officer = viewerAt(madeUpCounty, 'duty-officer');
    const { data } = await graph.ask(
      officer,
      `{ videoHealth(areaCode: "${madeUpCounty}") { cameras online offline unknown } }`,
    );
    db.clock.advanceSeconds(60);
    const { cameras, camerasOnline, camerasOffline, camerasUnknown } = await countsOf(madeUpCounty);
    expect(data.videoHealth).toMatchObject({ offline: 2, unknown: 1 });
    expect(data.videoHealth).toEqual({
      cameras,
      online: camerasOnline,
      offline: camerasOffline,
      unknown: camerasUnknown,
    });
  });

  it('of a component change with its state, and its story says why', async () => {
    const officer = await seeAccountOf(db.database, viewerAt(madeUpCounty));
    const code = idsIn(targetVillage).component(1);
    const { data, errors } = await graph.ask(
      officer,
      `mutation ($c: ID!) { setCityComponentState(commandId: $c, code: "${code}", version: 1, state: "lost", note: "stolen") {
        state version history { kind payload actorName } incidents { id } } }`,
      { c: randomUUID() },
    );
    expect(errors).toEqual([]);
    expect(data.setCityComponentState).toMatchObject({
      state: 'lost',
      version: 2,
      history: [
        {
          kind: 'city-component.state-set',
          payload: { from: 'intact', to: 'lost', note: 'stolen' },
          actorName: officer.displayName,
        },
      ],
      incidents: [{ id: idsIn(targetVillage).incident(1) }],
    });
  });

  it('of all towns and villages are asked level by level, each as if it were asked alone', async () => {
    const asked = () => graph.statements.filter((line) => line.includes('in each of these areas'));
    const before = asked().length;
    const { data, errors } = await graph.ask(
      viewerAt(madeUpCounty),
      `{ area { ...f children { ...f children { ...f } } } }
        fragment f on Area { code counts { cameras cityComponents openIncidents incidentsToday unitsMoving } }`,
    );
    expect(errors).toEqual([]);
    expect(asked()).toHaveLength(before + 3);
    const areas = [data.area, ...data.area.children];
    for (const town of data.area.children) areas.push(...town.children);
    expect(areas).toHaveLength(7);
    db.clock.advanceSeconds(11);
    for (const area of areas) {
      expect(await countsOf(area.code)).toMatchObject(area.counts);
    }
    expect(areas.map(({ counts: { cameras } }) => cameras)).toEqual([8, 4, 4, 2, 2, 2, 2]);
  });

  it('the tree of areas goes down to the villages and up again', async () => {
    const { data } = await graph.ask(
      viewerAt(madeUpCounty),
      '{ area { code bbox outline children { code level children { code parent { code } } } } }',
    );
    expect(data.area.code).toBe(madeUpCounty);
    expect(data.area.bbox[0]).toBeCloseTo(9.9);
    expect(data.area.outline.type).toBe('MultiPolygon');
    expect(data.area.children.map((town: { code: string }) => town.code)).toEqual([
      '990101001',
      '990101002',
    ]);
    expect(data.area.children[0].children[0]).toEqual({
      code: targetVillage,
      parent: { code: '990101001' },
    });
  });

  it('acts of people stand in the journal for auditors only', async () => {
    const kinds = async (role: 'auditor' | 'duty-officer') => {
      const { data } = await graph.ask(viewerAt(madeUpCounty, role), '{ journal { kind } }');
      return new Set(data.journal.map((entry: { kind: string }) => entry.kind.split('.')[0]));
    };
    const officer = await seeAccountOf(db.database, viewerAt(madeUpCounty));
    const ids = idsIn(targetVillage);
    await graph.ask(
      officer,
      `mutation { openCameraView(cameraId: "${ids.camera(1)}", basis: { dutyPurpose: "city-management" }) { viewId } }`,
    );
    expect(await kinds('auditor')).toContain('camera-view');
    expect(await kinds('duty-officer')).not.toContain('camera-view');
  });
});
