/**
 * How one picture or piece of sound crosses the exchange link: stream, kind, times, parameter sets where they changed,
 * payload. What decoders are told is derived from the parameter sets by the reader itself, never believed.
 */
import { aacConfig } from '#media/aac.ts';
import type { AccessUnit, AudioConfig, VideoConfig } from '#media/access-unit.ts';
import { g711Config } from '#media/g711.ts';
import { h264Config } from '#media/h264.ts';
import { h265Config } from '#media/h265.ts';
import { maxUnitBytes } from '#media/unit-builder.ts';
import { readAvcC, readHvcC } from '#sources/flv/flv-demuxer.ts';

const kinds = { picture: 1, sound: 2 } as const;
const flags = { key: 1, wall: 2, sets: 4 } as const;
const codecs = ['h264', 'h265', 'aac', 'pcma', 'pcmu'] as const;
const at = { kind: 0, flags: 1, stream: 2, dts: 6, pts: 14, wall: 22, end: 30 } as const;
const maxSetsBytes = 4_096;
export const maxFrameBytes = maxUnitBytes + maxSetsBytes + 64;
/** Beyond it no clock of 90 kHz is. */
const largestTicks = 2 ** 50;
const largestWallMs = 2 ** 43;

/** A frame that cannot be read costs its stream, where it tells which that is, else the link. */
export class FrameFault extends Error {
  readonly stream: number | null;

  constructor(message: string, stream: number | null) {
    super(message);
    this.stream = stream;
  }
}

type Configs = { video: VideoConfig | null; audio: AudioConfig | null };

/** Of one stream: parameter sets go with the first unit that needs them. */
export class UnitFrameWriter {
  readonly #stream: number;
  readonly #sent: Configs = { video: null, audio: null };

  constructor(stream: number) {
    this.#stream = stream;
  }

