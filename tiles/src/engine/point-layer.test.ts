import { describe, expect, it } from 'vitest';
import { pointLayerSpecs, type PointLayerSpec } from '#layers/point-layer-spec.ts';
import { decodeTile } from '#testing/decode-tile.ts';
import { randomComponents, randomNumbers } from '#testing/random-city.ts';
import { PointLayer } from './point-layer.ts';
import type { PointRow } from './point-row.ts';
import { pointTile } from './point-tile.ts';
import { tileAt } from './tile-address.ts';
import { toWorld } from './web-mercator.ts';

const everything = { areaPrefix: '', department: null, classPrefix: '' };
const world = { z: 0, x: 0, y: 0 };

function emptyLayer(): PointLayer {
  return new PointLayer(pointLayerSpecs[0] as PointLayerSpec);
}

function countIn(layer: PointLayer): number {
  const bins = decodeTile(pointTile(layer, world, everything))['city-components-bins'] ?? [];
  return bins.reduce((sum, { properties }) => sum + Number(properties['count']), 0);
}

function stateOf(layer: PointLayer, row: PointRow): unknown {
  const tile = tileAt(toWorld(row.longitude, row.latitude), 16);
  const features = decodeTile(pointTile(layer, tile, everything))['city-components'] ?? [];
  const found = features.filter(({ id }) => id === Number(row.id));
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0]?.properties['state'];
}

describe('a layer that changes', () => {
  it('shows a change at once, in the old place and the new', async () => {
    const [row, ...others] = randomComponents(randomNumbers(1), 300) as [PointRow, ...PointRow[]];
    const layer = emptyLayer();
    await layer.load(async (add) => [row, ...others].forEach(add));
    const moved = { ...row, longitude: row.longitude + 0.3, state: 'lost' };
    const touched = layer.upsert(moved);
    expect(touched).toEqual([
      toWorld(row.longitude, row.latitude),
      toWorld(moved.longitude, moved.latitude),
    ]);
    expect(stateOf(layer, row)).toBeUndefined();
    expect(stateOf(layer, moved)).toBe('lost');
    expect(countIn(layer)).toBe(300);
    layer.remove(row.id);
    expect(stateOf(layer, moved)).toBeUndefined();
    expect(countIn(layer)).toBe(299);
    expect(layer.remove(row.id)).toEqual([]);
  });

  it('agrees with a plain map after thousands of random changes and rebuilds between them', async () => {
    const random = randomNumbers(11);
    const rows = randomComponents(random, 2000);
    const layer = emptyLayer();
    await layer.load(async (add) => rows.forEach(add));
    const truth = new Map(rows.map((row) => [Number(row.id), row]));
    for (let i = 0; i < 12_000; i++) {
      const row = rows[Math.floor(random() * rows.length)] as PointRow;
      if (random() < 0.25) {
        layer.remove(row.id);
        truth.delete(Number(row.id));
      } else {
        const changed = {
          ...row,
          longitude: 105 + random() * 0.5,
          latitude: 30 + random() * 0.5,
          state: random() < 0.5 ? 'damaged' : 'intact',
        };
        layer.upsert(changed);
        truth.set(Number(row.id), changed);
      }
      // Lets the rebuild go on amid the changes, as a server would.
      if (i % 500 === 0) await new Promise(setImmediate);
    }
    const check = () => {
      expect(layer.count).toBe(truth.size);
      expect(countIn(layer)).toBe(truth.size);
      for (const row of truth.values()) expect(stateOf(layer, row)).toBe(row.state);
    };
    check();
    await layer.settled();
    check();
    await layer.rebuild();
    expect(layer.delta.points.count).toBe(0);
    check();
  });

  it('keeps what changed while it was loading', async () => {
    const rows = randomComponents(randomNumbers(3), 500);
    const first = rows[0] as PointRow;
    const second = rows[1] as PointRow;
    const layer = emptyLayer();
    await layer.load(async (add) => {
      rows.forEach(add);
      layer.upsert({ ...first, state: 'abandoned' });
      layer.remove(second.id);
    });
    expect(stateOf(layer, first)).toBe('abandoned');
    expect(stateOf(layer, second)).toBeUndefined();
    expect(countIn(layer)).toBe(499);
  });

  it('keeps serving the old rows where a load fails', async () => {
    const rows = randomComponents(randomNumbers(5), 40);
    const layer = emptyLayer();
    await layer.load(async (add) => rows.forEach(add));
    const broken = layer.load(() => Promise.reject(new Error('the database went away')));
    await expect(broken).rejects.toThrow('the database went away');
    expect(countIn(layer)).toBe(40);
    await layer.load(async (add) => rows.slice(0, 10).forEach(add));
    expect(countIn(layer)).toBe(10);
  });

  it('counts the last of rows that share an id', async () => {
    const row = randomComponents(randomNumbers(9), 1)[0] as PointRow;
    const layer = emptyLayer();
    await layer.load(async (add) => {
      add(row);
      add({ ...row, state: 'lost' });
    });
    expect(countIn(layer)).toBe(1);
    expect(stateOf(layer, row)).toBe('lost');
  });

  it('takes all but the rows that cannot be placed', async () => {
    const [row, ...others] = randomComponents(randomNumbers(2), 20) as [PointRow, ...PointRow[]];
    const layer = emptyLayer();
    const refused = await layer.load(async (add) => {
      add({ ...row, latitude: Number.NaN });
      others.forEach(add);
    });
    expect(refused).toBe(1);
    expect(countIn(layer)).toBe(19);
  });

  it('tells codes apart that are too large for a double', async () => {
    const row = randomComponents(randomNumbers(2), 1)[0] as PointRow;
    const codes = ['9901010118000001', '9901010118000002', '9007199254740993', '9000000000000000'];
    const layer = emptyLayer();
    await layer.load(async (add) => codes.forEach((id) => add({ ...row, id })));
    layer.upsert({ ...row, id: '9901010118000002', state: 'lost' });
    layer.remove('9901010118000001');
    const tile = tileAt(toWorld(row.longitude, row.latitude), 16);
    const found = decodeTile(pointTile(layer, tile, everything))['city-components'] ?? [];
    const told = found.map(({ id, properties }) => [
      properties['id'] ?? String(id),
      properties['state'],
    ]);
    expect(told.toSorted()).toEqual([
      ['9000000000000000', row.state],
      ['9007199254740993', row.state],
      ['9901010118000002', 'lost'],
    ]);
  });

  it('refuses positions that are no numbers and ids that do not fit', () => {
    const row = randomComponents(randomNumbers(9), 1)[0] as PointRow;
    expect(() => emptyLayer().upsert({ ...row, longitude: Number.NaN })).toThrow(/finite/);
    expect(() => emptyLayer().upsert({ ...row, id: 'manhole' })).toThrow(/1 to 16 digits/);
  });
});
