/** Samples of one track as a CMAF chunk (moof + mdat), written in a single pass. */
import { audioTrackId, videoTrackId } from '#packaging/init-segment.ts';

export type Picture = {
  sequence: number;
  /** 90 kHz ticks on the view's continuous timeline. */
  decodeTime: number;
  compositionOffset: number;
  duration: number;
  key: boolean;
  data: Buffer;
};

export type Sounds = {
  sequence: number;
  /** Samples on the view's continuous timeline. */
  decodeTime: number;
  /** Of each frame, in samples. */
  duration: number;
  frames: readonly Buffer[];
};

const keyFlags = 0x02000000;
/** depends on others, is no sync sample */
const deltaFlags = 0x01010000;
const defaultBaseIsMoof = 0x020000;

/** So much lies unused before each fragment: whoever sends it writes his head there, and nobody copies it. */
const headRoom = 16;

/** A fragment; the same bytes lie behind the room for a head in `roomy`. */
export type Written = { bytes: Buffer; roomy: Buffer };

/** Writes numbers and names one behind the other. */
class BoxWriter {
  readonly bytes: Buffer;
  at = headRoom;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafe(headRoom + size);
  }

  get written(): Written {
    return { bytes: this.bytes.subarray(headRoom), roomy: this.bytes };
  }

  u32(value: number): void {
    this.at = this.bytes.writeUInt32BE(value, this.at);
  }

  head(size: number, type: string): void {
    this.u32(size);
    this.at += this.bytes.write(type, this.at, 'latin1');
  }

  /** Everything of a movie fragment up to its run of samples. */
  fragmentHead(head: { moofSize: number; sequence: number; trackId: number }, time: number): void {
    this.head(head.moofSize, 'moof');
    this.head(16, 'mfhd');
    this.u32(0);
    this.u32(head.sequence);
    this.head(head.moofSize - 24, 'traf');
    this.head(16, 'tfhd');
    this.u32(defaultBaseIsMoof);
    this.u32(head.trackId);
    this.head(20, 'tfdt');
    this.u32(0x01000000);
    this.at = this.bytes.writeBigUInt64BE(BigInt(time), this.at);
  }

  data(payload: Buffer): void {
    this.at += payload.copy(this.bytes, this.at);
  }
}

const beforeRun = 8 + 16 + 8 + 16 + 20;
const pictureRun = 36;
/** Where in the fragment of a picture its sizes stand, and where the picture begins. */
const sampleSizeAt = beforeRun + 24;
const dataSizeAt = beforeRun + pictureRun;
const dataAt = dataSizeAt + 8;

export function pictureFragment(picture: Picture): Written {
  const { data, decodeTime } = picture;
  const moofSize = beforeRun + pictureRun;
  const out = new BoxWriter(moofSize + 8 + data.length);
  out.fragmentHead({ moofSize, sequence: picture.sequence, trackId: videoTrackId }, decodeTime);
  out.head(pictureRun, 'trun');
  out.u32(0x01000f01); // signed composition offsets; data offset and all four sample fields are present
  out.u32(1);
  out.u32(moofSize + 8);
  out.u32(picture.duration);
  out.u32(data.length);
  out.u32(picture.key ? keyFlags : deltaFlags);
  out.at = out.bytes.writeInt32BE(picture.compositionOffset, out.at);
  out.head(8 + data.length, 'mdat');
  out.data(data);
  return out.written;
}

/** The fragment behind a head of its own, in one piece and without a copy; `head` has at most 16 bytes. */
export function behindHead({ bytes, roomy }: Written, head: Buffer): Buffer {
  const at = roomy.length - bytes.length - head.length;
  head.copy(roomy, at);
  return roomy.subarray(at);
}

/** The picture within its fragment; other fragments may follow it. */
export function pictureDataOf(fragment: Buffer): Buffer {
  return fragment.subarray(dataAt, dataAt + fragment.readUInt32BE(sampleSizeAt));
}

/** The fragment of a picture with something more `at` bytes into the picture: a front of its own, and the rest as it lies. */
export function withInserted(
  fragment: Buffer,
  at: number,
  inserted: Buffer,
): [front: Buffer, rest: Buffer] {
  const front = Buffer.concat([fragment.subarray(0, dataAt + at), inserted]);
  for (const sizeAt of [sampleSizeAt, dataSizeAt]) {
    front.writeUInt32BE(fragment.readUInt32BE(sizeAt) + inserted.length, sizeAt);
  }
  return [front, fragment.subarray(dataAt + at)];
}

export function soundFragment({ sequence, decodeTime, duration, frames }: Sounds): Written {
  const runSize = 20 + 8 * frames.length;
  const moofSize = beforeRun + runSize;
  const dataSize = frames.reduce((sum, frame) => sum + frame.length, 0);
  const out = new BoxWriter(moofSize + 8 + dataSize);
  out.fragmentHead({ moofSize, sequence, trackId: audioTrackId }, decodeTime);
  out.head(runSize, 'trun');
  out.u32(0x00000301); // data offset; duration and size of each sample
  out.u32(frames.length);
  out.u32(moofSize + 8);
  for (const frame of frames) {
    out.u32(duration);
    out.u32(frame.length);
  }
  out.head(8 + dataSize, 'mdat');
  for (const frame of frames) out.data(frame);
  return out.written;
}
