/** What recorders heard beside a camera: a street's hum, and a tone at each full second by which sound can be told from time. */
import type { ClientTransport } from '../rtsp/client-transport.ts';
import { senderReport } from '../rtsp/sender-report.ts';

/** G.711 A-law (RFC 3551). */
export const soundPayloadType = 8;
export const soundRate = 8_000;
const samplesPerPacket = 320;
const samplesPerMs = soundRate / 1_000;
const packetsPerReport = 125;

export class RecordedSound {
  readonly #transport: ClientTransport;
  readonly #ssrc: number;
  #next: number | null = null;
  #sent = 0;

  constructor(transport: ClientTransport, ssrc: number) {
    this.#transport = transport;
    this.#ssrc = ssrc;
  }

  /** Played from elsewhere on. */
  jump(): void {
    this.#next = null;
  }

  /** Sends what sounds up to a moment; `fromMs` is where it begins behind a jump. Both Unix ms of the recording. */
  send(fromMs: number, toMs: number): void {
    let next = this.#next ?? fromMs * samplesPerMs;
    const until = toMs * samplesPerMs;
    // A gap in the recording is jumped over.
    if (Math.abs(fromMs * samplesPerMs - next) > 2 * soundRate) next = fromMs * samplesPerMs;
    for (; next + samplesPerPacket <= until; next += samplesPerPacket) {
      if (this.#sent % packetsPerReport === 0) this.#report(next);
      this.#transport.sendPacket(this.#packet(next));
      this.#sent += 1;
    }
    this.#next = next;
  }

  #packet(sample: number): Buffer {
    const head = Buffer.alloc(12);
    head[0] = 0x80;
    head[1] = soundPayloadType;
    head.writeUInt16BE(this.#sent % 0x1_0000, 2);
    head.writeUInt32BE(sample % 2 ** 32, 4);
    head.writeUInt32BE(this.#ssrc, 8);
    const from = sample % soundRate;
    return Buffer.concat([head, secondTwice.subarray(from, from + samplesPerPacket)]);
  }

  #report(sample: number): void {
    const counts = { packetCount: this.#sent, octetCount: this.#sent * samplesPerPacket };
    const at = { unixMs: sample / samplesPerMs, rtpTimestamp: sample % 2 ** 32 };
    this.#transport.sendReport(senderReport({ ssrc: this.#ssrc, ...at, ...counts }));
  }
}

const toneHertz = 1_000;
const toneSeconds = 0.08;

/** One second that repeats, twice, so that every packet is one piece of it. */
const secondTwice = ((): Buffer => {
  const second = Buffer.alloc(soundRate);
  let noise = 1;
  for (let i = 0; i < soundRate; i++) {
    noise = (noise * 16_807) % 2_147_483_647;
    const hum = Math.sin((2 * Math.PI * 110 * i) / soundRate) * 180 + (noise / 2 ** 31 - 0.5) * 240;
    const sounds = i < toneSeconds * soundRate;
    const tone = sounds ? Math.sin((2 * Math.PI * toneHertz * i) / soundRate) * 9_000 : 0;
    second[i] = aLawOf(Math.round(hum + tone));
  }
  return Buffer.concat([second, second]);
})();

/** ITU-T G.711 from 16 bits. */
function aLawOf(sample: number): number {
  const sign = sample < 0 ? 0 : 0x80;
  const size = Math.min(0x7fff, Math.abs(sample));
  let exponent = 7;
  while (exponent > 0 && (size & (0x80 << exponent)) === 0) exponent--;
  const mantissa = exponent === 0 ? size >> 4 : size >> (exponent + 3);
  return (sign | (exponent << 4) | (mantissa & 0x0f)) ^ 0x55;
}
