/** G.711 as cameras send it: one byte a sample. */
import type { AudioConfig } from '#media/access-unit.ts';

export function g711Config(codec: 'pcma' | 'pcmu', sampleRate = 8000, channels = 1): AudioConfig {
  return {
    codec,
    codecName: codec === 'pcma' ? 'alaw' : 'ulaw',
    sampleRate,
    channels,
    samplesPerUnit: 0,
    decoderConfig: Buffer.alloc(0),
  };
}

/** 16-bit samples of G.711 (ITU-T G.711), a table each. */
export function decodeG711(codec: 'pcma' | 'pcmu', data: Buffer): Int16Array {
  const table = codec === 'pcma' ? aLaw : muLaw;
  return Int16Array.from(data, (byte) => table[byte]!);
}

const aLaw = Int16Array.from({ length: 256 }, (_, byte) => {
  const code = byte ^ 0x55;
  const exponent = (code >> 4) & 7;
  const step = ((code & 15) << 4) + 8;
  const size = exponent === 0 ? step : (step + 0x100) << (exponent - 1);
  return (code & 0x80) === 0 ? -size : size;
});

const muLaw = Int16Array.from({ length: 256 }, (_, byte) => {
  const code = ~byte & 0xff;
  const size = ((((code & 15) << 3) + 0x84) << ((code >> 4) & 7)) - 0x84;
  return (code & 0x80) === 0 ? size : -size;
});
