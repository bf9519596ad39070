import { randomUUID } from 'node:crypto';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { JournalReader } from '#journal/journal-reader.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { SightKeeper } from './sight-keeper.ts';

const ids = idsIn(targetVillage);

describeOnBothEngines('what cameras see', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  let reader: JournalReader;
  let keeper: SightKeeper;

  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    officer = await seeAccountOf(db.database, viewerAt(madeUpCounty));
    reader = new JournalReader(db.database, { pollMs: 200 });
    await reader.start();
    keeper = new SightKeeper(db);
    reader.onEntries((rows) => keeper.onJournal(rows));
    keeper.start();
    await keeper.idle();
  });

  afterAll(async () => {
    await keeper.stop();
    await reader.stop();
  });

  const sightOf = async (cameraId: string) => {
    const { data, errors } = await graph.ask(
      officer,
      `{ cameraSights(cameraIds: ["${cameraId}"]) { seen reach visibleShare unknown terrainKnown } }`,
    );
    expect(errors).toEqual([]);
    return data.cameraSights[0];
  };
  const forIncident = async () => {
    const { data } = await graph.ask(
      officer,
      `{ incident(id: "${ids.incident(1)}") { position { longitude latitude }
         cameras(first: 10) { camera { id position { longitude latitude } } relation reason } } }`,
    );
    return data.incident;
  };
  const first = async () =>
    (await forIncident()).cameras.find(
      (one: { camera: { id: string } }) => one.camera.id === ids.camera(1),
    );

  it('are worked out at the start, and say that no heights are known there', async () => {
    expect(await sightOf(ids.camera(1))).toMatchObject({
      seen: { type: 'MultiPolygon' },
      reach: { type: 'MultiPolygon' },
      visibleShare: 1,
      unknown: [],
      terrainKnown: false,
    });
    expect(await first()).toMatchObject({ relation: 'sees', reason: 'terrain-missing' });
  });

  it('end at a house that is built between a camera and the place, and the ranking says so', async () => {
    const { position, cameras } = await forIncident();
    const camera = cameras.find(
      (one: { camera: { id: string } }) => one.camera.id === ids.camera(1),
    );
    const middle = [
      (position.longitude + camera.camera.position.longitude) / 2,
      (position.latitude + camera.camera.position.latitude) / 2,
    ] as const;
    await db.database.write(systemViewer(), async (tx) => {
      await tx.query(sql`-- A house between them
        insert into base_features (id, layer, kind, geometry, height_m) values (901, 'building', 'house',
          ST_Expand(ST_SetSRID(ST_MakePoint(${middle[0]}, ${middle[1]}), 4490), 0.0001), 20)`);
      tx.record({
        kind: 'import.applied',
        areaCode: madeUpCounty,
        subjectKind: 'import',
        subjectId: randomUUID(),
        payload: {
          kind: 'places',
          fileName: 'houses.csv',
          datum: 'cgcs2000',
          accepted: 1,
          rejected: 0,
          sha256: null,
        },
      });
    });
    await vi.waitFor(
      async () => expect(await first()).toMatchObject({ relation: 'near', reason: 'building' }),
      { timeout: 20_000, interval: 200 },
    );
    expect((await sightOf(ids.camera(1))).visibleShare).toBeLessThan(1);
  });

  it('are worked out anew where a camera is surveyed, and the journal tells', async () => {
    const { errors } = await graph.ask(
      {
        ...officer,
        role: 'administrator',
        permissions: new Set([...officer.permissions, 'camera.edit']),
      },
      `mutation ($c: ID!) { surveyCamera(input: { commandId: $c, id: "${ids.camera(1)}", version: 1, heightMeters: null }) { id } }`,
      { c: randomUUID() },
    );
    expect(errors).toEqual([]);
    await vi.waitFor(
      async () =>
        expect(await sightOf(ids.camera(1))).toMatchObject({ seen: null, unknown: ['height'] }),
      { timeout: 20_000, interval: 200 },
    );
    const rows = await db.database.inScope(systemViewer(), (tx) =>
      tx.query<{ subject_id: string }>(sql`-- Which sights changed?
        select subject_id from journal where kind = 'camera.sight-changed'`),
    );
    expect(rows.map((row) => row.subject_id)).toContain(ids.camera(1));
    expect(await first()).toMatchObject({ relation: 'sees', reason: 'height-unknown' });
  });

  it('are worked out once: nothing is computed again while nothing changes', async () => {
    const computed = keeper.gauges()['camera_sights_computed'];
    keeper.start();
    await keeper.idle();
    expect(keeper.gauges()).toMatchObject({
      camera_sights_computed: computed,
      camera_sights_waiting: 0,
      camera_sights_failing: 0,
    });
  });
});
