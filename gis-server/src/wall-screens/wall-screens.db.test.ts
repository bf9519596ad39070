import { Sessions } from '#access/sessions.ts';
import type { Viewer } from '#access/viewer.ts';
import { insertMadeUpCounty, madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphServer } from '#graphql/testing/graph-server.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import type { WallContent } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Pairings } from './pairing/pairings.ts';
import { SceneClock } from './scene-clock.ts';

const town = '990101001';

describeOnBothEngines('the screens of a hall', (db) => {
  let graph: GraphUnderTest;
  let leader: Viewer;
  let officer: Viewer;
  let pairings: Pairings;
  let sessions: Sessions;

  beforeAll(async () => {
    await insertMadeUpCounty(db.database);
    graph = new GraphUnderTest(db);
    await graph.start();
    leader = await seeAccountOf(db.database, viewerAt(town, 'shift-leader'));
    officer = await seeAccountOf(db.database, viewerAt(town, 'duty-officer'));
    pairings = new Pairings(db);
    sessions = new Sessions(db);
  });
  afterAll(() => graph.stop());

  const rect = { leftMm: 0, topMm: 0, widthMm: 1000, heightMm: 560 };
  const clock = (id: string): WallContent => ({
    tiles: [{ id, kind: 'panel', panel: 'clock', rect }],
  });
  const map = (id: string, place = rect): WallContent['tiles'][number] => ({
    id,
    kind: 'map',
    engine: 'flat',
    layers: [],
    rect: place,
    viewpoint: { longitude: 10, latitude: 50, metersPerMm: 1, bearingDeg: 0, pitchDeg: 0 },
  });

  const hang = async (name: string, leftMm = 0, viewer = leader) => {
    const { wall } = graph.services;
    const place = { ...rect, leftMm, bezelMm: 5, widthPx: 1920, heightPx: 1080 };
    return wall.screens.save(viewer, { commandId: randomUUID(), name, ...place });
  };
  const push = (viewer: Viewer, screenId: string, seenVersion: number, content: WallContent) =>
    graph.services.wall.pushByHand(viewer, {
      commandId: randomUUID(),
      screenId,
      seenVersion,
      content,
    });
  const pair = async (screenId: string) => {
    const { code, secret } = await pairings.newCode('10.0.0.9');
    await graph.services.wall.screens.pair(leader, { commandId: randomUUID(), id: screenId, code });
    const claim = await pairings.claim(secret);
    if (claim.state !== 'paired') throw new Error(claim.state);
    const { token } = await sessions.openForScreen(claim.deviceId, '10.0.0.9');
    return { token, secret, code };
  };

  test('two operators push onto one screen: the later is told who and what, and nothing is lost', async () => {
    const screen = await hang('left');
    await push(officer, screen.id, 0, clock('first'));
    const late = push(leader, screen.id, 0, clock('second'));
    await expect(late).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'screen-changed',
      details: {
        shown: [
          {
            screenId: screen.id,
            version: 1,
            shownByName: officer.displayName,
            content: clock('first'),
          },
        ],
      },
    });
    expect((await push(leader, screen.id, 1, clock('second'))).version).toBe(2);
    const before = await graph.services.wall.earlier(leader, screen.id, 5);
    expect(before.map(({ content }) => content.tiles[0]?.id)).toEqual(['first']);
  });

  test('a code pairs one device with one screen, once; a wrong one is counted', async () => {
    const screen = await hang('paired');
    const { token, secret, code } = await pair(screen.id);
    expect(await sessions.viewerOf(token)).toMatchObject({
      role: 'wall',
      areaCode: town,
      screenId: screen.id,
    });
    expect(await pairings.claim(secret)).toEqual({ state: 'expired' });
    const stranger = await seeAccountOf(db.database, viewerAt(town, 'shift-leader'));
    const again = (typed: string) =>
      graph.services.wall.screens.pair(stranger, {
        commandId: randomUUID(),
        id: screen.id,
        code: typed,
      });
    for (const typed of [code, 'AAAAAA', '', 'AAAAA2', 'AAAAA3']) {
      await expect(again(typed)).rejects.toMatchObject({ reason: 'unknown-code' });
    }
    await expect(again('AAAAA4')).rejects.toMatchObject({ reason: 'too-many-attempts' });
  });

  test('an officer pairs no screen, and nobody pairs the neighbour’s', async () => {
    const screen = await hang('own');
    const { code } = await pairings.newCode('10.0.0.9');
    const wish = { commandId: randomUUID(), id: screen.id, code };
    const { screens } = graph.services.wall;
    await expect(screens.pair(officer, wish)).rejects.toMatchObject({ kind: 'not-allowed' });
    const neighbour = await seeAccountOf(db.database, viewerAt('990101002', 'shift-leader'));
    await expect(screens.pair(neighbour, wish)).rejects.toMatchObject({ reason: 'unknown-screen' });
  });

  test('a code that nobody types in is good for ten minutes', async () => {
    const screen = await hang('slow');
    const { code, secret } = await pairings.newCode('10.0.0.8');
    db.clock.advanceSeconds(11 * 60);
    expect(await pairings.claim(secret)).toEqual({ state: 'expired' });
    const wish = { commandId: randomUUID(), id: screen.id, code };
    await expect(graph.services.wall.screens.pair(leader, wish)).rejects.toMatchObject({
      reason: 'unknown-code',
    });
  });

  test('an unpaired screen’s session is over', async () => {
    const screen = await hang('goes');
    const { token } = await pair(screen.id);
    await graph.services.wall.screens.unpair(leader, { commandId: randomUUID(), id: screen.id });
    sessions.forgetAll();
    expect(await sessions.viewerOf(token)).toBeNull();
  });

  test('a screen changes nothing', async () => {
    const screen = await hang('reads');
    const server = new GraphServer();
    await server.start(graph, false);
    server.viewers.set('device', { ...viewerAt(town, 'wall'), screenId: screen.id });
    const ask = (query: string) => server.post({ query }, { viewer: 'device' });
    const answer = await ask('mutation { ping }');
    expect(answer.json.errors[0].extensions.reason).toBe('screen-reads-only');
    const read = await ask('{ wallScreens { id } }');
    expect(read.json.data.wallScreens.length).toBeGreaterThan(0);
    await server.close();
  });

  test('a scene shows on the screens it touches, each its own tiles, and moves its map on both at one moment', async () => {
    const { wall } = graph.services;
    const [left, right] = [await hang('L', 50_000), await hang('R', 51_010)];
    const wide = { ...rect, leftMm: 50_000, widthMm: 2_010 };
    const corner = { ...rect, leftMm: 51_200, widthMm: 300 };
    const draft: WallContent = {
      tiles: [map('joined', wide), { id: 'c', kind: 'panel', panel: 'clock', rect: corner }],
    };
    const made = await wall.scenes.save(officer, { commandId: randomUUID(), name: '夜间', draft });
    const call = () =>
      wall.showScene(officer, {
        commandId: randomUUID(),
        sceneId: made.id,
        cause: { kind: 'rule', ruleName: '溺水', incidentId: null },
      });
    await expect(call()).rejects.toMatchObject({ reason: 'scene-not-published' });
    await wall.scenes.publish(officer, { commandId: randomUUID(), id: made.id, version: 1 });
    const shown = new Map((await call()).map((each) => [each.screenId, each]));
    expect(shown.get(left.id)?.content.tiles.map(({ id }) => id)).toEqual(['joined']);
    expect(shown.get(right.id)?.content.tiles.map(({ id }) => id)).toEqual(['joined', 'c']);
    expect(shown.get(right.id)?.cause).toMatchObject({ ruleName: '溺水' });

    const view = { longitude: 10.1, latitude: 50, metersPerMm: 2, bearingDeg: 0, pitchDeg: 0 };
    const moved = await wall.moveView(officer, {
      commandId: randomUUID(),
      screenId: left.id,
      tileId: 'joined',
      view,
      durationMs: 700,
    });
    expect(moved.map(({ screenId }) => screenId).sort()).toEqual([left.id, right.id].sort());
    expect(moved[0]?.motions).toEqual(moved[1]?.motions);
    const history = await graph.services.history.of(officer, 'wall-screen', [right.id]);
    expect(history.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['wall.shown', 'wall.view-moved']),
    );
  });

  test('no screen is given two maps', async () => {
    const screen = await hang('one map', 90_000);
    const place = { ...rect, leftMm: 90_000 };
    const two = { tiles: [map('a', place), map('b', place)] };
    await expect(push(officer, screen.id, 0, two)).rejects.toMatchObject({
      reason: 'two-maps-on-one-screen',
    });
  });

  test('a scene is called at its minute of the city’s day, once', async () => {
    const { wall } = graph.services;
    const screen = await hang('clocked', 80_000);
    const draft = clock('by-time');
    draft.tiles[0]!.rect = { ...rect, leftMm: 80_000 };
    const made = await wall.scenes.save(officer, { commandId: randomUUID(), name: '早会', draft });
    await wall.scenes.publish(officer, { commandId: randomUUID(), id: made.id, version: 1 });
    const china = new Date(db.clock.now().getTime() + 8 * 3_600_000);
    const minuteOfDay = china.getUTCHours() * 60 + china.getUTCMinutes();
    const schedule = { commandId: randomUUID(), sceneId: made.id, minuteOfDay };
    await wall.scenes.schedule(officer, { ...schedule, days: [1, 2, 3, 4, 5, 6, 7] });
    const sceneClock = new SceneClock({ database: db.database, clock: db.clock, wall });
    await sceneClock.look();
    await sceneClock.look();
    const [showing] = await wall.current(officer, [screen.id]);
    expect(showing).toMatchObject({ version: 1, sceneName: '早会', cause: { kind: 'schedule' } });
    const neighbour = await seeAccountOf(db.database, viewerAt('990101002', 'duty-officer'));
    const [mine] = await wall.scenes.schedules(officer);
    const unschedule = { commandId: randomUUID(), scheduleId: mine!.id };
    await expect(wall.scenes.unschedule(neighbour, unschedule)).rejects.toMatchObject({
      reason: 'unknown-scene',
    });
    const root = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'duty-officer'));
    await wall.scenes.unschedule(root, { ...unschedule, commandId: randomUUID() });
    expect(await wall.scenes.schedules(officer)).toEqual([]);
  });
});
