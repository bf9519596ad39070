import { randomUUID } from 'node:crypto';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { insertCamera } from '#database/testing/made-up-things.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { CameraListing } from '#gateway-link/camera-listing.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { calibrationOfCamera, groundOfPicture, type LonLat, type PicturePoint } from 'grid-data';
import { beforeAll, expect, it } from 'vitest';

const ids = idsIn(targetVillage);
const aspect = 16 / 9;
const corners: readonly PicturePoint[] = [
  [0.1, 0.9],
  [0.9, 0.95],
  [0.8, 0.5],
  [0.2, 0.55],
];
const calibrationFields =
  'version points { x y position { longitude latitude } } aspect residualMeters tiltDeg calibratedBy stale';

/** What somebody would match who never trembles, seen from a camera that stands there. */
function matchedAt(position: LonLat, pictures = corners) {
  const camera = { position, heightMeters: 6, bearingDeg: 90, widthDeg: 60, tiltDeg: 20 };
  const exact = calibrationOfCamera(camera, aspect)!;
  return pictures.map(([x, y]) => {
    const [longitude, latitude] = groundOfPicture(exact, [x, y])!;
    return { x, y, position: { longitude, latitude } };
  });
}

describeOnBothEngines('calibrations of pictures', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    officer = await seeAccountOf(db.database, viewerAt(madeUpCounty));
  });

  const calibrate = (cameraId: string, version: number, points: readonly object[]) =>
    graph.ask(
      officer,
      `mutation ($input: CameraCalibrationInput!) { calibrateCamera(input: $input) { ${calibrationFields} } }`,
      { input: { commandId: randomUUID(), cameraId, version, points, aspect } },
    );
  const calibrationOf = async (cameraId: string, viewer = officer) => {
    const asked = `{ camera(id: "${cameraId}") { calibration { ${calibrationFields} } } }`;
    const { data, errors } = await graph.ask(viewer, asked);
    expect(errors).toEqual([]);
    return data.camera.calibration;
  };

  it('are kept with a version, a name and a row in the journal; of two at once the later hears of it', async () => {
    const points = matchedAt([9.93, 50]);
    expect(await calibrationOf(ids.camera(1))).toBeNull();
    const first = await calibrate(ids.camera(1), 0, points);
    expect(first.errors).toEqual([]);
    expect(first.data.calibrateCamera).toMatchObject({
      version: 1,
      points,
      residualMeters: null,
      stale: null,
    });
    const again = await calibrate(ids.camera(1), 0, points);
    expect(again.errors[0]?.extensions).toMatchObject({
      reason: 'version-conflict',
      details: { givenVersion: 0, currentVersion: 1 },
    });
    const more = await calibrate(ids.camera(1), 1, [
      ...points,
      ...matchedAt([9.93, 50], [[0.5, 0.7]]),
    ]);
    expect(more.data.calibrateCamera.version).toBe(2);
    expect(more.data.calibrateCamera.residualMeters).toBeCloseTo(0, 4);
    // Matched as a camera that looks 20° down would show it: no survey says so.
    expect((await calibrationOf(ids.camera(1))).tiltDeg).toBeCloseTo(20, 1);
    const { data } = await graph.ask(
      officer,
      `{ camera(id: "${ids.camera(1)}") { history { kind payload } } }`,
    );
    expect(data.camera.history).toContainEqual({
      kind: 'camera.calibrated',
      payload: { version: 1, points: 4, residualMeters: null },
    });
  });

  it('that cannot be are refused by name, with the numbers of the points', async () => {
    const [a, b, c, d] = matchedAt([9.93, 50]);
    const refused = async (points: readonly object[]) =>
      (await calibrate(ids.camera(1), 2, points)).errors[0]?.extensions;
    expect(await refused([a!, b!, c!])).toMatchObject({ reason: 'points-too-few' });
    const crossed = [{ ...a!, position: b!.position }, { ...b!, position: a!.position }, c!, d!];
    expect(await refused(crossed)).toMatchObject({
      reason: 'points-crossed',
      details: { points: [1, 2, 3, 4] },
    });
    const inLine = matchedAt(
      [9.93, 50],
      [
        [0.1, 0.9],
        [0.5, 0.7],
        [0.9, 0.5],
        [0.2, 0.5],
      ],
    );
    expect(await refused(inLine)).toMatchObject({
      reason: 'points-collinear',
      details: { points: [1, 2, 3] },
    });
    expect(await refused([{ ...a!, x: 1.2 }, b!, c!, d!])).toMatchObject({
      reason: 'out-of-range',
    });
    expect((await calibrationOf(ids.camera(1))).version).toBe(2);
  });

  it('outlive what a platform lists, and are doubtful once it says that the camera stands elsewhere', async () => {
    const { database } = db;
    await insertCamera(database, { id: 'listed', areaCode: targetVillage });
    const where = { platformId: 'p', platformCameraId: 'cam' };
    await database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A camera of a platform, surveyed by nobody
        update cameras set platform_id = ${where.platformId}, platform_camera_id = ${where.platformCameraId},
          surveyed_at = null, position = ST_SetSRID(ST_MakePoint(9.93, 50), 4490) where id = 'listed'`),
    );
    expect((await calibrate('listed', 0, matchedAt([9.93, 50]))).errors).toEqual([]);
    const clock = { now: () => new Date('2026-11-27T00:00:00Z') };
    const list = (longitude: number) =>
      new CameraListing({ database, clock }).take({
        type: 'cameras',
        requestId: randomUUID(),
        platformId: where.platformId,
        platformName: 'p',
        owner: 'other',
        datum: 'cgcs2000',
        listingId: randomUUID(),
        last: true,
        cameras: [
          {
            platformCameraId: where.platformCameraId,
            name: 'renamed',
            gbCode: null,
            kind: 'fixed',
            state: 'online',
            longitude,
            latitude: 50,
          },
        ],
      });
    await list(9.93);
    expect(await calibrationOf('listed')).toMatchObject({ version: 1, stale: null });
    await list(9.9305);
    expect(await calibrationOf('listed')).toMatchObject({ version: 1, stale: 'moved' });
    expect((await calibrate('listed', 1, matchedAt([9.9305, 50]))).data.calibrateCamera.stale).toBe(
      null,
    );
  });

  it('are doubtful while the head is turned away, and cannot be made then', async () => {
    const turn = (at: Date | null) =>
      db.database.write(systemViewer(), (tx) =>
        tx.query(sql`-- Somebody turns it, or it goes home
          insert into ptz_settings (camera_id, area_code, turned_at)
          values (${ids.camera(2)}, ${targetVillage}, ${at})
          on conflict (camera_id) do update set turned_at = excluded.turned_at`),
      );
    const points = matchedAt([9.94, 50]);
    expect((await calibrate(ids.camera(2), 0, points)).errors).toEqual([]);
    await turn(new Date('2026-11-27T00:00:00Z'));
    expect(await calibrationOf(ids.camera(2))).toMatchObject({ stale: 'turned' });
    expect((await calibrate(ids.camera(2), 1, points)).errors[0]?.extensions).toMatchObject({
      reason: 'camera-turned',
    });
    await turn(null);
    expect(await calibrationOf(ids.camera(2))).toMatchObject({ stale: null });
  });

  it('go where their camera goes, over a border too, and are gone when somebody removes them', async () => {
    const survey = await graph.ask(
      officer,
      `mutation ($input: CameraSurveyInput!) { surveyCamera(input: $input) { area { code } } }`,
      {
        input: {
          commandId: randomUUID(),
          id: ids.camera(2),
          version: 1,
          position: { longitude: 9.97, latitude: 50.001 },
        },
      },
    );
    expect(survey.errors).toEqual([]);
    const neighbour = await seeAccountOf(db.database, viewerAt(survey.data.surveyCamera.area.code));
    expect(await calibrationOf(ids.camera(2), neighbour)).toMatchObject({ stale: 'moved' });
    const remove = (version: number) =>
      graph.ask(
        officer,
        `mutation ($c: ID!) { removeCameraCalibration(commandId: $c, cameraId: "${ids.camera(2)}", version: ${version}) }`,
        { c: randomUUID() },
      );
    expect((await remove(7)).code).toBe('CONFLICT');
    expect((await remove(1)).errors).toEqual([]);
    expect(await calibrationOf(ids.camera(2))).toBeNull();
  });
});
