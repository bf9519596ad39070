/** Writes one layer of points of a Mapbox Vector Tile 2.1, straight to bytes. */
import { ByteWriter, varintLength, zigzag } from './byte-writer.ts';

export const tileExtent = 4096;

// Field numbers and wire types of vector_tile.proto, (field << 3) | type.
const tileLayer = 0x1a;
const layerName = 0x0a;
const layerFeature = 0x12;
const layerKey = 0x1a;
const layerValue = 0x22;
const layerExtent = 0x28;
const layerVersion = 0x78;
const featureId = 0x08;
const featureTags = 0x12;
const featureType = 0x18;
const featureGeometry = 0x22;
const moveToOnce = 9;
const typePoint = 1;

export class MvtPointWriter {
  readonly #features = new ByteWriter(16384);
  readonly #values = new ByteWriter(1024);
  readonly #keys: readonly string[];
  readonly #valueNumbers = new Map<string | number, number>();
  readonly #tags: number[] = [];
  count = 0;

  constructor(keys: readonly string[]) {
    this.#keys = keys;
  }

  /** Bytes so far, near enough to stop in time. */
  get weight(): number {
    return this.#features.length + this.#values.length;
  }

  /** The number of a value in this tile's table, put there when first met. */
  valueNumber(value: string | number): number {
    const known = this.#valueNumbers.get(value);
    if (known !== undefined) return known;
    const number = this.#valueNumbers.size;
    this.#valueNumbers.set(value, number);
    this.#values.varint(layerValue);
    this.#values.block(encodedValue(value));
    return number;
  }

  /** Gives the next point an attribute. */
  tag(keyNumber: number, valueNumber: number): void {
    this.#tags.push(keyNumber, valueNumber);
  }

  /** Ends the next point: `x` and `y` in tile units, `id` 0 for none. */
  point(id: number, x: number, y: number): void {
    const geometryX = zigzag(x);
    const geometryY = zigzag(y);
    const tags = this.#tags;
    let tagsLength = 0;
    for (let i = 0; i < tags.length; i++) tagsLength += varintLength(tags[i] as number);
    const geometryLength = 1 + varintLength(geometryX) + varintLength(geometryY);
    const idLength = id > 0 ? 1 + varintLength(id) : 0;
    const tagsBlock = tags.length > 0 ? 1 + varintLength(tagsLength) + tagsLength : 0;
    const out = this.#features;
    const length = idLength + tagsBlock + 2 + 2 + geometryLength;
    out.reserve(length + 6);
    out.reservedVarint(layerFeature);
    out.reservedVarint(length);
    if (id > 0) {
      out.reservedVarint(featureId);
      out.reservedVarint(id);
    }
    if (tags.length > 0) {
      out.reservedVarint(featureTags);
      out.reservedVarint(tagsLength);
      for (let i = 0; i < tags.length; i++) out.reservedVarint(tags[i] as number);
      tags.length = 0;
    }
    out.reservedVarint(featureType);
    out.reservedVarint(typePoint);
    out.reservedVarint(featureGeometry);
    out.reservedVarint(geometryLength);
    out.reservedVarint(moveToOnce);
    out.reservedVarint(geometryX);
    out.reservedVarint(geometryY);
    this.count++;
  }

  /** The tile's bytes, or null where no point was written. */
  finish(name: string): Uint8Array | null {
    if (this.count === 0) return null;
    const layer = new ByteWriter(this.weight + 256);
    layer.varint(layerName);
    layer.text(name);
    layer.reserve(this.weight);
    append(layer, this.#features);
    for (const key of this.#keys) {
      layer.varint(layerKey);
      layer.text(key);
    }
    append(layer, this.#values);
    layer.varint(layerExtent);
    layer.varint(tileExtent);
    layer.varint(layerVersion);
    layer.varint(2);
    const tile = new ByteWriter(layer.length + 8);
    tile.varint(tileLayer);
    tile.block(layer.written());
    return tile.bytes.slice(0, tile.length);
  }
}

function append(target: ByteWriter, source: ByteWriter): void {
  target.reserve(source.length);
  target.bytes.set(source.written(), target.length);
  target.length += source.length;
}

function encodedValue(value: string | number): Uint8Array {
  const out = new ByteWriter(32);
  if (typeof value === 'string') {
    out.varint(0x0a);
    out.text(value);
  } else if (Number.isSafeInteger(value) && value >= 0) {
    out.varint(0x28);
    out.varint(value);
  } else {
    out.varint(0x19);
    out.double(value);
  }
  return out.written();
}
