/** The one picture and the one sound of an SDP (RFC 4566) that we can carry. */
import type { AudioConfig } from '#media/access-unit.ts';
import { aacConfig } from '#media/aac.ts';
import { g711Config } from '#media/g711.ts';

export type VideoDescription = {
  codec: 'h264' | 'h265';
  payloadType: number;
  clockRate: number;
  /** As written in `a=control`; empty when the session has one stream only. */
  control: string;
  parameterSets: readonly Buffer[];
};

/** Picture and sound in one stream, which says itself what they are (`MP2P`, also called PS). */
export type ProgramDescription = {
  codec: 'mp2p';
  payloadType: number;
  clockRate: number;
  control: string;
};

export type AudioDescription = {
  payloadType: number;
  clockRate: number;
  control: string;
  config: AudioConfig;
  /** How RFC 3640 packs AAC: bits of a frame's size and of its index. */
  sizeBits: number;
  indexBits: number;
};

export type SessionDescription = {
  video: VideoDescription | null;
  audio: AudioDescription | null;
  program: ProgramDescription | null;
  /** Of its pictures, in its own words. */
  codecs: readonly string[];
};

const maxLines = 2000;
const codecs: Record<string, 'h264' | 'h265'> = { H264: 'h264', H265: 'h265', HEVC: 'h265' };

type Media = { kind: string; payloads: readonly number[]; attributes: string[] };

export function readSessionDescription(text: string): SessionDescription {
  const lines = text.split(/\r?\n/).slice(0, maxLines);
  const media: Media[] = [];
  for (const line of lines) {
    if (line.startsWith('m=')) {
      const [kind = '', , , ...payloads] = line.slice(2).split(' ');
      media.push({ kind, payloads: payloads.map(Number), attributes: [] });
    } else if (line.startsWith('a=')) {
      // What stands before the first medium is about the session, and none of it is needed.
      media.at(-1)?.attributes.push(line.slice(2));
    }
  }
  const videos = media.filter((entry) => entry.kind === 'video');
  const audios = media.filter((entry) => entry.kind === 'audio');
  return {
    video: videos.map(describeVideo).find((found) => found !== null) ?? null,
    audio: audios.map(describeAudio).find((found) => found !== null) ?? null,
    program: videos.map(describeProgram).find((found) => found !== null) ?? null,
    codecs: videos.flatMap(({ payloads, attributes }) => {
      const named = attributes.filter((entry) => entry.startsWith('rtpmap:'));
      return named.length > 0 ? named : payloads.map((type) => `payload type ${type}`);
    }),
  };
}

const attribute = (attributes: readonly string[], name: string): string | undefined =>
  attributes
    .find((entry) => entry.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim();

function describeVideo(media: Media): VideoDescription | null {
  for (const payloadType of media.payloads) {
    const map = rtpmap(media, payloadType);
    const match = /^([A-Za-z0-9-]+)\/(\d+)/.exec(map ?? '');
    const codec = codecs[match?.[1]?.toUpperCase() ?? ''];
    const clockRate = Number(match?.[2] ?? 0);
    if (codec === undefined || !(clockRate >= 1000 && clockRate <= 10_000_000)) continue;
    const format = media.attributes.find((entry) => entry.startsWith(`fmtp:${payloadType} `)) ?? '';
    return {
      codec,
      payloadType,
      clockRate,
      control: attribute(media.attributes, 'control') ?? '',
      parameterSets: readParameterSets(format),
    };
  }
  return null;
}

/** GB/T 28181 writes `PS`, recorders write `MP2P`. */
function describeProgram(media: Media): ProgramDescription | null {
  for (const payloadType of media.payloads) {
    const match = /^(?:MP2P|PS)\/(\d{4,8})$/i.exec(rtpmap(media, payloadType) ?? '');
    const clockRate = Number(match?.[1] ?? 0);
    if (clockRate < 1000 || clockRate > 10_000_000) continue;
    const control = attribute(media.attributes, 'control') ?? '';
    return { codec: 'mp2p', payloadType, clockRate, control };
  }
  return null;
}

/** Payload types that need no rtpmap (RFC 3551). */
const staticAudio: Record<number, string> = { 0: 'PCMU/8000', 8: 'PCMA/8000' };

function describeAudio(media: Media): AudioDescription | null {
  for (const payloadType of media.payloads) {
    const map = rtpmap(media, payloadType) ?? staticAudio[payloadType] ?? '';
    const match = /^([A-Za-z0-9-]+)\/(\d{4,6})(?:\/(\d))?/.exec(map);
    const clockRate = Number(match?.[2] ?? 0);
    if (match === null || clockRate < 7000 || clockRate > 192_000) continue;
    const format = media.attributes.find((entry) => entry.startsWith(`fmtp:${payloadType} `)) ?? '';
    const config = audioConfigOf(match[1]!.toUpperCase(), format, [
      clockRate,
      Number(match[3] ?? 1),
    ]);
    if (config === null) continue;
    const bits = (name: string) =>
      Number(new RegExp(`${name}=(\\d{1,2})`, 'i').exec(format)?.[1] ?? 0);
    return {
      payloadType,
      clockRate,
      control: attribute(media.attributes, 'control') ?? '',
      config,
      sizeBits: bits('sizelength'),
      indexBits: bits('indexlength'),
    };
  }
  return null;
}

function audioConfigOf(
  encoding: string,
  format: string,
  [clockRate, channels]: readonly [number, number],
): AudioConfig | null {
  if (encoding === 'PCMA') return g711Config('pcma', clockRate, Math.max(1, channels));
  if (encoding === 'PCMU') return g711Config('pcmu', clockRate, Math.max(1, channels));
  if (encoding !== 'MPEG4-GENERIC') return null;
  const specific = /config=([0-9a-f]{4,128})/i.exec(format)?.[1];
  return specific === undefined ? null : aacConfig(Buffer.from(specific, 'hex'));
}

const rtpmap = (media: Media, payloadType: number): string | undefined =>
  media.attributes
    .find((entry) => entry.startsWith(`rtpmap:${payloadType} `))
    ?.slice(`rtpmap:${payloadType} `.length)
    .trim();

/** sprop-parameter-sets of H.264 (RFC 6184); sprop-vps, -sps and -pps of H.265 (RFC 7798). */
function readParameterSets(format: string): readonly Buffer[] {
  const sets = format.matchAll(/sprop-(?:parameter-sets|vps|sps|pps)=([A-Za-z0-9+/=,]+)/g);
  return [...sets]
    .flatMap((match) => match[1]!.split(','))
    .filter((base64) => base64.length > 0 && base64.length < 20_000)
    .map((base64) => Buffer.from(base64, 'base64'));
}
