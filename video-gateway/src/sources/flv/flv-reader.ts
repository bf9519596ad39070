/** Cuts an FLV byte stream into tags. */
export type FlvTag = { type: number; timestampMs: number; body: Buffer };

export const flvTagType = { audio: 8, video: 9, script: 18 } as const;
const maxTagBytes = 8 * 1024 * 1024;

export class FlvReader {
  #pending: Buffer = Buffer.alloc(0);
  #headerTaken = false;

  /** The tags that this chunk completes; throws on bytes that are no FLV. */
  push(chunk: Buffer): readonly FlvTag[] {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    if (!this.#headerTaken && !this.#takeHeader()) return [];
    const tags: FlvTag[] = [];
    let at = 0;
    while (this.#pending.length - at >= 11) {
      const size = this.#pending.readUIntBE(at + 1, 3);
      if (size > maxTagBytes) throw new Error('FLV tag too long');
      const end = at + 11 + size;
      if (this.#pending.length < end + 4) break;
      tags.push(readTag(this.#pending.subarray(at, end)));
      at = end + 4;
    }
    this.#pending = this.#pending.subarray(at);
    return tags;
  }

  #takeHeader(): boolean {
    if (this.#pending.length < 13) return false;
    if (this.#pending.toString('latin1', 0, 3) !== 'FLV') throw new Error('bytes that are no FLV');
    const start = this.#pending.readUInt32BE(5);
    if (start < 9 || start > 1024) throw new Error('FLV header of impossible length');
    if (this.#pending.length < start + 4) return false;
    this.#pending = this.#pending.subarray(start + 4);
    this.#headerTaken = true;
    return true;
  }
}

export function readTag(tag: Buffer): FlvTag {
  return {
    type: tag[0]! & 0x1f,
    timestampMs: tag.readUIntBE(4, 3) + tag[7]! * 2 ** 24,
    body: tag.subarray(11),
  };
}
