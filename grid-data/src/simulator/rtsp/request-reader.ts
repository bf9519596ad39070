import { DomainError } from '#domain/domain-error.ts';

export type RtspRequest = {
  method: string;
  url: string;
  headers: ReadonlyMap<string, string>;
};

const maxPendingBytes = 16 * 1024;
const dollar = 0x24;

/** Cuts a client's bytes into requests; interleaved frames (RTCP from the client) are told apart. */
export class RtspRequestReader {
  #pending: Buffer = Buffer.alloc(0);

  push(chunk: Buffer): RtspRequest[] {
    this.#pending = this.#pending.length > 0 ? Buffer.concat([this.#pending, chunk]) : chunk;
    const requests: RtspRequest[] = [];
    while (this.#pending.length > 0) {
      const next = this.#pending[0] === dollar ? this.#skipInterleaved() : this.#takeRequest();
      if (next === null) break;
      if (next !== 'skipped') requests.push(next);
    }
    if (this.#pending.length > maxPendingBytes) {
      throw new DomainError('invalid-input', 'request too long');
    }
    return requests;
  }

  #skipInterleaved(): 'skipped' | null {
    if (this.#pending.length < 4) return null;
    const end = 4 + this.#pending.readUInt16BE(2);
    if (this.#pending.length < end) return null;
    this.#pending = this.#pending.subarray(end);
    return 'skipped';
  }

  #takeRequest(): RtspRequest | null {
    const headEnd = this.#pending.indexOf('\r\n\r\n');
    if (headEnd < 0) return null;
    const [first = '', ...lines] = this.#pending.toString('utf8', 0, headEnd).split('\r\n');
    const parts = /^([A-Z_]{3,20}) (\S{1,2000}) RTSP\/1\.\d$/.exec(first);
    if (!parts) throw new DomainError('invalid-input', 'not an RTSP request');
    const headers = new Map(lines.map(headerOf));
    const bodyBytes = Number(headers.get('content-length') ?? 0);
    if (!Number.isInteger(bodyBytes) || bodyBytes < 0 || bodyBytes > maxPendingBytes) {
      throw new DomainError('invalid-input', 'bad Content-Length');
    }
    if (this.#pending.length < headEnd + 4 + bodyBytes) return null;
    this.#pending = this.#pending.subarray(headEnd + 4 + bodyBytes);
    return { method: parts[1]!, url: parts[2]!, headers };
  }
}

function headerOf(line: string): [string, string] {
  const colon = line.indexOf(':');
  if (colon < 1) throw new DomainError('invalid-input', 'bad header line');
  return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
}
