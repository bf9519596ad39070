import { insertMadeUpCounty, madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { insertCamera } from '#database/testing/made-up-things.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { beforeAll, expect, test } from 'vitest';
import { createRecordingFloors, type RecordingFloors } from './recording-floor.ts';

const dayMs = 24 * 3_600_000;

describeOnBothEngines('the floor of recordings', (db) => {
  let floors: RecordingFloors;
  const says = (camera: string, daysBack: number | null, failure: string | null = null) =>
    floors.take({
      type: 'recording-depth',
      platformId: 'made-up-platform',
      platformCameraId: camera,
      oldestAt:
        daysBack === null
          ? null
          : new Date(db.clock.now().getTime() - daysBack * dayMs).toISOString(),
      failure,
      at: db.clock.now().toISOString(),
    });

  beforeAll(async () => {
    await insertMadeUpCounty(db.database);
    floors = createRecordingFloors(db);
    const cameras = { whole: '990101001001', short: '990101001002', none: '990101001001' };
    for (const [id, areaCode] of Object.entries(cameras)) {
      await insertCamera(db.database, { id, areaCode });
    }
    await insertCamera(db.database, { id: 'silent', areaCode: '990101002001' });
    await says('whole', 29.9);
    await says('short', 7);
    await says('none', null);
    await says('silent', null, 'platform-unreachable');
    await says('unknown', 30);
  });

  test('is counted by area, with the shortest named first', async () => {
    const county = await floors.of(viewerAt(madeUpCounty), null);
    expect(county).toMatchObject({ asked: 4, reaching: 1, below: 2, unanswered: 1 });
    expect(county.shortest.map(({ cameraId }) => cameraId)).toEqual(['none', 'short', 'silent']);
    const town = await floors.of(viewerAt(madeUpCounty), '990101001');
    expect(town).toMatchObject({ asked: 3, reaching: 1, below: 2, unanswered: 0 });
  });

  test('keeps to the viewer’s area, and says nothing to who has no business with recordings', async () => {
    const own = await floors.of(viewerAt('990101001001', 'town-monitor'), null);
    expect(own).toMatchObject({ asked: 2 });
    await expect(
      floors.of(viewerAt('990101001001', 'town-monitor'), '990101002'),
    ).rejects.toMatchObject({ kind: 'not-found' });
    await expect(floors.of(viewerAt(madeUpCounty, 'grid-worker'), null)).rejects.toMatchObject({
      reason: 'permission-missing',
    });
  });

  test('follows what the platform says the next time', async () => {
    await says('short', 30);
    expect(await floors.of(viewerAt(madeUpCounty), null)).toMatchObject({ reaching: 2, below: 1 });
    await says('short', 7);
  });
});
