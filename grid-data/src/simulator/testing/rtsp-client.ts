/** A small RTSP client for tests: asks, and keeps what comes interleaved. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';

export type RtspReply = { status: number; headers: Record<string, string>; body: string };
export type RtpPacket = {
  marker: boolean;
  sequence: number;
  timestamp: number;
  ssrc: number;
  payload: Buffer;
};

export class RtspTestClient {
  readonly #socket: Socket;
  #pending = Buffer.alloc(0);
  #cseq = 0;
  readonly #replies: RtspReply[] = [];
  readonly packets: RtpPacket[] = [];
  readonly reports: Buffer[] = [];
  #wake: () => void = () => {};
  isClosed = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes) => this.#receive(bytes));
    socket.on('error', () => {});
    socket.on('close', () => {
      this.isClosed = true;
      this.#wake();
    });
  }

  static async connect(port: number): Promise<RtspTestClient> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new RtspTestClient(socket);
  }

  async ask(method: string, url: string, headers: Record<string, string> = {}): Promise<RtspReply> {
    const lines = Object.entries({ CSeq: String(++this.#cseq), ...headers });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    this.#socket.write(`${method} ${url} RTSP/1.0\r\n${head}\r\n`);
    await this.until(() => this.#replies.length > 0);
    return this.#replies.shift()!;
  }

  /** DESCRIBE, SETUP and PLAY over the one connection; the replies in this order. */
  async play(url: string, transport = 'RTP/AVP/TCP;unicast;interleaved=0-1'): Promise<RtspReply[]> {
    const description = await this.ask('DESCRIBE', url);
    const setup = await this.ask('SETUP', `${url}/trackID=1`, { Transport: transport });
    const session = setup.headers.session?.split(';')[0] ?? '';
    return [description, setup, await this.ask('PLAY', url, { Session: session })];
  }

  async until(done: () => boolean): Promise<void> {
    while (!done()) {
      if (this.isClosed) throw new Error('connection closed');
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async untilClosed(): Promise<void> {
    while (!this.isClosed) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  close(): void {
    this.#socket.destroy();
  }

  send(bytes: string): void {
    this.#socket.write(bytes);
  }

  #receive(bytes: Buffer): void {
    this.#pending = Buffer.concat([this.#pending, bytes]);
    while (this.#takeFrame() || this.#takeReply());
    this.#wake();
  }

  #takeFrame(): boolean {
    const bytes = this.#pending;
    if (bytes[0] !== 0x24 || bytes.length < 4) return false;
    const end = 4 + bytes.readUInt16BE(2);
    if (bytes.length < end) return false;
    const packet = bytes.subarray(4, end);
    if (bytes[1]! % 2 === 0) this.packets.push(parsed(packet));
    else this.reports.push(packet);
    this.#pending = bytes.subarray(end);
    return true;
  }

  #takeReply(): boolean {
    if (this.#pending[0] === 0x24) return false;
    const headEnd = this.#pending.indexOf('\r\n\r\n');
    if (headEnd < 0) return false;
    const [first = '', ...lines] = this.#pending.toString('utf8', 0, headEnd).split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    );
    const end = headEnd + 4 + Number(headers['content-length'] ?? 0);
    if (this.#pending.length < end) return false;
    const body = this.#pending.toString('utf8', headEnd + 4, end);
    this.#replies.push({ status: Number(first.split(' ')[1]), headers, body });
    this.#pending = this.#pending.subarray(end);
    return true;
  }
}

function parsed(packet: Buffer): RtpPacket {
  return {
    marker: (packet[1]! & 0x80) !== 0,
    sequence: packet.readUInt16BE(2),
    timestamp: packet.readUInt32BE(4),
    ssrc: packet.readUInt32BE(8),
    payload: packet.subarray(12),
  };
}

/** NAL units of packets in order, fragments (FU-A) and aggregates (STAP-A) taken apart. */
export function unitsOf(packets: readonly RtpPacket[]): { timestamp: number; unit: Buffer }[] {
  const units: { timestamp: number; unit: Buffer }[] = [];
  let open: Buffer[] = [];
  for (const { payload, timestamp } of packets) {
    const type = payload[0]! & 0x1f;
    if (type === 24) {
      for (let at = 1; at < payload.length;) {
        const length = payload.readUInt16BE(at);
        units.push({ timestamp, unit: payload.subarray(at + 2, at + 2 + length) });
        at += 2 + length;
      }
    } else if (type === 28) {
      const [indicator, header] = [payload[0]!, payload[1]!];
      if (header & 0x80) open = [Buffer.from([(indicator & 0x60) | (header & 0x1f)])];
      open.push(payload.subarray(2));
      if (header & 0x40) units.push({ timestamp, unit: Buffer.concat(open) });
    } else {
      units.push({ timestamp, unit: payload });
    }
  }
  return units;
}
