/** Turns FLV tags into access units: AVC, HEVC in the enhanced and in the old Chinese form, AAC and G.711. */
import { ticksPerMillisecond, type AccessUnit } from '#media/access-unit.ts';
import { splitLengthPrefixed, UnitBuilder } from '#media/unit-builder.ts';
import { FlvAudio } from '#sources/flv/flv-audio.ts';
import { flvTagType, type FlvTag } from '#sources/flv/flv-reader.ts';
import { sourceFailure } from '#sources/source-failure.ts';

type VideoTag = {
  codec: 'h264' | 'h265';
  content: 'configuration' | 'picture' | 'other';
  compositionMs: number;
  data: Buffer;
};

const codecIds: Record<number, 'h264' | 'h265'> = { 7: 'h264', 12: 'h265' };

export class FlvDemuxer {
  #builder: { codec: 'h264' | 'h265'; units: UnitBuilder } | null = null;
  readonly #audio = new FlvAudio();
  #prefixBytes = 4;
  #lastMs: number | null = null;
  #unrolledMs = 0;

  /** Throws a failure for a picture that cannot be played; sound that cannot is left out. */
  push(tag: FlvTag): AccessUnit | null {
    if (tag.type === flvTagType.audio) {
      return this.#audio.read(tag.body, this.#unroll(tag.timestampMs) * ticksPerMillisecond);
    }
    if (tag.type !== flvTagType.video) return null;
    const video = readVideoTag(tag.body);
    if (video === null || video.content === 'other') return null;
    if (this.#builder?.codec !== video.codec) {
      this.#builder = { codec: video.codec, units: new UnitBuilder(video.codec) };
    }
    if (video.content === 'configuration') {
      this.#configure(video);
      return null;
    }
    const decodeMs = this.#unroll(tag.timestampMs);
    return this.#builder.units.build(splitLengthPrefixed(video.data, this.#prefixBytes), {
      dts: decodeMs * ticksPerMillisecond,
      pts: (decodeMs + video.compositionMs) * ticksPerMillisecond,
      wall: null,
    });
  }

  #configure(video: VideoTag): void {
    const { sets, prefixBytes } =
      video.codec === 'h264' ? readAvcC(video.data) : readHvcC(video.data);
    this.#prefixBytes = prefixBytes;
    for (const set of sets) this.#builder!.units.takeParameterSet(set);
  }

  #unroll(timestampMs: number): number {
    this.#unrolledMs += this.#lastMs === null ? timestampMs : (timestampMs - this.#lastMs) | 0;
    this.#lastMs = timestampMs;
    return this.#unrolledMs;
  }
}

function readVideoTag(body: Buffer): VideoTag | null {
  if (body.length < 5) return null;
  if ((body[0]! & 0x80) !== 0) return readEnhancedTag(body);
  const codec = codecIds[body[0]! & 0x0f];
  if (codec === undefined) {
    throw sourceFailure('codec-unsupported', `FLV video codec ${body[0]! & 0x0f}`);
  }
  const content = (['configuration', 'picture'] as const)[body[1]!] ?? 'other';
  // Signed 24 bits: pictures may be shown before they are decoded in a stream that was cut.
  return { codec, content, compositionMs: body.readIntBE(2, 3), data: body.subarray(5) };
}

function readEnhancedTag(body: Buffer): VideoTag {
  const fourCc = body.toString('latin1', 1, 5);
  const codec = fourCc === 'hvc1' ? 'h265' : fourCc === 'avc1' ? 'h264' : null;
  if (codec === null)
    throw sourceFailure('codec-unsupported', 'FLV video codec is not H.264 or H.265');
  const packetType = body[0]! & 0x0f;
  if (packetType === 0)
    return { codec, content: 'configuration', compositionMs: 0, data: body.subarray(5) };
  if (packetType === 1 && body.length >= 8) {
    return {
      codec,
      content: 'picture',
      compositionMs: body.readIntBE(5, 3),
      data: body.subarray(8),
    };
  }
  if (packetType === 3)
    return { codec, content: 'picture', compositionMs: 0, data: body.subarray(5) };
  return { codec, content: 'other', compositionMs: 0, data: body };
}

type Configuration = { sets: readonly Buffer[]; prefixBytes: number };

/** Reads the 16-bit length and the bytes behind it; throws where they do not fit. */
function takeSet(data: Buffer, at: number): Buffer {
  const length = data.readUInt16BE(at);
  if (at + 2 + length > data.length) throw new RangeError('parameter set is cut off');
  return data.subarray(at + 2, at + 2 + length);
}

export function readAvcC(data: Buffer): Configuration {
  const prefixBytes = (data.readUInt8(4) & 3) + 1;
  const sets: Buffer[] = [];
  let at = 6;
  for (let left = data.readUInt8(5) & 0x1f; left > 0; left -= 1) {
    sets.push(takeSet(data, at));
    at += 2 + sets.at(-1)!.length;
  }
  let left = data.readUInt8(at);
  at += 1;
  for (; left > 0; left -= 1) {
    sets.push(takeSet(data, at));
    at += 2 + sets.at(-1)!.length;
  }
  return { sets, prefixBytes };
}

export function readHvcC(data: Buffer): Configuration {
  const prefixBytes = (data.readUInt8(21) & 3) + 1;
  const sets: Buffer[] = [];
  let at = 23;
  for (let arrays = data.readUInt8(22); arrays > 0; arrays -= 1) {
    let left = data.readUInt16BE(at + 1);
    at += 3;
    for (; left > 0; left -= 1) {
      sets.push(takeSet(data, at));
      at += 2 + sets.at(-1)!.length;
    }
  }
  return { sets, prefixBytes };
}
