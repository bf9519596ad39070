/** RTP packets (RFC 3550 5.1). */
export type RtpPacket = {
  payloadType: number;
  marker: boolean;
  sequence: number;
  timestamp: number;
  /** Who sends: a number that the sender drew. */
  source: number;
  payload: Buffer;
};

/** Null for bytes that are no RTP packet. */
export function readRtpPacket(data: Buffer): RtpPacket | null {
  if (data.length < 12 || data[0]! >> 6 !== 2) return null;
  let start = 12 + 4 * (data[0]! & 0x0f);
  if ((data[0]! & 0x10) !== 0) {
    if (data.length < start + 4) return null;
    start += 4 + 4 * data.readUInt16BE(start + 2);
  }
  const padding = (data[0]! & 0x20) === 0 ? 0 : data[data.length - 1]!;
  if (start + padding > data.length) return null;
  return {
    payloadType: data[1]! & 0x7f,
    marker: (data[1]! & 0x80) !== 0,
    sequence: data.readUInt16BE(2),
    timestamp: data.readUInt32BE(4),
    source: data.readUInt32BE(8),
    payload: data.subarray(start, data.length - padding),
  };
}
