/**
 * The point engine behind a pipe, for benches: rows of COPY text on stdin until `\.`, then lines `tile z x y` (answered by
 * the tile's bytes) or `count z x y` (answered by how many points it stands for), each answer after its length in 4 bytes.
 */
import { createInterface } from 'node:readline';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PointLayer } from '#engine/point-layer.ts';
import { pointTile } from '#engine/point-tile.ts';
import type { PointRow } from '#engine/point-row.ts';
import { pointLayerSpecs } from '#layers/point-layer-spec.ts';

const everything = { areaPrefix: '', department: null, classPrefix: '' };
const layer = new PointLayer(pointLayerSpecs[0]);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const startedAt = performance.now();
await layer.load(async (add) => {
  for (;;) {
    const { value, done } = await lines.next();
    if (done === true || value === '\\.') return;
    add(rowOf(value));
  }
});
const loadMs = performance.now() - startedAt;
answer(Buffer.from(JSON.stringify({ rows: layer.count, loadMs })));

for (;;) {
  const { value, done } = await lines.next();
  if (done === true) break;
  const [what, ...numbers] = value.split(' ');
  const [z, x, y] = numbers.map(Number) as [number, number, number];
  const body = pointTile(layer, { z, x, y }, everything) ?? new Uint8Array();
  answer(what === 'count' ? Buffer.from(JSON.stringify(pointsIn(body))) : body);
}

function rowOf(line: string): PointRow {
  const [id = '', longitude, latitude, areaCode = '', classCode = '', state = ''] =
    line.split('\t');
  return {
    id,
    longitude: Number(longitude),
    latitude: Number(latitude),
    areaCode,
    class: classCode,
    state,
    attributes: [],
  };
}

function pointsIn(body: Uint8Array): number {
  let points = 0;
  for (const source of Object.values(new VectorTile(new PbfReader(body)).layers)) {
    for (let i = 0; i < source.length; i++) {
      points += Number(source.feature(i).properties['count'] ?? 1);
    }
  }
  return points;
}

function answer(body: Uint8Array): void {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  process.stdout.write(length);
  process.stdout.write(body);
}
