import { describe, expect, it } from 'vitest';
import { pointLayerSpecs, type PointLayerSpec } from '#layers/point-layer-spec.ts';
import { decodeTile, type DecodedFeature } from '#testing/decode-tile.ts';
import { randomComponents, randomNumbers } from '#testing/random-city.ts';
import { PointLayer } from './point-layer.ts';
import type { PointRow } from './point-row.ts';
import { pointTile } from './point-tile.ts';
import { tileAt, type TileAddress } from './tile-address.ts';
import { toWorld } from './web-mercator.ts';

const specOf = (name: string): PointLayerSpec =>
  pointLayerSpecs.find((spec) => spec.name === name) as PointLayerSpec;
const everything = { areaPrefix: '', department: null, classPrefix: '' };

async function layerOf(rows: readonly PointRow[], name = 'city-components'): Promise<PointLayer> {
  const layer = new PointLayer(specOf(name));
  await layer.load(async (add) => rows.forEach(add));
  return layer;
}

/** The tiles of a zoom that hold at least one of the rows, worked out from the rows alone. */
function tilesOf(rows: readonly PointRow[], z: number): Map<string, PointRow[]> {
  const tiles = new Map<string, PointRow[]>();
  for (const row of rows) {
    const { x, y } = tileAt(toWorld(row.longitude, row.latitude), z);
    const key = `${z}/${x}/${y}`;
    tiles.set(key, [...(tiles.get(key) ?? []), row]);
  }
  return tiles;
}

function addressOf(key: string): TileAddress {
  const [z, x, y] = key.split('/').map(Number) as [number, number, number];
  return { z, x, y };
}

const totals = (bins: readonly DecodedFeature[], key: string): number =>
  bins.reduce((sum, { properties }) => sum + Number(properties[key] ?? 0), 0);

