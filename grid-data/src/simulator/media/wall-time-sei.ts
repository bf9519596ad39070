/**
 * The true time of a frame, in the picture's own stream: SEI user_data_unregistered (payload type 5)
 * of this UUID and 8 bytes of Unix milliseconds, big-endian.
 */
export const wallTimeUuid = '6f1c7c0a-52d3-4b1e-9d3a-c10de7e1a5ee';

const uuidBytes = Buffer.from(wallTimeUuid.replaceAll('-', ''), 'hex');
const payloadTypeUnregistered = 5;

export function wallTimeSei(unixMs: number): Buffer {
  const payload = Buffer.alloc(24);
  uuidBytes.copy(payload, 0);
  payload.writeBigUInt64BE(BigInt(unixMs), 16);
  const header = [0x06, payloadTypeUnregistered, payload.length];
  const trailingBits = 0x80;
  return Buffer.from([...header, ...withEmulationPrevention(payload), trailingBits]);
}

// Two zero bytes followed by 0..3 would read as a start code: a 3 is put between.
function withEmulationPrevention(bytes: Buffer): number[] {
  const safe: number[] = [];
  let zeros = 0;
  for (const byte of bytes) {
    if (zeros >= 2 && byte <= 3) {
      safe.push(3);
      zeros = 0;
    }
    safe.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return safe;
}
