import { systemViewer } from '#access/viewer.ts';
import { insertMadeUpCounty } from '#database/testing/made-up-county.ts';
import { insertCamera } from '#database/testing/made-up-things.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql, type Statement } from '#database/sql.ts';
import { longestPlatformCameraId, type CameraState, type PlatformCamera } from 'grid-data';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { CameraListing } from './camera-listing.ts';
import { CameraRegister } from './camera-register.ts';

const place = { longitude: 9.93, latitude: 50 };

const listed = (platformCameraId: string, more: Partial<PlatformCamera> = {}): PlatformCamera => ({
  platformCameraId,
  name: `platform ${platformCameraId}`,
  gbCode: null,
  ...place,
  kind: 'fixed',
  state: 'online',
  ...more,
});

describeOnBothEngines('what a platform and its pulls tell of cameras', (db) => {
  let listing: CameraListing;
  let register: CameraRegister;
  /** The question line of each statement written so far. */
  const statements: string[] = [];

  beforeAll(async () => {
    await insertMadeUpCounty(db.database);
    const write = db.database.write.bind(db.database);
    db.database.write = (viewer, work) =>
      write(viewer, (tx) =>
        work({
          ...tx,
          query: <Row>(statement: Statement) => {
            statements.push(statement.text.split('\n', 1)[0]!);
            return tx.query<Row>(statement);
          },
        }),
      );
    listing = new CameraListing(db);
    register = new CameraRegister(db.database);
  });
  beforeEach(() =>
    db.database.write(systemViewer(), async (tx) => {
      await tx.query(sql`-- No camera yet
        delete from cameras`);
      await tx.query(sql`-- And none to be found
        delete from search_entries`);
    }),
  );

  const take = (cameras: PlatformCamera[], last = false, listingId = 'l') =>
    listing.take({
      type: 'cameras',
      requestId: 'r',
      platformId: 'made-up-platform',
      platformName: 'Made up',
      owner: 'traffic',
      datum: 'cgcs2000',
      listingId,
      last,
      cameras,
    });

  const tell = (
    states: [cameraId: string, state: CameraState, reason: string | null][],
    at = db.clock.now().toISOString(),
  ) =>
    register.takeStates({
      type: 'camera-states',
      states: states.map(([cameraId, state, reason]) => ({
        cameraId,
        state,
        reason,
        health: state === 'offline' ? 'unreachable' : null,
        provisional: false,
        at,
      })),
    });

  const cameras = () =>
    db.database.inScope(systemViewer(), (read) =>
      read.query<Record<string, unknown>>(sql`-- What became of them?
        select id, name, area_code, state, state_reason, health, owner, purposes, gb_code,
          round(ST_X(position)::numeric, 4)::float8 as x from cameras order by id`),
    );

  const journal = (kind: string) =>
    db.database.inScope(systemViewer(), (read) =>
      read.query<{ subject_id: string; area_code: string; payload: Record<string, unknown> }>(
        sql`-- What was written down of this kind?
        select subject_id, area_code, payload from journal where kind = ${kind} order by seq`,
      ),
    );

  test('a page of new cameras is placed, written and found by as many statements as one camera', async () => {
    statements.length = 0;
    await take([listed('one')]);
    const forOne = statements.length;
    statements.length = 0;
    const page = Array.from({ length: 60 }, (_, i) => listed(`many-${i}`, { gbCode: `${i}` }));
    await take([
      ...page,
      listed('elsewhere', { longitude: 50 }),
      listed('without-a-place', { longitude: null }),
      listed('many-7', { name: 'said twice' }),
    ]);
    expect(statements).toHaveLength(forOne);
    const rows = await cameras();
    expect(rows).toHaveLength(61);
    expect(rows.find(({ id }) => id === 'made-up-platform:many-7')).toEqual({
      id: 'made-up-platform:many-7',
      name: 'said twice',
      area_code: '990101001001',
      state: 'online',
      state_reason: 'platform-list',
      health: null,
      owner: 'traffic',
      purposes: [],
      gb_code: null,
      x: 9.93,
    });
    const found = await db.database.inScope(systemViewer(), (read) =>
      read.query<{ title: string }>(sql`-- Who is found?
        select title from search_entries where kind = 'camera' and area_code = '990101001001'`),
    );
    expect(found).toHaveLength(61);
    expect(await journal('camera.listed')).toHaveLength(61);
  });

  test('what has no place is kept by name until the platform, or a survey, gives it one', async () => {
    const unplaced = () =>
      db.database.inScope(systemViewer(), (read) =>
        read.query<Record<string, unknown>>(sql`-- What stands nowhere?
          select platform_camera_id as id, name, reason from unplaced_cameras order by 1`),
      );
    const nowhere = { longitude: null, latitude: null };
    const first = [listed('here'), listed('nowhere', nowhere), listed('late', nowhere)];
    await take(first, false, 'first');
    // A listing that may yet break off changes nothing.
    expect(await unplaced()).toEqual([]);
    await take([listed('abroad', { longitude: 50 }), listed('late')], true, 'first');
    expect(await unplaced()).toEqual([
      { id: 'abroad', name: 'platform abroad', reason: 'outside' },
      { id: 'nowhere', name: 'platform nowhere', reason: 'no-position' },
    ]);
    await take([listed('here'), listed('nowhere')], true);
    expect(await unplaced()).toEqual([]);
    // It has its place, and keeps it.
    await take([listed('here', nowhere), listed('nowhere')], true);
    expect(await unplaced()).toEqual([]);
  });

  test('a page of known cameras is refreshed by as many statements as one camera', async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `known-${i}`);
    for (const id of ids) await insertCamera(db.database, { id });
    statements.length = 0;
    await take([listed('known-0', { state: 'offline' })]);
    const forOne = statements.length;
    statements.length = 0;
    await take(ids.slice(1).map((id) => listed(id, { state: 'offline' })));
    expect(statements).toHaveLength(forOne);
    const rows = await cameras();
    expect(rows.map(({ state }) => state)).toEqual(ids.map(() => 'offline'));
    const changes = await journal('camera.state-changed');
    expect(changes.at(-1)).toMatchObject({
      area_code: '990101001001',
      payload: { from: 'online', to: 'offline', reason: 'platform-list' },
    });
  });

  test('a camera that its platform renames is found by either name', async () => {
    await take([listed('named', { name: '东门' })]);
    await take([listed('named', { name: '石桥北' })]);
    const found = await db.database.inScope(systemViewer(), (read) =>
      read.query<{ title: string; grams: string[] }>(sql`-- By what?
        select title, grams from search_entries where id = 'made-up-platform:named'`),
    );
    expect(found).toEqual([
      { title: '石桥北', grams: expect.arrayContaining(['石桥', '桥北', 'sq', '东门', 'dm']) },
    ]);
  });

  test('nothing surveyed or filed is overwritten', async () => {
    await insertCamera(db.database, { id: 'surveyed', surveyed: true });
    await insertCamera(db.database, { id: 'rounded' });
    await insertCamera(db.database, { id: 'moved' });
    const away = { longitude: 9.94 };
    await take([
      listed('surveyed', { ...away, gbCode: '1' }),
      listed('rounded', { longitude: 9.930_001 }),
      listed('moved', away),
    ]);
    await take([listed('surveyed', { ...away, gbCode: '2' })]);
    const filed = { owner: 'public-security', purposes: ['public-security'] };
    expect(await cameras()).toMatchObject([
      { id: 'moved', x: 9.94, ...filed },
      { id: 'rounded', x: 9.93, ...filed },
      { id: 'surveyed', x: 9.93, gb_code: '1', ...filed },
    ]);
  });

  test('a camera that a pull found offline is offline by the list once the platform says so', async () => {
    await insertCamera(db.database, { id: 'cam' });
    await tell([['cam', 'offline', 'no-frames']]);
    expect(await cameras()).toMatchObject([{ state: 'offline', state_reason: 'no-frames' }]);
    await take([listed('cam', { name: 'camera cam', state: 'offline' })]);
    expect(await cameras()).toMatchObject([{ state: 'offline', state_reason: 'platform-list' }]);
  });

  test('a list that says online does not take back what a pull has found since, and one that knows nothing changes nothing', async () => {
    await insertCamera(db.database, { id: 'dead' });
    await insertCamera(db.database, { id: 'playing', state: 'unknown' });
    await tell([
      ['dead', 'offline', 'no-frames'],
      ['playing', 'online', null],
    ]);
    const before = (await journal('camera.state-changed')).length;
    for (let listing = 0; listing < 3; listing += 1) {
      await take([
        listed('dead', { name: `renamed ${listing}` }),
        listed('playing', { state: 'unknown' }),
      ]);
    }
    expect(await cameras()).toMatchObject([
      { name: 'renamed 2', state: 'offline', state_reason: 'no-frames', health: 'unreachable' },
      { state: 'online' },
    ]);
    expect(await journal('camera.state-changed')).toHaveLength(before);
  });

  test('what a pull found is believed over the list for a day, and no longer than the platform itself says so', async () => {
    const dayAgo = new Date(db.clock.now().getTime() - 25 * 3_600_000).toISOString();
    await insertCamera(db.database, { id: 'long-ago' });
    await insertCamera(db.database, { id: 'both' });
    await tell([['long-ago', 'offline', 'no-frames']], dayAgo);
    await tell([['both', 'offline', 'no-frames']]);
    await take([listed('both', { state: 'offline' })]);
    await take([listed('both'), listed('long-ago')]);
    expect(await cameras()).toMatchObject([
      { state: 'online', health: null },
      { state: 'online', health: null },
    ]);
  });

  test('a camera that its platform moves belongs to the area where it stands now', async () => {
    await insertCamera(db.database, { id: 'moved' });
    const before = (await journal('camera.moved')).length;
    await take([listed('moved', { longitude: 10.03 })]);
    await take([listed('moved', { longitude: 10.031 })]);
    await take([listed('moved', { longitude: 50 })]);
    expect(await cameras()).toMatchObject([{ area_code: '990101002001', x: 10.031 }]);
    const moves = (await journal('camera.moved')).slice(before);
    expect(moves.map(({ payload }) => payload)).toMatchObject([
      { fromAreaCode: '990101001001', toAreaCode: '990101002001' },
      { fromAreaCode: '990101002001', toAreaCode: '990101002001' },
    ]);
  });

  test('a camera that moves is looked for where it stands now', async () => {
    await take([listed('found')]);
    await take([listed('found', { longitude: 10.03 })]);
    const found = await db.database.inScope(systemViewer(), (read) =>
      read.query<{ area_code: string; x: number }>(sql`-- Where?
        select area_code, ST_X(position) as x from search_entries where id = 'made-up-platform:found'`),
    );
    expect(found).toEqual([{ area_code: '990101002001', x: 10.03 }]);
  });

  test('states are written by as many statements as one, the last word of each camera, and only news', async () => {
    const ids = ['a', 'b', 'c'];
    for (const id of ids) await insertCamera(db.database, { id });
    const before = (await journal('camera.state-changed')).length;
    statements.length = 0;
    await tell([['a', 'offline', 'no-frames']]);
    const forOne = statements.length;
    statements.length = 0;
    await tell([
      ['b', 'offline', 'no-frames'],
      ['c', 'offline', 'no-frames'],
      ['c', 'online', null],
      ['nobody-knows', 'offline', null],
    ]);
    expect(statements).toHaveLength(forOne);
    const changes = (await journal('camera.state-changed')).slice(before);
    expect(changes.map(({ subject_id }) => subject_id)).toEqual(['a', 'b']);
    expect(changes[0]).toMatchObject({
      area_code: '990101001001',
      payload: { from: 'online', to: 'offline', reason: 'no-frames' },
    });
  });

  test('a camera with the longest id that a platform may give is taken in', async () => {
    await take([listed('x'.repeat(longestPlatformCameraId))], true);
    expect(await cameras()).toHaveLength(1);
  });
});
