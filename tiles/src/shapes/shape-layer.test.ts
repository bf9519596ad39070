import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { tileAt } from '#engine/tile-address.ts';
import { toWorld } from '#engine/web-mercator.ts';
import { shapeLayerSpecs } from '#layers/shape-layer-specs.ts';
import type { ShapeFeature } from './shape-feature.ts';
import { ShapeLayer, type ShapeLayerSpec } from './shape-layer.ts';

const specOf = (name: string) =>
  shapeLayerSpecs.find((spec) => spec.name === name) as ShapeLayerSpec;
const at = (z: number) => tileAt(toWorld(105.3, 30.2), z);

function square(half: number, attributes: ShapeFeature['attributes'], areaCode = ''): ShapeFeature {
  const [west, east, south, north] = [105.3 - half, 105.3 + half, 30.2 - half, 30.2 + half];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { geometry: { type: 'Polygon', coordinates: [ring] }, attributes, areaCode };
}

function decoded(body: Uint8Array | null): Record<string, unknown[]> {
  if (body === null) return {};
  const { layers } = new VectorTile(new PbfReader(body));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, i) => ({ ...layer.feature(i).properties })),
    ]),
  );
}

describe('tiles of shapes', () => {
  it('join the ground’s source-layers in one tile, buildings from zoom 14 on', () => {
    const base = new ShapeLayer(specOf('base'));
    const road: ShapeFeature = {
      geometry: {
        type: 'LineString',
        coordinates: [
          [105.29, 30.2],
          [105.31, 30.2],
        ],
      },
      attributes: { kind: 'primary', name: '解放路' },
      areaCode: '',
    };
    base.load((name) => {
      if (name === 'road') return [road];
      if (name === 'building') return [square(0.0005, { kind: 'house', heightM: 12 })];
      return name === 'land-use' ? [square(0.02, { kind: 'forest' })] : [];
    });
    expect(decoded(base.tile(at(13), ''))).toEqual({
      'land-use': [{ kind: 'forest' }],
      road: [{ kind: 'primary', name: '解放路' }],
    });
    expect(decoded(base.tile(at(14), ''))['building']).toEqual([{ kind: 'house', heightM: 12 }]);
    expect(base.tile({ z: 14, x: 0, y: 0 }, '')).toBeNull();
  });

  it('show a viewer the grid cells of their own area only', () => {
    const cells = new ShapeLayer(specOf('grid-cells'));
    cells.load(() => [
      square(0.01, { code: '990101001001001' }, '990101001001'),
      square(0.02, { code: '990101002001001' }, '990101002001'),
    ]);
    expect(decoded(cells.tile(at(12), '990101001'))['grid-cells']).toEqual([
      { code: '990101001001001' },
    ]);
    expect(decoded(cells.tile(at(12), ''))['grid-cells']).toHaveLength(2);
    expect(cells.tile(at(12), '990102')).toBeNull();
    expect(cells.tile(at(10), '')).toBeNull();
  });

  it('bring villages in only when the map is near enough to tell them apart', () => {
    const areas = new ShapeLayer(specOf('areas'));
    areas.load((name) =>
      name === 'areas'
        ? [square(0.2, { level: 'county' }), square(0.02, { level: 'village' })]
        : [],
    );
    expect(decoded(areas.tile(at(7), ''))['areas']).toEqual([{ level: 'county' }]);
    expect(decoded(areas.tile(at(11), ''))['areas']).toHaveLength(2);
  });
});
