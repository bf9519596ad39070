/** The CMAF header: what a player needs before the first fragment, of the picture alone or of picture and sound. */
import { ticksPerSecond, type VideoConfig } from '#media/access-unit.ts';
import type { SoundTrackConfig } from '#media/flac.ts';
import { audioSampleEntry } from '#packaging/audio-sample-entry.ts';
import { box, fullBox, u16, u32, zeros } from '#packaging/mp4-boxes.ts';

export const videoTrackId = 1;
export const audioTrackId = 2;
const identityMatrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

export function initSegment(video: VideoConfig, audio: SoundTrackConfig | null = null): Buffer {
  const sound = audio === null ? [] : [{ id: audioTrackId, box: audioTrack(audio) }];
  return header([{ id: videoTrackId, box: videoTrack(video) }, ...sound]);
}

/** For a player of the sound alone; its track has the number that it has beside a picture. */
export const soundInitSegment = (audio: SoundTrackConfig): Buffer =>
  header([{ id: audioTrackId, box: audioTrack(audio) }]);

function header(tracks: readonly { id: number; box: Buffer }[]): Buffer {
  const fileType = box('ftyp', Buffer.from('cmfc'), u32(0), Buffer.from('iso6cmfcmp41'));
  const movieHeader = fullBox(
    'mvhd',
    [0, 0],
    u32(0, 0, 1000, 0, 0x10000),
    u16(0x0100, 0),
    u32(0, 0),
    identityMatrix,
    zeros(24),
    u32(audioTrackId + 1),
  );
  const extend = box(
    'mvex',
    ...tracks.map(({ id }) => fullBox('trex', [0, 0], u32(id, 1, 0, 0, 0))),
  );
  return Buffer.concat([
    fileType,
    box('moov', movieHeader, ...tracks.map((track) => track.box), extend),
  ]);
}

/** The MIME type that a browser is asked about and a SourceBuffer is opened with. */
export function mimeOf(video: VideoConfig, audio: SoundTrackConfig | null = null): string {
  const codecs = [video.codecName, ...(audio === null ? [] : [audio.codecName])];
  return `video/mp4; codecs="${codecs.join(',')}"`;
}

export const mimeOfSound = ({ codecName }: SoundTrackConfig): string =>
  `audio/mp4; codecs="${codecName}"`;

function videoTrack({ width, height, ...config }: VideoConfig): Buffer {
  return track({
    header: [u32(0, 0, videoTrackId, 0, 0, 0, 0), u16(0, 0, 0, 0)],
    size: u32(width * 0x10000, height * 0x10000),
    timescale: ticksPerSecond,
    handler: 'vide',
    mediaHeader: fullBox('vmhd', [0, 1], zeros(8)),
    sampleEntry: videoSampleEntry({ width, height, ...config }),
  });
}

function audioTrack(config: SoundTrackConfig): Buffer {
  const fullVolume = 0x0100;
  return track({
    header: [u32(0, 0, audioTrackId, 0, 0, 0, 0), u16(0, 0, fullVolume, 0)],
    size: u32(0, 0),
    timescale: config.sampleRate,
    handler: 'soun',
    mediaHeader: fullBox('smhd', [0, 0], u32(0)),
    sampleEntry: audioSampleEntry(config),
  });
}

type Track = {
  header: readonly Buffer[];
  size: Buffer;
  timescale: number;
  handler: 'vide' | 'soun';
  mediaHeader: Buffer;
  sampleEntry: Buffer;
};

function track(of: Track): Buffer {
  const undetermined = u16(0x55c4, 0);
  const media = box(
    'mdia',
    fullBox('mdhd', [0, 0], u32(0, 0, of.timescale, 0), undetermined),
    fullBox('hdlr', [0, 0], u32(0), Buffer.from(of.handler), zeros(12), Buffer.from('camera\0')),
    mediaInformation(of),
  );
  return box('trak', fullBox('tkhd', [0, 3], ...of.header, identityMatrix, of.size), media);
}

function mediaInformation({ mediaHeader, sampleEntry }: Track): Buffer {
  const here = fullBox('dref', [0, 0], u32(1), fullBox('url ', [0, 1]));
  const samples = box(
    'stbl',
    fullBox('stsd', [0, 0], u32(1), sampleEntry),
    fullBox('stts', [0, 0], u32(0)),
    fullBox('stsc', [0, 0], u32(0)),
    fullBox('stsz', [0, 0], u32(0, 0)),
    fullBox('stco', [0, 0], u32(0)),
  );
  return box('minf', mediaHeader, box('dinf', here), samples);
}

function videoSampleEntry(config: VideoConfig): Buffer {
  const [entry, configBox] =
    config.codec === 'h264' ? (['avc1', 'avcC'] as const) : (['hvc1', 'hvcC'] as const);
  return box(
    entry,
    zeros(6),
    u16(1),
    zeros(16),
    u16(config.width, config.height),
    u32(0x480000, 0x480000, 0),
    u16(1),
    zeros(32),
    u16(0x18, 0xffff),
    box(configBox, config.decoderConfig),
  );
}