describe('tiles of points', () => {
  const random = randomNumbers(7);
  const rows = randomComponents(random, 4000);

  it('hold every point in exactly the tile it lies in, with its id, class and state', async () => {
    const layer = await layerOf(rows);
    for (const z of [13, 14, 16, 18]) {
      const seen = new Set<number>();
      for (const [key, expected] of tilesOf(rows, z)) {
        const features =
          decodeTile(pointTile(layer, addressOf(key), everything))['city-components'] ?? [];
        const byId = new Map(features.map((feature) => [feature.id, feature]));
        expect(features.length).toBe(expected.length);
        for (const row of expected) {
          const feature = byId.get(Number(row.id));
          expect(feature?.properties).toEqual({ class: row.class, state: row.state });
          seen.add(Number(row.id));
        }
      }
      expect(seen.size).toBe(rows.length);
    }
  });

  it('place a point within one tile unit of where it stands', async () => {
    const layer = await layerOf(rows.slice(0, 50));
    for (const row of rows.slice(0, 50)) {
      const scale = 2 ** 16;
      const sine = Math.sin((row.latitude * Math.PI) / 180);
      const unitX = ((row.longitude + 180) / 360) * scale;
      const unitY = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * scale;
      const tile = { z: 16, x: Math.floor(unitX), y: Math.floor(unitY) };
      const found = decodeTile(pointTile(layer, tile, everything))['city-components'] ?? [];
      const feature = found.find(({ id }) => id === Number(row.id));
      expect(Math.abs((feature?.x ?? 0) - (unitX - tile.x) * 4096)).toBeLessThanOrEqual(1);
      expect(Math.abs((feature?.y ?? 0) - (unitY - tile.y) * 4096)).toBeLessThanOrEqual(1);
    }
  });

  it('count every point once in the bins of every low zoom, by state too', async () => {
    const layer = await layerOf(rows);
    for (let z = 0; z < 13; z++) {
      let count = 0;
      let damaged = 0;
      for (const key of tilesOf(rows, z).keys()) {
        const tile = decodeTile(pointTile(layer, addressOf(key), everything));
        const bins = tile['city-components-bins'] ?? [];
        expect(Object.keys(tile)).toEqual(['city-components-bins']);
        expect(bins.every(({ x, y }) => x >= 0 && x < 4096 && y >= 0 && y < 4096)).toBe(true);
        count += totals(bins, 'count');
        damaged += totals(bins, 'damaged');
      }
      expect(count).toBe(rows.length);
      expect(damaged).toBe(rows.filter(({ state }) => state === 'damaged').length);
    }
  });

  it('show a viewer what filtering the whole city by area and class would show', async () => {
    const layer = await layerOf(rows);
    for (const areaPrefix of ['990101', '990101003', '990101003004', '990102', '9']) {
      for (const classPrefix of ['', '01', '0402']) {
        const filter = { areaPrefix, department: null, classPrefix };
        const visible = rows.filter(
          (row) => row.areaCode.startsWith(areaPrefix) && row.class.startsWith(classPrefix),
        );
        const twin = await layerOf(visible);
        for (const z of [0, 9, 12, 13, 15]) {
          for (const key of tilesOf(rows, z).keys()) {
            const scoped = decodeTile(pointTile(layer, addressOf(key), filter));
            const alone = decodeTile(pointTile(twin, addressOf(key), everything));
            expect(sorted(scoped)).toEqual(sorted(alone));
          }
        }
      }
    }
  });

  it('give finer bins instead of single points where these would weigh too much', async () => {
    const crowd = Array.from({ length: 60_000 }, (_, i) => ({
      ...(rows[0] as PointRow),
      id: i + 1,
      longitude: 105.3 + (i % 245) * 1e-5,
      latitude: 30.2 + Math.floor(i / 245) * 1e-5,
    }));
    const layer = await layerOf(crowd);
    const tile = tileAt(toWorld(105.3005, 30.2005), 13);
    const body = pointTile(layer, tile, everything);
    const bins = decodeTile(body)['city-components-bins'] ?? [];
    expect(body?.length).toBeLessThan(500_000);
    expect(totals(bins, 'count')).toBe(crowd.length);
  });

  it('leave out what is unknown and say ids that are words as an attribute', async () => {
    const layer = await layerOf(
      [
        camera('cam-a', ['school', 90, 60, 120, '东门']),
        camera('cam-b', ['school', null, null, null, '西门']),
      ],
      'cameras',
    );
    const tile = tileAt(toWorld(105.3, 30.2), 15);
    const features = decodeTile(pointTile(layer, tile, everything))['cameras'] ?? [];
    expect(features.map(({ properties }) => properties)).toEqual([
      {
        id: 'cam-a',
        kind: 'ptz',
        state: 'online',
        owner: 'school',
        bearingDeg: 90,
        widthDeg: 60,
        rangeMeters: 120,
        name: '东门',
      },
      { id: 'cam-b', kind: 'ptz', state: 'online', owner: 'school', name: '西门' },
    ]);
    const far = decodeTile(pointTile(layer, tileAt(toWorld(105.3, 30.2), 13), everything));
    expect(far['cameras']?.[0]?.properties).not.toHaveProperty('name');
  });

  it('keep door-plates out of every tile above street level', async () => {
    const place = (id: string, kind: string): PointRow => ({
      ...camera(id, ['']),
      class: kind,
      state: '',
    });
    const layer = await layerOf([place('p1', 'school'), place('p2', 'door-plate')], 'places');
    const at = (z: number) =>
      decodeTile(pointTile(layer, tileAt(toWorld(105.3, 30.2), z), everything));
    expect(totals(at(8)['places-bins'] ?? [], 'count')).toBe(1);
    expect(at(15)['places']).toHaveLength(1);
    expect(at(16)['places']).toHaveLength(2);
  });

  it('show a department only the incidents given to it, counted and singly', async () => {
    const incident = (id: string, department: string | null): PointRow => ({
      ...camera(id, [2, 1_750_000_000, department]),
      class: 'E0101',
      state: 'processing',
    });
    const layer = await layerOf(
      [incident('i1', 'water'), incident('i2', 'fire'), incident('i3', null)],
      'incidents',
    );
    const at = (z: number, department: string | null) =>
      decodeTile(pointTile(layer, tileAt(toWorld(105.3, 30.2), z), { ...everything, department }));
    expect(at(14, 'water')['incidents']?.map(({ properties }) => properties['id'])).toEqual(['i1']);
    expect(at(14, 'water')['incidents']?.[0]?.properties).not.toHaveProperty('department');
    expect(totals(at(9, 'water')['incidents-bins'] ?? [], 'count')).toBe(1);
    expect(totals(at(9, null)['incidents-bins'] ?? [], 'count')).toBe(3);
    expect(at(14, 'unheard-of')).toEqual({});
    expect(at(14, '')).toEqual({});
  });
});

function camera(id: string, attributes: PointRow['attributes']): PointRow {
  return {
    id,
    longitude: 105.3,
    latitude: 30.2,
    class: 'ptz',
    state: 'online',
    areaCode: '990101001001',
    attributes,
  };
}

/** Order says nothing; a mean over rows summed in another order may differ by one unit. */
function sorted(tile: Record<string, DecodedFeature[]>): unknown {
  return Object.entries(tile).map(([name, features]) => [
    name,
    features
      .map(({ id, x, y, properties }) => ({
        id,
        x: Math.round(x / 4),
        y: Math.round(y / 4),
        properties,
      }))
      .toSorted((a, b) => (a.id ?? a.y * 5000 + a.x) - (b.id ?? b.y * 5000 + b.x)),
  ]);
}
