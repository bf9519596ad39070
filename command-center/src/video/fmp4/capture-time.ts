/**
 * The true time of a picture travels inside it (SEI user data). Read from each fragment with its place on the
 * timeline, it tells how old the picture on screen is.
 */
const wallTimeUuid = [
  0x6f, 0x1c, 0x7c, 0x0a, 0x52, 0xd3, 0x4b, 0x1e, 0x9d, 0x3a, 0xc1, 0x0d, 0xe7, 0xe1, 0xa5, 0xee,
];
const ticksPerSecond = 90_000;
/** SEI stands before the slice, so it lies near the begin of a fragment. */
const searchBytes = 512;
const keep = 400;

export type CapturedFrame = { mediaTime: number; takenAtMs: number };

export function readCapturedFrame(fragment: Uint8Array): CapturedFrame | null {
  const takenAtMs = wallTimeOf(fragment);
  const decodeTicks = findDecodeTime(fragment);
  if (takenAtMs === null || decodeTicks === null) return null;
  return { mediaTime: (decodeTicks.time + decodeTicks.offset) / ticksPerSecond, takenAtMs };
}

/** When the picture was taken, Unix milliseconds; null where it does not say. */
export function wallTimeOf(bytes: Uint8Array): number | null {
  const end = Math.min(bytes.length - 24, searchBytes);
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] !== wallTimeUuid[0] || !wallTimeUuid.every((b, i) => bytes[at + i] === b))
      continue;
    const raw = unescape(bytes.subarray(at + 16, at + 30));
    const view = new DataView(raw.buffer, 0, 8);
    return Number(view.getBigUint64(0));
  }
  return null;
}

/** Takes out the emulation-prevention bytes (a 3 after two zeros). */
function unescape(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const plain = new Uint8Array(8);
  let zeros = 0;
  let at = 0;
  for (const byte of bytes) {
    if (at === 8) break;
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
    plain[at] = byte;
    at += 1;
  }
  return plain;
}

function findDecodeTime(bytes: Uint8Array): { time: number; offset: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const traf = findBox(view, findBox(view, { from: 0, to: bytes.length }, 'moof'), 'traf');
  const tfdt = findBox(view, traf, 'tfdt');
  const trun = findBox(view, traf, 'trun');
  if (tfdt === null) return null;
  const wide = view.getUint8(tfdt.from) === 1;
  const time = wide ? Number(view.getBigUint64(tfdt.from + 4)) : view.getUint32(tfdt.from + 4);
  return { time, offset: trun === null ? 0 : compositionOffset(view, trun) };
}

type Stretch = { from: number; to: number };

/** The content of the first box of that type. */
function findBox(view: DataView, within: Stretch | null, type: string): Stretch | null {
  if (within === null) return null;
  let at = within.from;
  while (at + 8 <= within.to) {
    const size = view.getUint32(at);
    if (size < 8) return null;
    const name = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
    if (name === type) return { from: at + 8, to: Math.min(at + size, within.to) };
    at += size;
  }
  return null;
}

/** Of the first sample, where the run carries offsets (flag 0x800). */
function compositionOffset(view: DataView, trun: Stretch): number {
  const flags = view.getUint32(trun.from) & 0xffffff;
  if ((flags & 0x800) === 0) return 0;
  let at = trun.from + 8;
  for (const flag of [0x1, 0x4, 0x100, 0x200, 0x400]) if ((flags & flag) !== 0) at += 4;
  return at + 4 <= trun.to ? view.getInt32(at) : 0;
}

/** Remembers recent frames and finds the one on screen. */
export class CaptureTimes {
  #frames: CapturedFrame[] = [];

  add(fragment: Uint8Array): void {
    const frame = readCapturedFrame(fragment);
    if (frame === null) return;
    this.#frames.push(frame);
    if (this.#frames.length > keep * 2) this.#frames = this.#frames.slice(-keep);
  }

  takenAt(mediaTime: number): number | null {
    for (let i = this.#frames.length - 1; i >= 0; i -= 1) {
      const frame = this.#frames[i];
      if (frame && Math.abs(frame.mediaTime - mediaTime) < 0.004) return frame.takenAtMs;
    }
    return null;
  }
}