  write(unit: AccessUnit): Buffer {
    const isNew = this.#sent[unit.track] !== unit.config;
    Object.assign(this.#sent, { [unit.track]: unit.config });
    const sets = isNew ? setsOf(unit.config) : Buffer.alloc(0);
    const head = Buffer.allocUnsafe(at.end);
    head[at.kind] = unit.track === 'video' ? kinds.picture : kinds.sound;
    head[at.flags] =
      (unit.track === 'video' && unit.key ? flags.key : 0) |
      (unit.wall === null ? 0 : flags.wall) |
      (isNew ? flags.sets : 0);
    head.writeUInt32BE(this.#stream, at.stream);
    head.writeDoubleBE(unit.dts, at.dts);
    head.writeDoubleBE(unit.pts, at.pts);
    head.writeDoubleBE(unit.wall ?? 0, at.wall);
    return Buffer.concat([head, sets, unit.data]);
  }
}

function setsOf(config: VideoConfig | AudioConfig): Buffer {
  const head = Buffer.alloc(3);
  head[0] = codecs.indexOf(config.codec);
  const isG711 = config.codec === 'pcma' || config.codec === 'pcmu';
  const sets = isG711 ? Buffer.alloc(5) : config.decoderConfig;
  if (isG711) {
    sets.writeUInt32BE(config.sampleRate, 0);
    sets[4] = config.channels;
  }
  head.writeUInt16BE(sets.length, 1);
  return Buffer.concat([head, sets]);
}

/** Of one link. */
export class UnitFrameReader {
  readonly #configs = new Map<number, Configs>();

  forget(stream: number): void {
    this.#configs.delete(stream);
  }

  read(frame: Buffer): { stream: number; unit: AccessUnit } {
    if (frame.length <= at.end) throw new FrameFault('a frame is cut off', null);
    const stream = frame.readUInt32BE(at.stream);
    try {
      return { stream, unit: this.#unit(stream, frame) };
    } catch (error) {
      throw new FrameFault((error as Error).message, stream);
    }
  }

  #unit(stream: number, frame: Buffer): AccessUnit {
    const [kind, flag] = [frame[at.kind]!, frame[at.flags]!];
    if (kind !== kinds.picture && kind !== kinds.sound) throw new RangeError('an unknown kind');
    if (flag > 7) throw new RangeError('unknown flags');
    const track = kind === kinds.picture ? 'video' : 'audio';
    const configs = this.#configs.get(stream) ?? { video: null, audio: null };
    this.#configs.set(stream, configs);
    let from: number = at.end;
    if ((flag & flags.sets) !== 0) {
      const { config, end } = readSets(frame, track);
      Object.assign(configs, { [track]: config });
      from = end;
    }
    const data = frame.subarray(from);
    if (data.length === 0 || data.length > maxUnitBytes) throw new RangeError('an empty unit');
    const times = readTimes(frame, (flag & flags.wall) !== 0);
    if (track === 'audio') {
      if (configs.audio === null) throw new RangeError('sound before its parameters');
      return { track, ...times, data, config: configs.audio };
    }
    if (configs.video === null) throw new RangeError('a picture before its parameter sets');
    checkLengths(data);
    return { track, ...times, key: (flag & flags.key) !== 0, data, config: configs.video };
  }
}

function readTimes(frame: Buffer, hasWall: boolean) {
  const [dts, pts] = [frame.readDoubleBE(at.dts), frame.readDoubleBE(at.pts)];
  // Written so that NaN is refused too.
  if (!(Math.abs(dts) < largestTicks && Math.abs(pts) < largestTicks)) {
    throw new RangeError('an impossible time');
  }
  const wall = frame.readDoubleBE(at.wall);
  if (hasWall && !(wall >= 0 && wall < largestWallMs)) throw new RangeError('an impossible hour');
  return { dts, pts, wall: hasWall ? wall : null };
}

function readSets(frame: Buffer, track: AccessUnit['track']) {
  if (frame.length < at.end + 3) throw new RangeError('parameter sets are cut off');
  const codec = codecs[frame[at.end]!];
  const length = frame.readUInt16BE(at.end + 1);
  const end = at.end + 3 + length;
  if (length > maxSetsBytes || end > frame.length) throw new RangeError('parameter sets too long');
  const sets = Buffer.from(frame.subarray(at.end + 3, end));
  const isVideo = codec === 'h264' || codec === 'h265';
  if (codec === undefined || isVideo !== (track === 'video')) {
    throw new RangeError('a codec of another track');
  }
  return { config: isVideo ? videoConfig(codec, sets) : audioConfig(codec, sets), end };
}

function videoConfig(codec: 'h264' | 'h265', record: Buffer): VideoConfig {
  const { sets, prefixBytes } = codec === 'h264' ? readAvcC(record) : readHvcC(record);
  const [first, second, third] = sets;
  if (prefixBytes !== 4 || sets.length !== (codec === 'h264' ? 2 : 3)) {
    throw new RangeError('a decoder configuration that is not of our making');
  }
  return codec === 'h264' ? h264Config(first!, second!) : h265Config(first!, second!, third!);
}

function audioConfig(codec: 'aac' | 'pcma' | 'pcmu', sets: Buffer): AudioConfig {
  if (codec === 'aac') {
    const config = aacConfig(sets);
    if (config === null) throw new RangeError('an unknown form of AAC');
    return config;
  }
  if (sets.length !== 5) throw new RangeError('G.711 parameters of impossible length');
  const [sampleRate, channels] = [sets.readUInt32BE(0), sets[4]!];
  if (sampleRate < 1_000 || sampleRate > 192_000 || channels < 1 || channels > 8) {
    throw new RangeError('impossible G.711 parameters');
  }
  return g711Config(codec, sampleRate, channels);
}

/** NAL units, each behind its length, and nothing after the last. */
function checkLengths(data: Buffer): void {
  let from = 0;
  while (from + 4 <= data.length) from += 4 + data.readUInt32BE(from);
  if (from !== data.length) throw new RangeError('NAL units of impossible length');
}
