import { randomUUID } from 'node:crypto';
import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import type { Viewer } from '#access/viewer.ts';
import { platformListReason } from 'grid-data';
import { beforeAll, expect, it } from 'vitest';

const ids = idsIn(targetVillage);
const atIncident = { longitude: 9.931, latitude: 50 };

describeOnBothEngines('cameras', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    officer = await seeAccountOf(db.database, viewerAt(madeUpCounty));
  });

  const camerasOf = async (viewer: Viewer, incident = ids.incident(1)) => {
    const { data, errors } = await graph.ask(
      viewer,
      `{ incident(id: "${incident}") { cameras(first: 10) { camera { id } relation distanceMeters permitted refusal } } }`,
    );
    expect(errors).toEqual([]);
    return data.incident.cameras;
  };

  it('for an incident come the ones that may be opened first, the others with the reason', async () => {
    const [best, next] = await camerasOf(officer);
    expect(best).toMatchObject({
      camera: { id: ids.camera(1) },
      relation: 'sees',
      permitted: true,
      refusal: null,
    });
    expect(best.distanceMeters).toBeCloseTo(55.6, 0);
    expect(next).toMatchObject({
      camera: { id: ids.camera(2) },
      relation: 'can-turn',
      permitted: false,
      refusal: 'purpose-not-filed',
    });
  });

  it('the ranking and the ticket decide by one rule', async () => {
    const open = (cameraId: string) =>
      graph.ask(
        officer,
        `mutation { openCameraView(cameraId: "${cameraId}", basis: { incidentId: "${ids.incident(1)}" }) { purpose } }`,
      );
    for (const { camera, permitted, refusal } of await camerasOf(officer)) {
      const { code, errors } = await open(camera.id);
      expect(code === null).toBe(permitted);
      if (!permitted) expect(errors[0]?.extensions?.['reason']).toBe(refusal);
    }
  });

  it('on a wall with nobody on duty none may be opened, and the tile says so', async () => {
    const wall = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'wall'));
    expect((await camerasOf(wall))[0]).toMatchObject({
      permitted: false,
      refusal: 'nobody-on-duty',
    });
    const duty = await graph.ask(
      officer,
      'mutation ($c: ID!) { signInForDuty(commandId: $c, post: SHIFT_LEADER) { post displayName } }',
      { c: randomUUID() },
    );
    expect(duty.data.signInForDuty).toEqual({
      post: 'SHIFT_LEADER',
      displayName: officer.displayName,
    });
    expect((await camerasOf(wall))[0]).toMatchObject({ permitted: true, refusal: null });
  });

  it('that a pull found offline may be tried, and that their platform lists as offline may not', async () => {
    const set = (state: string, reason: string | null) =>
      db.database.write(systemViewer(), (tx) =>
        tx.query(sql`-- The camera goes off or on
          update cameras set state = ${state}, state_reason = ${reason} where id = ${ids.camera(1)}`),
      );
    const near = async () => {
      const { data } = await graph.ask(
        officer,
        `query ($p: PositionInput!) { nearestCameras(position: $p, withinMeters: 3000) { camera { id } permitted refusal } }`,
        { p: atIncident },
      );
      return data.nearestCameras as { camera: { id: string }; permitted: boolean }[];
    };
    const camera = { id: ids.camera(1) };
    await set('offline', 'no-frames');
    expect(await near()).toContainEqual({ camera, permitted: true, refusal: null });
    await set('offline', platformListReason);
    const listed = await near();
    expect(listed).toContainEqual({ camera, permitted: false, refusal: 'camera-offline' });
    const permitted = listed.map((row) => row.permitted);
    expect(permitted).toEqual([...permitted].sort().reverse());
    await set('online', null);
  });

  it('filed for the incident’s purpose are not hidden by any number of others that stand nearer', async () => {
    const crowded = { longitude: 10.045, latitude: 50.015 };
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A square full of police cameras, and one of the city at its edge
        insert into cameras (id, name, kind, area_code, position, state, owner, place_class, purposes)
        select 'crowd-' || n, 'crowd', 'fixed', '990101002001',
          ST_SetSRID(ST_MakePoint(10.045 + case n when 0 then 0.0005 else n * 0.000001 end, 50.015), 4490), 'online',
          'other', 'square', array[case n when 0 then 'city-management' else 'public-security' end]
        from generate_series(0, 80) as n`),
    );
    const near = await graph.ask(
      officer,
      `query ($p: PositionInput!, $incident: ID!) { nearestCameras(position: $p, incidentId: $incident, first: 50) {
        camera { id } permitted refusal } }`,
      { p: crowded, incident: ids.incident(1) },
    );
    const [best, next] = near.data.nearestCameras;
    expect(best).toEqual({ camera: { id: 'crowd-0' }, permitted: true, refusal: null });
    expect(next).toMatchObject({ permitted: false, refusal: 'purpose-not-filed' });
  });

  it('that may not be opened are not hidden by any number of permitted ones that stand too far away', async () => {
    const lonely = { longitude: 10.03, latitude: 50.005 };
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A police camera at the place, and a square full of the city's a kilometre away
        insert into cameras (id, name, kind, area_code, position, state, owner, place_class, purposes, range_meters)
        select 'lonely-' || n, 'lonely', 'fixed', '990101002001',
          ST_SetSRID(ST_MakePoint(10.03 + case n when 0 then 0 else 0.014 + n * 0.000001 end, 50.005), 4490), 'online',
          'other', 'square', array[case n when 0 then 'public-security' else 'city-management' end], 100
        from generate_series(0, 80) as n`),
    );
    const near = await graph.ask(
      officer,
      `query ($p: PositionInput!, $incident: ID!) { nearestCameras(position: $p, incidentId: $incident,
        withinMeters: 3000, first: 50) { camera { id } permitted refusal } }`,
      { p: lonely, incident: ids.incident(1) },
    );
    expect(near.data.nearestCameras).toContainEqual({
      camera: { id: 'lonely-0' },
      permitted: false,
      refusal: 'purpose-not-filed',
    });
  });

  it('of a page of incidents are found by one statement', async () => {
    graph.statements.length = 0;
    await graph.ask(
      officer,
      `{ incidents(within: { areaCode: "${madeUpCounty}" }) { nodes { cameras { camera { id } } } } }`,
    );
    const near = graph.statements.filter((line) => line.includes('cameras stand near'));
    expect(near).toHaveLength(1);
  });

  it('opened by a rule are charged to the person on duty, and stand so in the register with their incident', async () => {
    const auditor = viewerAt(madeUpCounty, 'auditor');
    const open = await graph.ask(
      officer,
      `mutation { openCameraView(cameraId: "${ids.camera(1)}",
        basis: { incidentId: "${ids.incident(1)}", linkageFiringId: "${ids.rule}" }) { viewId chargedTo } }`,
    );
    const { viewId, chargedTo } = open.data.openCameraView;
    expect(chargedTo).toBe(officer.displayName);
    graph.statements.length = 0;
    const { data } = await graph.ask(
      auditor,
      '{ cameraViews(first: 20) { nodes { id openedByRule incident { title } camera { name } } } }',
    );
    expect(data.cameraViews.nodes).toContainEqual({
      id: viewId,
      openedByRule: true,
      incident: { title: '井盖破损' },
      camera: { name: 'corner' },
    });
    const incidents = graph.statements.filter((line) => line.includes('incidents have these ids'));
    expect(incidents).toHaveLength(1);
  });

  it('that have left the auditor’s scope since leave their looks in the register', async () => {
    const view = `left-${randomUUID().slice(0, 8)}`;
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A look through a camera that now stands in the next township
        insert into camera_views (id, camera_id, area_code, user_id, session_id, charged_to, purpose, profile,
          requested_at)
        select ${view}, 'crowd-0', ${targetVillage}, user_id, session_id, charged_to, purpose, profile, requested_at
        from camera_views where id = ${ids.view}`),
    );
    const { data, errors } = await graph.ask(
      viewerAt('990101001', 'auditor'),
      '{ cameraViews { nodes { id cameraId camera { id } } } }',
    );
    expect(errors).toEqual([]);
    expect(data.cameraViews.nodes).toContainEqual({ id: view, cameraId: 'crowd-0', camera: null });
    expect(data.cameraViews.nodes).toContainEqual({
      id: ids.view,
      cameraId: ids.camera(1),
      camera: { id: ids.camera(1) },
    });
  });

  it('never show the address they stream from', async () => {
    const fields =
      '{ cameras(within: { areaCode: "990101" }) { nodes { id name address stateReason gbCode } } }';
    expect(JSON.stringify(await graph.ask(officer, fields))).not.toContain('secret');
  });

  it('are surveyed with what was found, the rest stays', async () => {
    const survey = (more: object) =>
      graph.ask(
        officer,
        `mutation ($input: CameraSurveyInput!) { surveyCamera(input: $input) {
          bearingDeg widthDeg rangeMeters version area { code } history { kind payload } } }`,
        { input: { commandId: randomUUID(), id: ids.camera(2), version: 1, ...more } },
      );
    const wrong = await survey({ widthDeg: 400 });
    expect(wrong.errors[0]?.extensions).toMatchObject({
      reason: 'out-of-range',
      details: { field: 'input.widthDeg' },
    });
    const moved = await survey({
      bearingDeg: 360,
      position: { longitude: 9.97, latitude: 50.001 },
    });
    expect(moved.data.surveyCamera).toMatchObject({
      bearingDeg: 0,
      widthDeg: 40,
      version: 2,
      area: { code: '990101001002' },
      history: [{ kind: 'camera.surveyed', payload: { bearingDeg: 0, moved: true } }],
    });
    expect((await survey({ bearingDeg: 5 })).errors[0]?.extensions).toMatchObject({
      reason: 'version-conflict',
      details: { givenVersion: 1, currentVersion: 2 },
    });
  });
});
