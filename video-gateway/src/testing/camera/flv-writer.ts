/** Writes pictures as FLV tags. */
import { h264Config } from '#media/h264.ts';
import { lengthPrefixed } from '#media/unit-builder.ts';
import { clipPictures, parameterSets } from '#testing/camera/clip.ts';

export const flvHeader = Buffer.from([0x46, 0x4c, 0x56, 1, 1, 0, 0, 0, 9, 0, 0, 0, 0]);

export function flvTag(timestampMs: number, body: Buffer, type = 9): Buffer {
  const head = Buffer.alloc(11);
  head[0] = type;
  head.writeUIntBE(body.length, 1, 3);
  head.writeUIntBE(timestampMs & 0xffffff, 4, 3);
  head[7] = timestampMs >>> 24;
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(body.length + 11);
  return Buffer.concat([head, body, tail]);
}

export function configurationTag(): Buffer {
  const [sps, pps] = parameterSets('h264');
  const config = h264Config(sps!, pps!);
  return flvTag(0, Buffer.concat([Buffer.from([0x17, 0, 0, 0, 0]), config.decoderConfig]));
}

export function pictureTag(index: number, timestampMs: number, compositionMs = 0): Buffer {
  const pictures = clipPictures('h264');
  const picture = pictures[index % pictures.length]!;
  const head = Buffer.from([picture.key ? 0x17 : 0x27, 1, 0, 0, 0]);
  head.writeIntBE(compositionMs, 2, 3);
  return flvTag(timestampMs, Buffer.concat([head, lengthPrefixed(picture.nals)]));
}
