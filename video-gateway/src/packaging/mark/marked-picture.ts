/** Puts a view's mark into a key picture: a small front of the view's own, and the rest as all viewers share it. */
import { h264Nal, h264NalType } from '#media/h264.ts';
import { h265Nal, h265NalType } from '#media/h265.ts';
import { pictureDataOf, withInserted } from '#packaging/media-fragment.ts';
import { markNal, type Codec, type TicketMark } from '#packaging/mark/ticket-mark.ts';

/** One behind the other they are the picture. */
export type Pieces = readonly [front: Buffer, rest: Buffer];

export function markedData(data: Buffer, codec: Codec, mark: TicketMark): Pieces {
  const at = firstSlice(data, codec);
  return [Buffer.concat([data.subarray(0, at), markNal(mark, codec)]), data.subarray(at)];
}

/** Of bytes that begin with the fragment of a picture; whatever follows it stays in the rest. */
export function markedFragment(bytes: Buffer, codec: Codec, mark: TicketMark): Pieces {
  const at = firstSlice(pictureDataOf(bytes), codec);
  return withInserted(bytes, at, markNal(mark, codec));
}

/** Behind what the camera itself says of the picture: a buffering period must be the first of all messages. */
function firstSlice(data: Buffer, codec: Codec): number {
  let at = 0;
  while (at + 5 <= data.length && !isSlice(data.subarray(at + 4, at + 5), codec)) {
    at += 4 + data.readUInt32BE(at);
  }
  return Math.min(at, data.length);
}

function isSlice(nal: Buffer, codec: Codec): boolean {
  if (codec === 'h265') return h265NalType(nal) < h265Nal.vps;
  const type = h264NalType(nal);
  return type >= h264Nal.slice && type <= h264Nal.key;
}
