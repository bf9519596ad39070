/** Packs pictures and sound as recorders and GB/T 28181 do: a pack header, with key pictures the map, then packets. */

const streams = { h264: 0x1b, h265: 0x24, aac: 0x0f, pcma: 0x90 } as const;
const [videoId, audioId] = [0xe0, 0xc0];
/** Less than a packet may hold, so that a key picture takes several. */
const packetBytes = 4_000;

export type ProgramContent = {
  video?: 'h264' | 'h265' | number;
  audio?: 'aac' | 'pcma';
};

/** A frame with one picture, Annex B. */
export function pictureFrame(
  picture: { nals: readonly Buffer[]; key: boolean },
  ticks: number,
  content: ProgramContent,
): Buffer {
  const start = Buffer.from([0, 0, 0, 1]);
  const bytes = Buffer.concat(picture.nals.flatMap((nal) => [start, nal]));
  const parts = [packHeader(ticks)];
  if (picture.key) parts.push(systemHeader(), programMap(content));
  for (let at = 0; at < bytes.length; at += packetBytes) {
    const piece = bytes.subarray(at, at + packetBytes);
    parts.push(packet(videoId, piece, at === 0 ? ticks : null));
  }
  return Buffer.concat(parts);
}

export const soundFrame = (bytes: Buffer, ticks: number): Buffer =>
  Buffer.concat([packHeader(ticks), packet(audioId, bytes, ticks)]);

/** Cut as RTP carries it. */
export function inPayloads(frame: Buffer, size = 1_300): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < frame.length; at += size) pieces.push(frame.subarray(at, at + size));
  return pieces;
}

function packHeader(ticks: number): Buffer {
  const head = Buffer.from([0, 0, 1, 0xba, 0x44, 0, 4, 0, 4, 1, 0, 0, 3, 0xf8]);
  const [high, middle, low] = [
    Math.floor(ticks / 2 ** 30),
    (ticks >>> 15) & 0x7fff,
    ticks & 0x7fff,
  ];
  head[4] = 0x44 | ((high & 7) << 3) | (middle >> 13);
  head[5] = (middle >> 5) & 0xff;
  head[6] = 0x04 | ((middle & 31) << 3) | (low >> 13);
  head[7] = (low >> 5) & 0xff;
  head[8] = 0x04 | ((low & 31) << 3);
  return head;
}

const systemHeader = (): Buffer =>
  Buffer.from([
    0, 0, 1, 0xbb, 0, 12, 0x80, 0x1e, 0xff, 0xe1, 0xe1, 0xff, 0xe0, 0xe0, 0x80, 0xc0, 0xc0, 8,
  ]);

function programMap({ video = 'h264', audio }: ProgramContent): Buffer {
  const entries = [
    Buffer.from([typeof video === 'number' ? video : streams[video], videoId, 0, 0]),
  ];
  if (audio !== undefined) entries.push(Buffer.from([streams[audio], audioId, 0, 0]));
  const list = Buffer.concat(entries);
  const head = Buffer.alloc(12);
  head.writeUInt32BE(0x1bc, 0);
  head.writeUInt16BE(6 + list.length + 4, 4);
  head.writeUInt16BE(0xe0ff, 6);
  head.writeUInt16BE(list.length, 10);
  return Buffer.concat([head, list, Buffer.alloc(4)]);
}

function packet(id: number, payload: Buffer, ticks: number | null): Buffer {
  const times = ticks === null ? Buffer.alloc(0) : timeStamp(ticks);
  const head = Buffer.from([0, 0, 1, id, 0, 0, 0x80, ticks === null ? 0 : 0x80, times.length]);
  head.writeUInt16BE(3 + times.length + payload.length, 4);
  return Buffer.concat([head, times, payload]);
}

function timeStamp(ticks: number): Buffer {
  const out = Buffer.alloc(5);
  out[0] = 0x21 | (Math.floor(ticks / 2 ** 30) << 1);
  out.writeUInt16BE((((ticks >>> 15) & 0x7fff) << 1) | 1, 1);
  out.writeUInt16BE(((ticks & 0x7fff) << 1) | 1, 3);
  return out;
}
