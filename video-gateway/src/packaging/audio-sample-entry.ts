/** The sample entry of a track of sound: mp4a with its esds (ISO/IEC 14496-14), or fLaC with its dfLa (Xiph). */
import type { SoundTrackConfig } from '#media/flac.ts';
import { box, fullBox, u16, u32, zeros } from '#packaging/mp4-boxes.ts';

const tags = { elementaryStream: 3, decoderConfig: 4, decoderSpecific: 5, syncLayer: 6 } as const;
const aacObjectType = 0x40;
/** Stream type audio, upstream no, reserved bit one. */
const audioStream = 0x15;

function descriptor(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, body.length]), body]);
}

export function audioSampleEntry(config: SoundTrackConfig): Buffer {
  const [type, description] =
    config.codec === 'flac'
      ? (['fLaC', flacBox(config)] as const)
      : (['mp4a', aacBox(config)] as const);
  return box(
    type,
    zeros(6),
    u16(1),
    zeros(8),
    u16(config.channels, 16, 0, 0),
    // 16.16: rates of 64 kHz and more do not fit, players read them in the description.
    u32(config.sampleRate < 0x10000 ? config.sampleRate * 0x10000 : 0),
    description,
  );
}

function flacBox({ decoderConfig }: SoundTrackConfig): Buffer {
  const lastBlockIsStreamInfo = 0x8000_0000;
  return fullBox('dfLa', [0, 0], u32(lastBlockIsStreamInfo + decoderConfig.length), decoderConfig);
}

function aacBox(config: SoundTrackConfig): Buffer {
  const decoder = descriptor(
    tags.decoderConfig,
    Buffer.from([aacObjectType, audioStream, 0, 0, 0]),
    u32(0, 0),
    descriptor(tags.decoderSpecific, config.decoderConfig),
  );
  const stream = descriptor(
    tags.elementaryStream,
    u16(0),
    Buffer.from([0]),
    decoder,
    descriptor(tags.syncLayer, Buffer.from([2])),
  );
  return fullBox('esds', [0, 0], stream);
}
