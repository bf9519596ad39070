const secondsFrom1900To1970 = 2_208_988_800;

export type SenderReport = {
  ssrc: number;
  unixMs: number;
  rtpTimestamp: number;
  packetCount: number;
  octetCount: number;
};

/** RTCP sender report with a CNAME (RFC 3550 section 6.4.1): ties RTP time to wall time. */
export function senderReport(report: SenderReport): Buffer {
  const packet = Buffer.alloc(28 + 20);
  packet[0] = 0x80;
  packet[1] = 200;
  packet.writeUInt16BE(6, 2);
  packet.writeUInt32BE(report.ssrc, 4);
  packet.writeUInt32BE(Math.floor(report.unixMs / 1000) + secondsFrom1900To1970, 8);
  packet.writeUInt32BE(Math.floor(((report.unixMs % 1000) / 1000) * 2 ** 32), 12);
  packet.writeUInt32BE(report.rtpTimestamp, 16);
  packet.writeUInt32BE(report.packetCount >>> 0, 20);
  packet.writeUInt32BE(report.octetCount >>> 0, 24);
  writeCname(packet.subarray(28), report.ssrc);
  return packet;
}

function writeCname(chunk: Buffer, ssrc: number): void {
  const name = 'camera';
  chunk[0] = 0x81;
  chunk[1] = 202;
  chunk.writeUInt16BE(4, 2);
  chunk.writeUInt32BE(ssrc, 4);
  chunk[8] = 1;
  chunk[9] = name.length;
  chunk.write(name, 10, 'latin1');
}
