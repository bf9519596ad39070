import type { Clip } from '../media/clip.ts';
import { frameOf } from '../media/clip.ts';
import { unixMsOf } from '../media/timeline.ts';
import { wallTimeSei } from '../media/wall-time-sei.ts';

const codecAvc = 7;
const keyFrame = 1;
const deltaFrame = 2;

/** FLV video tag body with the decoder configuration (ISO 14496-15 section 5.3.3.1). */
export function configurationTag({ sps, pps }: Clip): Buffer {
  return Buffer.concat([
    Buffer.from([(keyFrame << 4) | codecAvc, 0, 0, 0, 0]),
    Buffer.from([1, sps[1]!, sps[2]!, sps[3]!, 0xff, 0xe1]),
    sized(sps, 2),
    Buffer.from([1]),
    sized(pps, 2),
  ]);
}

/** FLV video tag body of one frame, the wall-time SEI before its slices. */
export function frameTag(clip: Clip, frameNumber: number): Buffer {
  const frame = frameOf(clip, frameNumber);
  const head = Buffer.from([((frame.isKey ? keyFrame : deltaFrame) << 4) | codecAvc, 1, 0, 0, 0]);
  const units = [wallTimeSei(unixMsOf(frameNumber)), ...frame.slices];
  return Buffer.concat([head, ...units.map((unit) => sized(unit, 4))]);
}

function sized(unit: Buffer, lengthBytes: 2 | 4): Buffer {
  const length = Buffer.alloc(lengthBytes);
  length.writeUIntBE(unit.length, 0, lengthBytes);
  return Buffer.concat([length, unit]);
}
