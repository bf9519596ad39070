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
