/**
 * Tells from the coded stream, without decoding it, that pictures show one colour, that what they show stands, or that
 * the camera's clock differs from ours. Measured on H.264 and H.265 of x264, x265 and our clips: a picture of one
 * colour costs about a byte per block of 16 × 16, a scene at the thriftiest rate tens; a picture that repeats the one
 * before costs its header. A sensor's noise makes neither, so a dark street is not taken for a black picture.
 */
import { clockToleranceMs, type PictureRemark } from 'grid-data';
import type { VideoConfig, VideoUnit } from '#media/access-unit.ts';

type Group = { keyBytes: number; deltaBytes: number[]; atMs: number };

const plainBytesPerBlock = 1.2;
/** Slice header and runs of skipped blocks. */
const repeatedBytes = 48;
const repeatedBytesPerBlock = 0.01;
/** Cameras with a key picture each second must not be judged by two of them. */
const leastStandingMs = 4_000;
const groupsKept = 8;

export class PictureWatch {
  #groups: Group[] = [];
  #skewMs: number | null = null;
  #remark: PictureRemark | null = null;

  /** How far the camera's clock is ahead of ours; null where the stream tells no time. */
  get skewMs(): number | null {
    return this.#skewMs;
  }

  get remark(): PictureRemark | null {
    return this.#remark;
  }

  /** Whether enough was seen for a remark to have been made if there is one to make. */
  get isJudged(): boolean {
    const [first] = this.#groups;
    const last = this.#groups.at(-1);
    return this.#groups.length >= 3 && last!.atMs - first!.atMs >= leastStandingMs;
  }

  saw(unit: VideoUnit, nowMs: number): PictureRemark | null {
    const bytes = pictureBytes(unit);
    if (!unit.key) {
      this.#groups.at(-1)?.deltaBytes.push(bytes);
      return this.#remark;
    }
    this.#groups.push({ keyBytes: bytes, deltaBytes: [], atMs: nowMs });
    if (this.#groups.length > groupsKept) this.#groups.shift();
    if (unit.wall !== null) this.#skewMs = unit.wall - nowMs;
    this.#remark = this.#judge(blocksOf(unit.config), nowMs);
    return this.#remark;
  }

  #judge(blocks: number, nowMs: number): PictureRemark | null {
    if (this.#isPlain(blocks)) return 'picture-black';
    if (this.#stands(blocks, nowMs)) return 'picture-frozen';
    const skewed = this.#skewMs !== null && Math.abs(this.#skewMs) > clockToleranceMs;
    return skewed ? 'clock-skew' : null;
  }

  #isPlain(blocks: number): boolean {
    const last = this.#groups.slice(-2);
    return (
      last.length === 2 && last.every(({ keyBytes }) => keyBytes <= blocks * plainBytesPerBlock)
    );
  }

  #stands(blocks: number, nowMs: number): boolean {
    const whole = this.#groups.slice(0, -1).toReversed();
    const standing: Group[] = [];
    for (const group of whole) {
      if (!repeats(group, blocks)) break;
      standing.push(group);
    }
    const oldest = standing.at(-1);
    return standing.length >= 2 && nowMs - oldest!.atMs >= leastStandingMs;
  }
}

/** Whether nothing moved within a group: half of its pictures at least repeat the one before to the last block. */
function repeats({ deltaBytes }: Group, blocks: number): boolean {
  if (deltaBytes.length === 0) return false;
  const sorted = [...deltaBytes].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]! <= repeatedBytes + blocks * repeatedBytesPerBlock;
}

const blocksOf = ({ width, height }: VideoConfig): number =>
  Math.ceil(width / 16) * Math.ceil(height / 16);

/** Of the picture alone: parameter sets, delimiters and messages beside it say nothing of what it shows. */
function pictureBytes({ data, config }: VideoUnit): number {
  let bytes = 0;
  for (let at = 0; at + 5 <= data.length;) {
    const length = data.readUInt32BE(at);
    const first = data[at + 4]!;
    const isPicture =
      config.codec === 'h264' ? (first & 31) >= 1 && (first & 31) <= 5 : ((first >> 1) & 63) < 32;
    if (isPicture) bytes += length;
    at += 4 + length;
  }
  return bytes;
}
