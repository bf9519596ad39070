/** Writes into a movie's own header which export it is (moov/udta), without touching a picture. */
import { box } from '#packaging/mp4-boxes.ts';

/** Ours alone, so that no player takes it for something else. */
const markType = 'ceye';
/** A header larger than this is none that we or ffmpeg write. */
export const maxHeaderBytes = 1024 * 1024;

/** The movie header with the mark in it; null where the bytes hold no whole header. */
export function markedHeader(
  bytes: Buffer,
  mark: object,
): { header: Buffer; after: number } | null {
  for (let at = 0; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32BE(at);
    if (size < 8) return null;
    if (bytes.toString('latin1', at + 4, at + 8) === 'moov') {
      if (at + size > bytes.length) return null;
      const userData = box('udta', box(markType, Buffer.from(JSON.stringify(mark))));
      const movie = box('moov', bytes.subarray(at + 8, at + size), userData);
      return { header: Buffer.concat([bytes.subarray(0, at), movie]), after: at + size };
    }
    at += size;
  }
  return null;
}

export function readMark(bytes: Buffer): unknown {
  const at = bytes.indexOf(markType, 0, 'latin1');
  if (at < 4) return null;
  const size = bytes.readUInt32BE(at - 4);
  return JSON.parse(bytes.toString('utf8', at + 4, at - 4 + size));
}
