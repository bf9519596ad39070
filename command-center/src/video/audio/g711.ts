/** G.711 as sound: eight bits a sample, decoded by tables (ITU-T G.711). */
const table = (decode: (byte: number) => number): Float32Array =>
  Float32Array.from({ length: 256 }, (_, byte) => decode(byte) / 32_768);

const aLaw = table((byte) => {
  const value = byte ^ 0x55;
  const exponent = (value & 0x70) >> 4;
  const mantissa = (value & 0x0f) << 4;
  const size = exponent === 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
  return (value & 0x80) === 0 ? -size : size;
});

const muLaw = table((byte) => {
  const value = ~byte & 0xff;
  const size = ((((value & 0x0f) << 3) + 0x84) << ((value & 0x70) >> 4)) - 0x84;
  return (value & 0x80) === 0 ? size : -size;
});

export function decodeG711(codec: 'alaw' | 'ulaw', bytes: Uint8Array): Float32Array<ArrayBuffer> {
  const samples = codec === 'alaw' ? aLaw : muLaw;
  const sound = new Float32Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) sound[at] = samples[bytes[at]!]!;
  return sound;
}
