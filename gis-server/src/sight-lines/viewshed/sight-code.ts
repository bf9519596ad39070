/** A sight as bytes: per ray its runs of seen and hidden cells. A street camera takes some hundred, a tower some thousand. */
import { sightCodes, type PolarSight, type SightCode } from './viewshed.ts';

const formatVersion = 1;
const headBytes = 17;

export function encodeSight(sight: PolarSight): Buffer {
  const { rays, steps, codes } = sight;
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(formatVersion, 0);
  head.writeUInt16LE(rays, 1);
  head.writeUInt16LE(steps, 3);
  head.writeFloatLE(sight.startDeg, 5);
  head.writeFloatLE(sight.stepDeg, 9);
  head.writeFloatLE(sight.stepMeters, 13);
  const body: number[] = [];
  for (let ray = 0; ray < rays; ray++) {
    for (let from = 0; from < steps;) {
      const code = codes[ray * steps + from] as number;
      let to = from + 1;
      while (to < steps && codes[ray * steps + to] === code) to += 1;
      pushNumber(body, (to - from) * sightCodes.length + code);
      from = to;
    }
  }
  return Buffer.concat([head, Buffer.from(body)]);
}

/** Seven bits a byte, the lowest first; a set eighth bit says that more follow. */
function pushNumber(body: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    body.push((rest & 127) | 128);
    rest >>>= 7;
  }
  body.push(rest);
}

export type SeenThere = SightCode | 'outside-width' | 'out-of-range';

/** What the camera sees of the place in this direction, so many metres away. */
export function lookUpSight(bytes: Buffer, bearingDeg: number, meters: number): SeenThere {
  const rays = bytes.readUInt16LE(1);
  const steps = bytes.readUInt16LE(3);
  const stepDeg = bytes.readFloatLE(9);
  const step = Math.floor(meters / bytes.readFloatLE(13));
  if (step >= steps) return 'out-of-range';
  if (step === 0) return 'clear';
  const turn = (((bearingDeg - bytes.readFloatLE(5)) % 360) + 360) % 360;
  const ray = Math.floor(turn / stepDeg);
  if (ray >= rays) return 'outside-width';
  return runAt(bytes, ray * steps + step);
}

function runAt(bytes: Buffer, wanted: number): SightCode {
  let cells = 0;
  let value = 0;
  let shift = 0;
  for (let at = headBytes; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte >= 128) continue;
    cells += Math.floor(value / sightCodes.length);
    if (cells > wanted) return sightCodes[value % sightCodes.length] as SightCode;
    value = 0;
    shift = 0;
  }
  throw new Error('a stored sight is shorter than its head says');
}
