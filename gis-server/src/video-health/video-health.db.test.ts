import { systemViewer } from '#access/viewer.ts';
import { CameraListing } from '#gateway-link/camera-listing.ts';
import { CameraRegister } from '#gateway-link/camera-register.ts';
import { GatewayReports } from '#gateway-link/gateway-reports.ts';
import { insertMadeUpCounty, madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { insertCamera } from '#database/testing/made-up-things.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql } from '#database/sql.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import type { CameraHealth, CameraState } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConditionRounds } from './condition-rounds.ts';

const west = '990101001001';
const east = '990101002001';

describeOnBothEngines('the health of cameras', (db) => {
  let graph: GraphUnderTest;
  let register: CameraRegister;
  let rounds: ConditionRounds;

  beforeAll(async () => {
    const { database } = db;
    await insertMadeUpCounty(database);
    register = new CameraRegister(database);
    rounds = new ConditionRounds(db);
    for (const id of ['w1', 'w2', 'w3']) await insertCamera(database, { id, areaCode: west });
    for (const id of ['e1', 'e2']) await insertCamera(database, { id, areaCode: east });
    graph = new GraphUnderTest(db);
    await graph.start();
  });
  afterAll(() => graph.stop());

  type Told = { state?: CameraState; health: CameraHealth; reason?: string; provisional?: boolean };
  const tell = (cameraId: string, told: Told) =>
    register.takeStates({
      type: 'camera-states',
      states: [
        {
          cameraId,
          state: told.state ?? 'online',
          health: told.health,
          reason: told.reason ?? null,
          provisional: told.provisional ?? false,
          at: db.clock.now().toISOString(),
        },
      ],
    });

  const ask = async (
    areaCode: string,
    document: string,
    role: 'duty-officer' | 'auditor' = 'duty-officer',
  ) => {
    const { data, errors } = await graph.ask(viewerAt(areaCode, role), document);
    expect(errors).toEqual([]);
    return data;
  };

  const storyOf = (cameraId: string) =>
    db.database.inScope(systemViewer(), async (read) => {
      const rows = await read.query<{ kind: string; to: string }>(sql`-- What is told of it?
        select kind, payload ->> 'to' as "to" from journal where subject_id = ${cameraId} order by seq`);
      return rows.map(({ kind, to }) => `${kind} ${to}`);
    });

  test('what a platform lists without a place is counted and named at the root alone', async () => {
    await new CameraListing(db).take({
      ...{ type: 'cameras', requestId: 'r', platformId: 'p9', platformName: 'Nine' },
      ...{ owner: 'traffic', datum: 'cgcs2000', listingId: 'l', last: true },
      cameras: ['b', 'a'].map((id) => ({
        ...{ platformCameraId: id, name: `camera ${id}`, gbCode: null, kind: 'fixed' as const },
        ...{ longitude: null, latitude: null, state: 'online' as const },
      })),
    });
    const question = `{ videoHealth { platforms { id unplaced } }
      unplacedCameras(platformId: "p9", first: 2) { name reason } }`;
    const root = await ask(madeUpCounty, question);
    expect(root.videoHealth.platforms).toContainEqual({ id: 'p9', unplaced: 2 });
    expect(root.unplacedCameras).toEqual([
      { name: 'camera a', reason: 'no-position' },
      { name: 'camera b', reason: 'no-position' },
    ]);
    const town = await ask(west.slice(0, 9), question);
    expect(town.videoHealth.platforms).toContainEqual({ id: 'p9', unplaced: null });
    expect(town.unplacedCameras).toEqual([]);
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- The others ask of no platform
        delete from video_platforms where id = 'p9'`),
    );
  });

  test('each change stands in the journal once, and a first picture does not take a remark back', async () => {
    await tell('w1', { health: 'live' });
    await tell('w1', { health: 'black', reason: 'picture-black' });
    await tell('w1', { health: 'live', provisional: true });
    await tell('w1', { health: 'black', reason: 'picture-black' });
    expect(await storyOf('w1')).toEqual([
      'camera.health-changed live',
      'camera.health-changed black',
    ]);
    await tell('w1', { health: 'live' });
    expect((await storyOf('w1')).at(-1)).toBe('camera.health-changed live');
    await tell('w2', { state: 'offline', health: 'no-auth', reason: 'camera-auth-refused' });
    expect(await storyOf('w2')).toEqual([
      'camera.state-changed offline',
      'camera.health-changed no-auth',
    ]);
  });

  test('what is counted is what the lists hold, in a town and in the county', async () => {
    await tell('e1', { health: 'frozen', reason: 'picture-frozen' });
    for (const [areaCode, expected] of [
      [madeUpCounty, 5],
      ['990101001', 3],
      ['990101002', 2],
    ] as const) {
      const { videoHealth } = await ask(
        areaCode,
        '{ videoHealth { cameras online offline byHealth { health count } worst { id health } } }',
      );
      expect(videoHealth.cameras).toBe(expected);
      for (const { health, count } of videoHealth.byHealth) {
        const { cameras } = await ask(
          areaCode,
          `{ cameras(within: { areaCode: "${areaCode}" }, healths: ["${health ?? 'unchecked'}"]) { nodes { id } } }`,
        );
        expect(cameras.nodes, `${areaCode} ${health}`).toHaveLength(count);
      }
    }
    const { videoHealth } = await ask(madeUpCounty, '{ videoHealth { worst { id health } } }');
    expect(videoHealth.worst).toEqual([
      { id: 'w2', health: 'no-auth' },
      { id: 'e1', health: 'frozen' },
    ]);
  });

  test('a rate of the past opens as the rows of that moment, whatever happened since', async () => {
    const from = db.clock.now();
    await rounds.run();
    db.clock.advanceSeconds(300);
    await tell('e2', { state: 'offline', health: 'unreachable', reason: 'camera-unreachable' });
    await tell('w2', { health: 'live' });
    await rounds.run();
    db.clock.advanceSeconds(300);
    await tell('e2', { health: 'live' });
    await rounds.run();
    const to = db.clock.now();
    const rateOf = async (areaCode: string) =>
      (
        await ask(
          areaCode,
          `{ onlineRate(from: "${from.toISOString()}", to: "${to.toISOString()}") { points { at cameras online offline } } }`,
        )
      ).onlineRate.points;
    const county = await rateOf(madeUpCounty);
    expect(county.map((point: { online: number }) => point.online)).toEqual([4, 4, 5]);
    for (const areaCode of [madeUpCounty, '990101001', '990101002']) {
      for (const point of await rateOf(areaCode)) {
        const { cameraConditions } = await ask(
          areaCode,
          `{ cameraConditions(at: "${point.at}", states: ["offline"]) { at nodes { cameraId camera { id } } } }`,
        );
        expect(cameraConditions.at).toBe(point.at);
        expect(cameraConditions.nodes, `${areaCode} ${point.at}`).toHaveLength(point.offline);
      }
    }
    // Asked again within the five minutes, nothing is written twice.
    db.clock.advanceSeconds(60);
    await rounds.run();
    expect(await rateOf(madeUpCounty)).toHaveLength(3);
  });

  test('old rounds are forgotten after three months', async () => {
    db.clock.advanceSeconds(94 * 24 * 3600);
    await rounds.run();
    const [row] = await db.database.inScope(systemViewer(), (read) =>
      read.query<{ rounds: number; ended: number }>(sql`-- What is left?
        select (select count(*)::int from camera_condition_rounds) as rounds,
          (select count(*)::int from camera_condition_spans where to_at is not null) as ended`),
    );
    expect(row?.rounds).toBe(1);
  });

  test('the gateway is told which cameras nobody has looked at for longest, none that its platform lists as off', async () => {
    const now = db.clock.now().toISOString();
    await tell('w1', { health: 'live' });
    await insertCamera(db.database, {
      id: 'listed-off',
      areaCode: west,
      state: 'offline',
      stateReason: 'platform-list',
    });
    await insertCamera(db.database, { id: 'never', areaCode: west });
    const found = await register.toCheck({
      type: 'cameras-to-check',
      requestId: 'r',
      checkedBefore: now,
      limit: 3,
    });
    const ids = found.map(({ cameraId }) => cameraId);
    expect(ids[0]).toBe('never');
    expect(ids).not.toContain('listed-off');
    expect(ids).not.toContain('w1');
    expect(found[0]?.source).toEqual({
      kind: 'platform',
      platformId: 'made-up-platform',
      platformCameraId: 'never',
    });
  });

  test('a round of the sweep and a gateway’s word are kept; a check asked for is the asker’s', async () => {
    const reports = new GatewayReports(db.database);
    const at = db.clock.now().toISOString();
    await reports.takeRound({
      type: 'cameras-swept',
      requestId: 'r',
      startedAt: at,
      endedAt: at,
      found: { live: 3, black: 1 },
      unknown: 1,
      skipped: 2,
    });
    await reports.take('gateway-1', {
      type: 'gateway-report',
      at,
      report: {
        platforms: [],
        pulls: 4,
        viewers: 9,
        reconnects: 1,
        eventLoopP99Ms: 21,
        memoryBytes: 1e8,
        sweep: { atOnce: 2, checking: 1 },
      },
    });
    const officer = await seeAccountOf(db.database, viewerAt(madeUpCounty));
    const { errors } = await graph.ask(
      officer,
      'mutation ($c: ID!) { checkCameras(commandId: $c, cameraIds: ["w1"]) }',
      { c: randomUUID() },
    );
    expect(errors).toEqual([]);
    const auditor = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'auditor'));
    const { data } = await graph.ask(auditor, '{ journal(first: 2) { kind actorName payload } }');
    expect(data.journal).toEqual([
      { kind: 'camera.check-asked', actorName: officer.displayName, payload: {} },
      {
        kind: 'cameras.swept',
        actorName: 'system',
        payload: {
          startedAt: at,
          endedAt: at,
          checked: 5,
          skipped: 2,
          found: { live: 3, black: 1 },
        },
      },
    ]);
    const { videoHealth } = await ask(
      madeUpCounty,
      '{ videoHealth { gateways { id pulls viewers sweeping checking } } }',
    );
    expect(videoHealth.gateways).toEqual([
      { id: 'gateway-1', pulls: 4, viewers: 9, sweeping: true, checking: 1 },
    ]);
  });
});
