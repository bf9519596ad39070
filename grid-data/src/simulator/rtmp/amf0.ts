/** The part of AMF0 that RTMP commands need: numbers, booleans, strings, null and flat objects. */
export type AmfValue = number | boolean | string | null | { [name: string]: AmfValue };

const marker = {
  number: 0,
  boolean: 1,
  string: 2,
  object: 3,
  null: 5,
  undefined: 6,
  array: 8,
  end: 9,
};

export function encodeAmf(values: readonly AmfValue[]): Buffer {
  return Buffer.concat(values.map(encodeValue));
}

function encodeValue(value: AmfValue): Buffer {
  if (value === null) return Buffer.from([marker.null]);
  if (typeof value === 'boolean') return Buffer.from([marker.boolean, value ? 1 : 0]);
  if (typeof value === 'string') return Buffer.concat([Buffer.from([marker.string]), text(value)]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(9);
    bytes.writeDoubleBE(value, 1);
    return bytes;
  }
  const fields = Object.entries(value).flatMap(([name, field]) => [text(name), encodeValue(field)]);
  return Buffer.concat([Buffer.from([marker.object]), ...fields, Buffer.from([0, 0, marker.end])]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
}

/** Values up to the first one of a type not needed here; a buffer cut short throws a RangeError. */
export function decodeAmf(bytes: Buffer): AmfValue[] {
  const values: AmfValue[] = [];
  const place = { at: 0 };
  while (place.at < bytes.length) {
    const value = decodeValue(bytes, place);
    if (value === undefined) break;
    values.push(value);
  }
  return values;
}

function decodeValue(bytes: Buffer, place: { at: number }): AmfValue | undefined {
  switch (bytes.readUInt8(place.at++)) {
    case marker.number:
      place.at += 8;
      return bytes.readDoubleBE(place.at - 8);
    case marker.boolean:
      return bytes.readUInt8(place.at++) !== 0;
    case marker.string:
      return decodeText(bytes, place);
    case marker.array:
      place.at += 4;
      return decodeFields(bytes, place);
    case marker.object:
      return decodeFields(bytes, place);
    case marker.null:
    case marker.undefined:
      return null;
    default:
      return undefined;
  }
}

function decodeText(bytes: Buffer, place: { at: number }): string {
  const start = place.at + 2;
  place.at = start + bytes.readUInt16BE(place.at);
  return bytes.toString('utf8', start, place.at);
}

function decodeFields(bytes: Buffer, place: { at: number }): { [name: string]: AmfValue } {
  const fields: { [name: string]: AmfValue } = {};
  for (;;) {
    const name = decodeText(bytes, place);
    if (bytes.readUInt8(place.at) === marker.end) {
      place.at++;
      return fields;
    }
    const value = decodeValue(bytes, place);
    if (value === undefined) return fields;
    fields[name] = value;
  }
}
