/**
 * A binary message of /play-many: eight bytes of header, then a payload that all sockets share.
 *
 * | bytes | is |
 * |---|---|
 * | 0-1 | the channel, as the page numbered it |
 * | 2 | flags |
 * | 3 | 0 |
 * | 4-7 | when it is seen or heard, milliseconds of the stream's timeline |
 *
 * Numbers are big-endian. A picture is its NAL units, each behind its length in four bytes; sound is one raw AAC
 * frame or G.711 samples; a configuration is JSON, its `description` base64 of the avcC, hvcC or AudioSpecificConfig.
 */
import type { AudioConfig } from '#media/access-unit.ts';
import { binaryHead } from '#outputs/websocket-frame.ts';
import type { Epoch } from '#packaging/cmaf-packager.ts';

export const channelFlags = {
  key: 1,
  config: 2,
  audio: 4,
  /** Newer pictures follow at once: it is to be decoded, not shown. */
  behind: 8,
} as const;

const headerBytes = 8;
export const highestChannel = 0xffff;

export type ChannelHeader = { channel: number; flags: number; milliseconds: number };

/** Both heads of a message, of the WebSocket and of the channel; the payload follows as it is. */
export function frameHead(header: ChannelHeader, payloadBytes: number): Buffer {
  const socketHead = binaryHead(headerBytes + payloadBytes);
  const head = Buffer.allocUnsafe(headerBytes);
  head.writeUInt16BE(header.channel, 0);
  head[2] = header.flags;
  head[3] = 0;
  // Wraps after 49 days; the page only ever compares neighbours.
  head.writeUInt32BE(header.milliseconds >>> 0, 4);
  return Buffer.concat([socketHead, head]);
}

export const milliseconds = (seconds: number): number => Math.round(seconds * 1000) % 2 ** 32;

const built = new WeakMap<object, Buffer>();

export function pictureConfig({ video }: Epoch): Buffer {
  const { codecName: codec, width, height } = video;
  return remember(video, () => ({ codec, width, height, ...describe(video) }));
}

export function soundConfig(audio: AudioConfig): Buffer {
  const { codecName: codec, sampleRate, channels } = audio;
  return remember(audio, () => ({ codec, sampleRate, channels, ...describe(audio) }));
}

const describe = ({ decoderConfig }: { decoderConfig: Buffer }) => ({
  description: decoderConfig.toString('base64'),
});

/** Built once per configuration, whoever looks. */
function remember(owner: object, content: () => object): Buffer {
  const known = built.get(owner);
  if (known !== undefined) return known;
  const bytes = Buffer.from(JSON.stringify(content()));
  built.set(owner, bytes);
  return bytes;
}
