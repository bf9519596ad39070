import { DomainError } from '#domain/domain-error.ts';

export type RtmpMessage = {
  type: number;
  streamId: number;
  timestampMs: number;
  payload: Buffer;
};

export const messageTypes = { setChunkSize: 1, windowSize: 5, video: 9, data: 18, command: 20 };
export const sentChunkBytes = 4096;
const maxMessageBytes = 64 * 1024;

/** One message cut into chunks: a full header first, then continuation headers. */
export function chunksOf(message: RtmpMessage, chunkStream: number): Buffer {
  const head = Buffer.alloc(12);
  head[0] = chunkStream;
  // The publisher starts anew long before 24 bits of milliseconds (4.6 h) need the extended field.
  head.writeUIntBE(message.timestampMs, 1, 3);
  head.writeUIntBE(message.payload.length, 4, 3);
  head[7] = message.type;
  head.writeUInt32LE(message.streamId, 8);
  const parts: Buffer[] = [head];
  for (let at = 0; at < message.payload.length; at += sentChunkBytes) {
    if (at > 0) parts.push(Buffer.from([0xc0 | chunkStream]));
    parts.push(message.payload.subarray(at, at + sentChunkBytes));
  }
  return Buffer.concat(parts);
}

type OpenMessage = {
  type: number;
  length: number;
  streamId: number;
  parts: Buffer[];
  have: number;
};

/** Puts the server's chunks together again. */
export class ChunkReader {
  #pending: Buffer = Buffer.alloc(0);
  #chunkBytes = 128;
  readonly #open = new Map<number, OpenMessage>();

  push(bytes: Buffer): RtmpMessage[] {
    this.#pending = Buffer.concat([this.#pending, bytes]);
    const messages: RtmpMessage[] = [];
    for (let step = this.#takeChunk(); step !== 'wait'; step = this.#takeChunk()) {
      if (step === 'more') continue;
      if (step.type === messageTypes.setChunkSize) this.#chunkBytes = step.payload.readUInt32BE(0);
      else messages.push(step);
    }
    return messages;
  }

  #takeChunk(): RtmpMessage | 'more' | 'wait' {
    const bytes = this.#pending;
    if (bytes.length < 1) return 'wait';
    const format = bytes[0]! >> 6;
    const chunkStream = bytes[0]! & 0x3f;
    if (chunkStream < 2) throw new DomainError('unavailable', 'chunk stream of a long number');
    const headBytes = 1 + [11, 7, 3, 0][format]!;
    if (bytes.length < headBytes) return 'wait';
    const open = this.#openMessage(chunkStream, bytes.subarray(0, headBytes));
    const take = Math.min(this.#chunkBytes, open.length - open.have);
    if (bytes.length < headBytes + take) return 'wait';
    open.parts.push(bytes.subarray(headBytes, headBytes + take));
    open.have += take;
    this.#open.set(chunkStream, open);
    this.#pending = bytes.subarray(headBytes + take);
    if (open.have < open.length) return 'more';
    this.#open.set(chunkStream, { ...open, parts: [], have: 0 });
    const { type, streamId } = open;
    return { type, streamId, timestampMs: 0, payload: Buffer.concat(open.parts) };
  }

  // A copy, so that a chunk that is not all here yet can be read again from its start.
  #openMessage(chunkStream: number, head: Buffer): OpenMessage {
    const before = this.#open.get(chunkStream);
    const open: OpenMessage = before
      ? { ...before, parts: [...before.parts] }
      : { type: 0, length: 0, streamId: 0, parts: [], have: 0 };
    if (head.length >= 8) {
      open.length = head.readUIntBE(4, 3);
      open.type = head[7]!;
    }
    if (head.length >= 12) open.streamId = head.readUInt32LE(8);
    if (open.length > maxMessageBytes) throw new DomainError('unavailable', 'message too long');
    return open;
  }
}
