/** A binary WebSocket message as bytes, made once per fragment, where it lies, and written to every viewer's socket as it is. */
import type { Fragment } from '#packaging/cmaf-packager.ts';
import { markedFragment } from '#packaging/mark/marked-picture.ts';
import { behindHead } from '#packaging/media-fragment.ts';
import type { TicketMark } from '#packaging/mark/ticket-mark.ts';

/** Of an epoch's picture, or of its picture and sound. */
type Beginning = { init: Buffer };

const built = new WeakMap<Beginning, Buffer>();

export function fragmentFrame(fragment: Fragment): Buffer {
  fragment.frame ??= frameOf(fragment);
  return fragment.frame;
}

function frameOf({ bytes, roomy }: Fragment): Buffer {
  if (roomy === undefined) return binaryFrame(bytes);
  return behindHead({ bytes, roomy }, binaryHead(bytes.length));
}

export function initFrame(beginning: Beginning): Buffer {
  const known = built.get(beginning);
  if (known !== undefined) return known;
  const frame = binaryFrame(beginning.init);
  built.set(beginning, frame);
  return frame;
}

/** Messages that begin with a key picture, with the mark in it; all that lies behind the mark is as all share it. */
export function markedFrames(
  frames: Buffer,
  { bytes, epoch }: Fragment,
  mark: TicketMark,
): readonly Buffer[] {
  const [front, rest] = markedFragment(bytes, epoch.video.codec, mark);
  const unshared = binaryHead(bytes.length).length + bytes.length - rest.length;
  return [binaryHead(front.length + rest.length), front, frames.subarray(unshared)];
}

export function binaryFrame(payload: Buffer): Buffer {
  return Buffer.concat([binaryHead(payload.length), payload]);
}

/** RFC 6455: final, binary, unmasked. */
export function binaryHead(payloadBytes: number): Buffer {
  const long = payloadBytes > 65_535;
  const head = Buffer.allocUnsafe(payloadBytes < 126 ? 2 : long ? 10 : 4);
  head[0] = 0x82;
  if (payloadBytes < 126) head[1] = payloadBytes;
  else if (long) {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(payloadBytes), 2);
  } else {
    head[1] = 126;
    head.writeUInt16BE(payloadBytes, 2);
  }
  return head;
}
