import { systemViewer } from '#access/viewer.ts';
import { insertMadeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { JournalReader } from '#journal/journal-reader.ts';
import { VectorTile } from '@mapbox/vector-tile';
import { randomUUID } from 'node:crypto';
import { PbfReader } from 'pbf';
import { TileService, type TileRequest } from 'tiles';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { TileFeed } from './tile-feed.ts';
import { TileFollower } from './tile-follower.ts';

type Properties = Record<string, string | number | boolean>;

/** What stands in one layer of the tile over a place. */
async function featuresAt(
  service: TileService,
  request: Pick<TileRequest, 'layer' | 'scope'> & { place: readonly [number, number]; z: number },
): Promise<{ id: number | undefined; properties: Properties }[]> {
  const { place, z, layer, scope } = request;
  const scale = 2 ** z;
  const x = Math.floor(((place[0] + 180) / 360) * scale);
  const latitude = (place[1] * Math.PI) / 180;
  const y = Math.floor(((1 - Math.asinh(Math.tan(latitude)) / Math.PI) / 2) * scale);
  const { body } = await service.answerTile({ layer, z, x, y, scope });
  if (body === null) return [];
  return Object.values(new VectorTile(new PbfReader(body)).layers).flatMap((source) =>
    Array.from({ length: source.length }, (_, i) => {
      const { id, properties } = source.feature(i);
      return { id, properties };
    }),
  );
}

const village = '990101001001';
const place = [9.93, 50] as const;
const root = { areaPrefix: '' };
const sibling = { areaPrefix: '990101002' };
const code = '9901010118000001';

describeOnBothEngines('tiles follow the database', (db) => {
  const service = new TileService();
  let reader: JournalReader;
  let follower: TileFollower;

  beforeAll(async () => {
    await insertMadeUpCounty(db.database);
    await insertThings(db.database);
    reader = new JournalReader(db.database, { pollMs: 200 });
    await reader.start();
    follower = new TileFollower(new TileFeed(service, db.database), reader);
    await follower.start();
  });

  afterAll(async () => {
    await follower.stop();
    await reader.stop();
  });

  it('load every layer from its table, text with tabs and backslashes included', async () => {
    const at = (layer: string, z: number) => featuresAt(service, { layer, scope: root, place, z });
    expect(await at('city-components', 15)).toEqual([
      { id: expect.any(Number), properties: { id: code, class: '0118', state: 'intact' } },
    ]);
    expect((await at('cameras', 15)).map(({ properties }) => properties)).toEqual([
      {
        id: 'camera-1',
        kind: 'dome',
        state: 'online',
        owner: 'school',
        widthDeg: 60,
        name: '门\t前\\一',
        sign: 'dome',
      },
    ]);
    expect((await at('places', 15)).map(({ properties }) => properties)).toEqual([
      { id: 'place-1', kind: 'school', name: '第一中学' },
    ]);
    expect((await at('grid-cells', 14)).map(({ properties }) => properties)).toEqual([
      { code: `${village}001`, name: 'cell', gridSystem: 'unit' },
    ]);
    const base = (await at('base', 14)).map(({ properties }) => properties);
    expect(base).toEqual([{ kind: 'house', name: '礼堂', heightM: 9.5 }]);
    expect((await at('areas', 9)).map(({ properties }) => properties['code'])).toContain('990101');
    expect(
      (await service.answerTile({ layer: 'relief', ...reliefTile, scope: root })).body,
    ).not.toBe(null);
  });

  it('show a viewer of another township none of it', async () => {
    for (const layer of ['city-components', 'cameras', 'places', 'incidents', 'grid-cells']) {
      expect(await featuresAt(service, { layer, scope: sibling, place, z: 14 })).toEqual([]);
    }
  });

  it('show a changed component, a new incident and a camera that is gone within a second', async () => {
    const stateAt = async () =>
      (await featuresAt(service, { layer: 'city-components', scope: root, place, z: 15 }))[0]
        ?.properties['state'];
    const viewer = viewerAt('990101');
    await db.database.command(viewer, { commandId: randomUUID(), kind: 'test' }, async (tx) => {
      await tx.query(sql`-- Is the lamp broken?
        update city_components set state = 'damaged' where code = ${code}`);
      tx.record({
        kind: 'city-component.state-set',
        areaCode: village,
        subjectKind: 'city-component',
        subjectId: code,
        payload: { from: 'intact', to: 'damaged', note: null },
      });
      return null;
    });
    await vi.waitFor(async () => expect(await stateAt()).toBe('damaged'), { timeout: 10_000 });

    const incidentId = randomUUID();
    await db.database.command(viewer, { commandId: randomUUID(), kind: 'test' }, async (tx) => {
      await insertIncident(tx, incidentId);
      tx.record({
        kind: 'incident.reported',
        areaCode: village,
        subjectKind: 'incident',
        subjectId: incidentId,
        payload: { classCode: 'E1', title: 't', grade: 2, source: 'sensor', componentCode: null },
      });
      return null;
    });
    const incidents = (scope: TileRequest['scope']) =>
      featuresAt(service, { layer: 'incidents', scope, place, z: 15 });
    await vi.waitFor(
      async () =>
        expect((await incidents(root))[0]?.properties).toEqual({
          id: incidentId,
          class: 'E1',
          state: 'reported',
          grade: 2,
          reportedAt: 1_777_863_721,
        }),
      { timeout: 10_000 },
    );
    expect(await incidents({ areaPrefix: '', department: 'water' })).toEqual([]);
    expect(await incidents({ areaPrefix: '', department: 'fire' })).toHaveLength(1);

    const signs = async () =>
      (await featuresAt(service, { layer: 'cameras', scope: root, place, z: 15 })).map(
        ({ properties }) => [properties['sign'], properties['state']],
      );
    for (const health of ['no-auth', 'live'] as const) {
      await db.database.write(systemViewer(), async (tx) => {
        await tx.query(sql`-- Does the camera refuse our login?
          update cameras set health = ${health} where id = 'camera-1'`);
        tx.record({
          kind: 'camera.health-changed',
          areaCode: village,
          subjectKind: 'camera',
          subjectId: 'camera-1',
          payload: { from: null, to: health, reason: null },
        });
      });
      const sign = health === 'live' ? 'dome' : health;
      await vi.waitFor(async () => expect(await signs()).toEqual([[sign, 'online']]), {
        timeout: 10_000,
      });
    }

    await db.database.write(systemViewer(), async (tx) => {
      await tx.query(sql`-- Which camera left its platform?
        update cameras set gone_at = ${db.clock.now()} where id = 'camera-1'`);
      tx.record({
        kind: 'camera.gone',
        areaCode: village,
        subjectKind: 'camera',
        subjectId: 'camera-1',
        payload: { platformId: 'p' },
      });
    });
    await vi.waitFor(
      async () =>
        expect(await featuresAt(service, { layer: 'cameras', scope: root, place, z: 15 })).toEqual(
          [],
        ),
      { timeout: 10_000 },
    );
    expect(service.seq).toBe(reader.head());
  });
});

const reliefTile = { z: 8, x: 135, y: 86 };

async function insertThings(database: Database): Promise<void> {
  const point = sql`ST_SetSRID(ST_MakePoint(${place[0]}, ${place[1]}), 4490)`;
  const box = sql`ST_MakeEnvelope(9.929, 49.999, 9.931, 50.001, 4490)`;
  await database.write(systemViewer(), async (tx) => {
    await tx.query(sql`-- Which classes are there?
      insert into city_component_classes values ('0118', '路灯', 'Street lamp', 'lamp')`);
    await tx.query(sql`-- Which kinds of incident are there?
      insert into incident_classes values
        ('E1', 'event', '火灾', 'Fire', 'fire', 2, 1, 'work-day', '{}', 'fire')`);
    await tx.query(sql`-- Which lamp stands there?
      insert into city_components (code, class_code, name, area_code, state, position)
      values (${code}, '0118', '路灯', ${village}, 'intact', ${point})`);
    await tx.query(sql`-- Which camera looks there?
      insert into cameras (id, name, kind, area_code, position, width_deg, state, owner, place_class, purposes)
      values ('camera-1', ${'门\t前\\一'}, 'dome', ${village}, ${point}, 60, 'online', 'school',
        'school-gate', '{campus-safety}')`);
    await tx.query(sql`-- Which place is there?
      insert into places (id, name, kind, area_code, position)
      values ('place-1', '第一中学', 'school', ${village}, ${point})`);
    await tx.query(sql`-- Which cell is there?
      insert into grid_cells (grid_system, code, name, area_code, outline, area_m2)
      values ('unit', ${`${village}001`}, 'cell', ${village}, ST_Multi(${box}), 1)`);
    await tx.query(sql`-- Which house is there?
      insert into base_features (id, layer, kind, name, geometry, height_m)
      values (1, 'building', 'house', '礼堂', ${box}, 9.5)`);
    await tx.query(sql`-- How high is the ground?
      insert into rasters values ('relief', 9, 49, 11, 51, 2, 2,
        ${Buffer.from(new Float32Array([100, 200, 300, 400]).buffer)})`);
  });
}

async function insertIncident(
  tx: Parameters<Parameters<Database['write']>[1]>[0],
  id: string,
): Promise<void> {
  await tx.query(sql`-- What happened there?
    insert into incidents (id, class_code, title, state, grade, source, area_code, department_code,
      position, reported_at)
    values (${id}, 'E1', 't', 'reported', 2, 'sensor', ${village}, 'fire',
      ST_SetSRID(ST_MakePoint(${place[0]}, ${place[1]}), 4490), '2026-05-04T03:02:01Z')`);
}
