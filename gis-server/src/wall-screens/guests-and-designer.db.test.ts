import { Sessions } from '#access/sessions.ts';
import type { Viewer } from '#access/viewer.ts';
import { createAreaService } from '#areas/service.ts';
import { createCameraService } from '#cameras/service.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { sql } from '#database/sql.ts';
import { systemViewer } from '#access/viewer.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import type { WallContent } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ScreenLooks } from './channel/screen-looks.ts';
import { Pairings } from './pairing/pairings.ts';

const ids = idsIn(targetVillage);
const rect = { leftMm: 0, topMm: 0, widthMm: 1000, heightMm: 560 };
const place = { ...rect, bezelMm: 5, widthPx: 1920, heightPx: 1080 };

describeOnBothEngines('a wall with guests and its designer', (db) => {
  let graph: GraphUnderTest;
  let chief: Viewer;
  let officer: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    await graph.start();
    chief = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'shift-leader'));
    officer = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'duty-officer'));
  });
  afterAll(() => graph.stop());

  const wall = () => graph.services.wall;
  const hang = (name: string) =>
    wall().screens.save(chief, { commandId: randomUUID(), name, ...place });
  const cameras = (...cameraIds: string[]): WallContent => ({
    tiles: [
      {
        id: 'pictures',
        kind: 'cameras',
        rect,
        cameras: cameraIds.map((cameraId) => ({ cameraId, incidentId: null })),
      },
    ],
  });
  const guests = (present: boolean, viewer = officer) =>
    wall().guests.set(viewer, { commandId: randomUUID(), present });
  const toldOfGuests = async () => {
    const { data } = await graph.ask(
      viewerAt(madeUpCounty, 'auditor'),
      '{ journal { kind payload } }',
    );
    return data.journal.filter(({ kind }: { kind: string }) => kind === 'wall.guests');
  };

  test('a screen gets no picture while guests stand before it, and gets it again when they have left', async () => {
    const screen = await hang('hall');
    const pairings = new Pairings(db);
    const { code, secret } = await pairings.newCode('10.0.0.9');
    await wall().screens.pair(chief, { commandId: randomUUID(), id: screen.id, code });
    const claim = await pairings.claim(secret);
    if (claim.state !== 'paired') throw new Error(claim.state);
    const sessions = new Sessions(db);
    const { token } = await sessions.openForScreen(claim.deviceId, '10.0.0.9');
    const device = (await sessions.viewerOf(token))!;
    await graph.services.duties.signIn(chief, { commandId: randomUUID(), post: 'shift-leader' });
    await wall().pushByHand(officer, {
      commandId: randomUUID(),
      screenId: screen.id,
      seenVersion: 0,
      content: cameras(ids.camera(1)),
    });
    const { database } = db;
    const areas = createAreaService(database);
    const { duties, cameraViews } = graph.parts;
    const looks = new ScreenLooks({
      database,
      cameraViews,
      cameras: createCameraService({ database, areas, duties }),
    });
    const look = () =>
      looks.ticketFor(device, { tileId: 'pictures', cameraId: ids.camera(1), profile: 'sub' });
    expect(await look()).toMatchObject({ granted: true });
    expect(await guests(true)).toMatchObject({ setBy: officer.displayName });
    expect(await look()).toEqual({ granted: false, reason: 'guests-present' });
    await guests(false);
    expect(await look()).toMatchObject({ granted: true });
  });

  test('that guests have come stands once in the journal, and is said by who drives the wall', async () => {
    const before = (await toldOfGuests()).length;
    await guests(true);
    await guests(true);
    expect((await toldOfGuests()).length).toBe(before + 1);
    expect(await guests(false)).toBeNull();
    const town = await seeAccountOf(db.database, viewerAt('990101001', 'town-monitor'));
    await guests(true, town);
    expect(await wall().guests.of(officer)).toBeNull();
    const worker = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'grid-worker'));
    await expect(guests(true, worker)).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  test('of two who save one screen or scene the later is shown all that the other saved', async () => {
    const screen = await hang('left');
    const rename = (name: string, version: number) =>
      wall().screens.save(chief, {
        commandId: randomUUID(),
        id: screen.id,
        version,
        name,
        ...place,
        leftMm: 30,
      });
    await rename('moved', 1);
    await expect(rename('late', 1)).rejects.toMatchObject({
      reason: 'version',
      details: { version: 2, name: 'moved', leftMm: 30, changedBy: chief.displayName },
    });
    const scene = await wall().scenes.save(officer, {
      commandId: randomUUID(),
      name: 'day',
      draft: cameras(ids.camera(1)),
    });
    const save = (name: string) =>
      wall().scenes.save(chief, {
        commandId: randomUUID(),
        id: scene.id,
        version: 1,
        name,
        draft: cameras(ids.camera(2)),
      });
    await save('night');
    await expect(save('dawn')).rejects.toMatchObject({
      reason: 'scene-changed',
      details: { version: 2, name: 'night', draft: cameras(ids.camera(2)) },
    });
  });

  test('a scene with a deleted camera is saved, let out and called: the rest of it stands', async () => {
    const screen = await hang('right');
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A camera is taken down
        update cameras set gone_at = ${db.clock.now()} where id = ${ids.camera(2)}`),
    );
    const draft = cameras(ids.camera(1), ids.camera(2), 'never-was');
    const { id } = await wall().scenes.save(officer, {
      commandId: randomUUID(),
      name: 'old',
      draft,
    });
    await wall().scenes.publish(officer, { commandId: randomUUID(), id, version: 1 });
    const shown = await wall().callByHand(officer, {
      commandId: randomUUID(),
      sceneId: id,
      seen: null,
    });
    expect(shown.find(({ screenId }) => screenId === screen.id)?.content).toEqual(draft);
    const { data } = await graph.ask(
      officer,
      `{ gone: camera(id: "${ids.camera(2)}") { refusal } never: camera(id: "never-was") { id } }`,
    );
    expect(data).toEqual({ gone: { refusal: 'camera-gone' }, never: null });
  });
});
