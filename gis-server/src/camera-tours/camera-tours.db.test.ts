import { insertMadeUpCounty, madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { insertCamera } from '#database/testing/made-up-things.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import type { Viewer } from '#access/viewer.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';

const town = '990101001';
const tourFields = 'id name purpose tiles version stops { cameraId dwellSeconds refusal }';

describeOnBothEngines('tours of cameras', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;

  beforeAll(async () => {
    const { database } = db;
    await insertMadeUpCounty(database);
    await insertCamera(database, { id: 'a', areaCode: '990101001001' });
    await insertCamera(database, {
      id: 'b',
      areaCode: '990101001001',
      purposes: ['campus-safety'],
    });
    await insertCamera(database, {
      id: 'off',
      areaCode: '990101001001',
      state: 'offline',
      stateReason: 'platform-list',
    });
    await insertCamera(database, { id: 'next-door', areaCode: '990101002001' });
    graph = new GraphUnderTest(db);
    await graph.start();
    officer = await seeAccountOf(database, viewerAt(town, 'town-monitor'));
  });
  afterAll(() => graph.stop());

  type Wish = {
    id?: string;
    version?: number;
    purpose?: string;
    cameras: string[];
    dwell?: number;
  };
  const save = (viewer: Viewer, { id, version, purpose, cameras, dwell = 10 }: Wish) =>
    graph.ask(
      viewer,
      `mutation ($input: CameraTourInput!) { saveCameraTour(input: $input) { ${tourFields} } }`,
      {
        input: {
          commandId: randomUUID(),
          id,
          version,
          name: '夜间',
          purpose: purpose ?? 'public-security',
          tiles: 1,
          stops: cameras.map((cameraId) => ({ cameraId, dwellSeconds: dwell })),
        },
      },
    );

  test('a tour says of each stop why it would be left out', async () => {
    const { data, errors } = await save(officer, { cameras: ['a', 'b', 'off'] });
    expect(errors).toEqual([]);
    expect(data.saveCameraTour.stops).toEqual([
      { cameraId: 'a', dwellSeconds: 10, refusal: null },
      { cameraId: 'b', dwellSeconds: 10, refusal: 'purpose-not-filed' },
      { cameraId: 'off', dwellSeconds: 10, refusal: 'camera-offline' },
    ]);
  });

  test('nobody makes a tour of a neighbour’s cameras, for a purpose of another’s duty, or of no length', async () => {
    expect((await save(officer, { cameras: ['a', 'next-door'] })).code).toBe('NOT_FOUND');
    expect((await save(officer, { cameras: ['a'], purpose: 'traffic' })).code).toBe('FORBIDDEN');
    expect((await save(officer, { cameras: ['a'], dwell: 1 })).code).toBe('BAD_USER_INPUT');
    expect((await save(officer, { cameras: [] })).code).toBe('BAD_USER_INPUT');
    const auditor = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'auditor'));
    expect((await save(auditor, { cameras: ['a'] })).code).toBe('FORBIDDEN');
  });

  test('two editors do not overwrite each other, and a removed tour is gone', async () => {
    const { data } = await save(officer, { cameras: ['a'] });
    const { id, version } = data.saveCameraTour;
    const changed = await save(officer, { id, version, cameras: ['a', 'a'] });
    expect(changed.data.saveCameraTour).toMatchObject({ id, version: 2 });
    expect((await save(officer, { id, version, cameras: ['a'] })).code).toBe('CONFLICT');
    const remove = (at: number) =>
      graph.ask(
        officer,
        `mutation ($c: ID!) { removeCameraTour(commandId: $c, id: "${id}", version: ${at}) }`,
        { c: randomUUID() },
      );
    expect((await remove(1)).code).toBe('CONFLICT');
    expect((await remove(2)).errors).toEqual([]);
    expect((await remove(2)).code).toBe('NOT_FOUND');
    const { data: left } = await graph.ask(officer, `{ cameraTours { ${tourFields} } }`);
    expect(left.cameraTours.map((tour: { id: string }) => tour.id)).not.toContain(id);
  });
});
