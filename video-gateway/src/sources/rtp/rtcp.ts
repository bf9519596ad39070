/** RTCP (RFC 3550 6): the sender reports that tie a stream's clock to the wall's, and the answers to them. */
export type SenderReport = {
  source: number;
  wallMs: number | null;
  timestamp: number;
  /** The middle 32 bits of its NTP time: how an answer names the report. */
  name: number;
};

export type ReportBlock = {
  source: number;
  fractionLost: number;
  lost: number;
  highestSequence: number;
  jitter: number;
  lastReport: number;
  sinceLastReport: number;
};

const ntpToUnixSeconds = 2_208_988_800;
const types = { senderReport: 200, receiverReport: 201, description: 202, goodbye: 203 } as const;
const canonicalName = Buffer.from('cloud-eye');

/** The first packet of this type in a compound of them. */
function find(data: Buffer, type: number, leastBytes: number): number | null {
  for (let at = 0; at + leastBytes <= data.length; at += 4 + 4 * data.readUInt16BE(at + 2)) {
    if (data[at]! >> 6 !== 2) return null;
    if (data[at + 1] === type) return at;
  }
  return null;
}

export function readSenderReport(data: Buffer): SenderReport | null {
  const at = find(data, types.senderReport, 28);
  if (at === null) return null;
  const seconds = data.readUInt32BE(at + 8) - ntpToUnixSeconds;
  const wallMs = seconds * 1000 + (data.readUInt32BE(at + 12) / 2 ** 32) * 1000;
  return {
    source: data.readUInt32BE(at + 4),
    // Cameras without a clock count from 1900 or from their start: that is no wall time.
    wallMs: seconds > 0 ? wallMs : null,
    timestamp: data.readUInt32BE(at + 16),
    name: data.readUInt32BE(at + 10),
  };
}

export const saysGoodbye = (data: Buffer): boolean => find(data, types.goodbye, 4) !== null;

/** A receiver report with its obligatory name. */
export function receiverReport(ours: number, block: ReportBlock): Buffer {
  const nameBytes = 10 + canonicalName.length;
  const paddedBytes = Math.ceil((nameBytes + 1) / 4) * 4;
  const out = Buffer.alloc(32 + paddedBytes);
  out.writeUInt32BE(0x81000000 + types.receiverReport * 0x10000 + 7, 0);
  out.writeUInt32BE(ours, 4);
  out.writeUInt32BE(block.source, 8);
  out[12] = block.fractionLost;
  out.writeIntBE(block.lost, 13, 3);
  out.writeUInt32BE(block.highestSequence, 16);
  out.writeUInt32BE(block.jitter, 20);
  out.writeUInt32BE(block.lastReport, 24);
  out.writeUInt32BE(block.sinceLastReport, 28);
  out.writeUInt32BE(0x81000000 + types.description * 0x10000 + paddedBytes / 4 - 1, 32);
  out.writeUInt32BE(ours, 36);
  out[40] = 1;
  out[41] = canonicalName.length;
  canonicalName.copy(out, 42);
  return out;
}
