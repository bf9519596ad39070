import { describe, expect, it } from 'vitest';
import { gunzipSync } from 'node:zlib';
import type { PointRow } from '#engine/point-row.ts';
import { tileAt } from '#engine/tile-address.ts';
import { toWorld } from '#engine/web-mercator.ts';
import { decodeTile } from '#testing/decode-tile.ts';
import { randomComponents, randomNumbers } from '#testing/random-city.ts';
import { TileService } from './tile-service.ts';

const root = { areaPrefix: '' };
const layer = 'city-components';
const rows = randomComponents(randomNumbers(21), 3000);

async function service(): Promise<TileService> {
  const tiles = new TileService();
  await tiles.loadPoints(layer, async (add) => rows.forEach(add));
  return tiles;
}

function around(row: PointRow, z: number) {
  return { layer, ...tileAt(toWorld(row.longitude, row.latitude), z), scope: root };
}

describe('the tile service', () => {
  it('answers an update at once in every zoom, and other tiles from the cache', async () => {
    const tiles = await service();
    const row = rows[0] as PointRow;
    const far = rows.find(
      (other) =>
        around(other, 15).x !== around(row, 15).x && around(other, 15).y !== around(row, 15).y,
    ) as PointRow;
    for (const z of [0, 9, 13, 15]) await tiles.answerTile(around(row, z));
    await tiles.answerTile(around(far, 15));
    tiles.upsertPoint(layer, { ...row, state: 'abandoned' });
    const before = tiles.cacheState;
    await tiles.answerTile(around(far, 15));
    expect(tiles.cacheState.hits).toBe(before.hits + 1);
    for (const z of [0, 9]) {
      const bins = decodeTile((await tiles.answerTile(around(row, z))).body)[`${layer}-bins`];
      expect(bins?.some(({ properties }) => Number(properties['abandoned']) > 0)).toBe(true);
    }
    const near = decodeTile((await tiles.answerTile(around(row, 15))).body)[layer];
    expect(near?.find(({ id }) => id === Number(row.id))?.properties['state']).toBe('abandoned');
    expect(tiles.cacheState.misses).toBe(before.misses + 3);
  });

  it('keeps the tiles of viewers apart', async () => {
    const tiles = await service();
    const address = { layer, z: 0, x: 0, y: 0 };
    const count = async (areaPrefix: string) => {
      const { body } = await tiles.answerTile({ ...address, scope: { areaPrefix } });
      const bins = decodeTile(body)[`${layer}-bins`] ?? [];
      return bins.reduce((sum, { properties }) => sum + Number(properties['count']), 0);
    };
    const expected = (areaPrefix: string) =>
      rows.filter(({ areaCode }) => areaCode.startsWith(areaPrefix)).length;
    for (const prefix of ['', '990101001', '990101002', '', '990101001', '12']) {
      expect(await count(prefix)).toBe(expected(prefix));
    }
  });

  it('makes a tile once for many who ask at the same time', async () => {
    const tiles = await service();
    const request = around(rows[0] as PointRow, 9);
    const answers = await Promise.all(Array.from({ length: 20 }, () => tiles.answerTile(request)));
    expect(tiles.cacheState.misses).toBe(1);
    expect(new Set(answers.map(({ etag }) => etag)).size).toBe(1);
  });

  it('never keeps a tile that changed while it was being made', async () => {
    const tiles = await service();
    const row = rows[0] as PointRow;
    const inTheMaking = tiles.answerTile(around(row, 9));
    tiles.removePoint(layer, row.id);
    const late = await tiles.answerTile(around(row, 9));
    await inTheMaking;
    const after = await tiles.answerTile(around(row, 9));
    const total = (body: Uint8Array | null) =>
      (decodeTile(body)[`${layer}-bins`] ?? []).reduce(
        (sum, { properties }) => sum + Number(properties['count']),
        0,
      );
    const before = total((await inTheMaking).body);
    expect(total(late.body)).toBe(before - 1);
    expect(total(after.body)).toBe(before - 1);
  });

  it('gives the same bytes gzipped where that pays, and another etag when they change', async () => {
    const tiles = await service();
    const row = rows[0] as PointRow;
    const first = await tiles.answerTile(around(row, 11));
    expect(gunzipSync(first.gzipped as Uint8Array)).toEqual(Buffer.from(first.body as Uint8Array));
    tiles.upsertPoint(layer, { ...row, state: 'lost' });
    const second = await tiles.answerTile(around(row, 11));
    expect(second.etag).not.toBe(first.etag);
    expect(first.etag).toMatch(/^"[\w-]+"$/);
  });

  it('says how far in the journal an answer has seen, and answers nothing for empty ground', async () => {
    const tiles = await service();
    tiles.seq = 42;
    const answer = await tiles.answerTile({ layer, z: 10, x: 0, y: 0, scope: root });
    expect(answer).toMatchObject({ body: null, seq: 42, shared: false });
  });

  it('makes the whole county’s views beforehand', async () => {
    const tiles = await service();
    tiles.loadShapes('areas', () => [
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [105.1, 30.1],
            [105.5, 30.3],
          ],
        },
        attributes: { level: 'county' },
        areaCode: '990101',
      },
    ]);
    await tiles.warmUp(new AbortController().signal);
    const before = tiles.cacheState;
    for (const z of [6, 9, 11]) {
      const tile = tileAt(toWorld(105.3, 30.2), z);
      await tiles.answerTile({ layer: 'areas', ...tile, scope: root });
      await tiles.answerTile({ layer: 'base', ...tile, scope: { areaPrefix: '990101' } });
    }
    expect(tiles.cacheState).toEqual({ ...before, hits: before.hits + 6 });
  });

  it('holds no more bytes than it may', async () => {
    const tiles = new TileService({ cacheBytes: 50_000 });
    await tiles.loadPoints(layer, async (add) => rows.forEach(add));
    for (const row of rows.slice(0, 400)) {
      await tiles.answerTile(around(row, 16));
      expect(tiles.cacheState.bytes).toBeLessThanOrEqual(50_000);
    }
    expect(tiles.cacheState.bytes).toBeGreaterThan(10_000);
  });

  it.each([
    [{ z: -1, x: 0, y: 0 }, 'invalid-input'],
    [{ z: 1.5, x: 0, y: 0 }, 'invalid-input'],
    [{ z: Number.NaN, x: 0, y: 0 }, 'invalid-input'],
    [{ z: 3, x: 8, y: 0 }, 'invalid-input'],
    [{ z: 3, x: 0, y: 8 }, 'invalid-input'],
    [{ z: 31, x: 2 ** 40, y: 1 }, 'invalid-input'],
    [{ z: 10, x: Number.POSITIVE_INFINITY, y: 1 }, 'invalid-input'],
    [{ z: 0, x: 0, y: 0, layer: 'constructor' }, 'not-found'],
    [{ z: 16, x: 0, y: 0, layer: 'base' }, 'not-found'],
    [{ z: 2, x: 0, y: 0, layer: 'relief' }, 'not-found'],
    [{ z: 0, x: 0, y: 0, classPrefix: "01' or 1=1" }, 'invalid-input'],
  ])('refuses %o', async (request, kind) => {
    const tiles = await service();
    const asked = tiles.answerTile({ layer, scope: root, ...request });
    await expect(asked).rejects.toMatchObject({ name: 'DomainError', kind });
  });
});
