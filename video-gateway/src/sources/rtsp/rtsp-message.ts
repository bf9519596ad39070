/** Cuts the byte stream of an RTSP connection into replies, server requests and interleaved packets. */
export type RtspMessage = {
  startLine: string;
  /** Names in lower case; repeated headers are kept all, WWW-Authenticate needs it. */
  headers: ReadonlyMap<string, readonly string[]>;
  body: Buffer;
};

export type RtspReaderHandlers = {
  onMessage(message: RtspMessage): void;
  onPacket(channel: number, payload: Buffer): void;
};

const maxHeaderBytes = 16 * 1024;
const maxBodyBytes = 256 * 1024;
const dollar = 0x24;
const headerEnd = Buffer.from('\r\n\r\n');

export class RtspReader {
  readonly #handlers: RtspReaderHandlers;
  #pending: Buffer = Buffer.alloc(0);

  constructor(handlers: RtspReaderHandlers) {
    this.#handlers = handlers;
  }

  /** Throws on bytes that are no RTSP. */
  push(chunk: Buffer): void {
    let data = this.#completePending(chunk);
    for (;;) {
      const used = this.#takeOne(data);
      if (used === 0) break;
      data = data.subarray(used);
    }
    this.#pending = data;
  }

  /** A packet that the line has cut is put together alone; those behind it are read where they lie. */
  #completePending(chunk: Buffer): Buffer {
    let rest = chunk;
    while (this.#pending.length > 0) {
      const missing = this.#missingBytes();
      if (missing > rest.length) return Buffer.concat([this.#pending, rest]);
      const whole = Buffer.concat([this.#pending, rest.subarray(0, missing)]);
      rest = rest.subarray(missing);
      this.#pending = whole.subarray(this.#takeOne(whole));
    }
    return rest;
  }

  /** How much the interleaved packet that is pending lacks; text has no length to go by. */
  #missingBytes(): number {
    const pending = this.#pending;
    if (pending[0] !== dollar) return Number.POSITIVE_INFINITY;
    return pending.length < 4 ? 4 - pending.length : 4 + pending.readUInt16BE(2) - pending.length;
  }

  /** Bytes used, 0 when the next message is not whole yet. */
  #takeOne(data: Buffer): number {
    if (data.length < 4) return 0;
    if (data[0] === dollar) {
      const length = data.readUInt16BE(2);
      if (data.length < 4 + length) return 0;
      this.#handlers.onPacket(data[1]!, data.subarray(4, 4 + length));
      return 4 + length;
    }
    // Some cameras put an empty line between messages.
    if (data[0] === 0x0d || data[0] === 0x0a) return 1;
    if (data[0]! < 0x41 || data[0]! > 0x5a) throw new Error('bytes that are no RTSP');
    return this.#takeText(data);
  }

  #takeText(data: Buffer): number {
    const end = data.indexOf(headerEnd);
    if (end < 0 || end > maxHeaderBytes) {
      if (data.length > maxHeaderBytes) throw new Error('RTSP header too long');
      return 0;
    }
    const [startLine = '', ...lines] = data.toString('latin1', 0, end).split('\r\n');
    if (!startLine.includes('RTSP/1.0')) throw new Error('bytes that are no RTSP');
    const headers = readHeaders(lines);
    const length = Number(headers.get('content-length')?.[0] ?? 0);
    if (!Number.isInteger(length) || length < 0 || length > maxBodyBytes) {
      throw new Error('RTSP body of impossible length');
    }
    const total = end + headerEnd.length + length;
    if (data.length < total) return 0;
    this.#handlers.onMessage({ startLine, headers, body: data.subarray(total - length, total) });
    return total;
  }
}

function readHeaders(lines: readonly string[]): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return headers;
}

export function statusOf(message: RtspMessage): number {
  return Number(/^RTSP\/1\.0 (\d{3})/.exec(message.startLine)?.[1] ?? 0);
}
