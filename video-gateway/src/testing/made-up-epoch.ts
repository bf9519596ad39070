import type { Epoch } from '#packaging/cmaf-packager.ts';

/** What nobody decodes: for tests that only pass pictures on. */
export const madeUpEpoch = (number = 1): Epoch => ({
  number,
  mime: 'video/mp4; codecs="avc1.64001f"',
  width: 640,
  height: 360,
  init: Buffer.from('i'),
  video: {
    codec: 'h264',
    codecName: 'avc1.64001f',
    width: 640,
    height: 360,
    decoderConfig: Buffer.from([1, 0x64, 0, 0x1f]),
  },
  audio: null,
});
