/** The last seconds of a stream as LL-HLS segments and parts, and the requests that wait for the next ones. */
import type { Epoch, Fragment } from '#packaging/cmaf-packager.ts';
import type { Codec } from '#packaging/mark/ticket-mark.ts';
import { lowLatencyPlaylist, type PlaylistSegment } from '#packaging/hls/low-latency-playlist.ts';

/** `markAs`: set where it begins with a key picture, which takes a view's mark. */
export type Media = { bytes: Buffer; frames: number; markAs: Codec | null };
type Part = Media & { durationSeconds: number; independent: boolean };
type Beginning = { init: Buffer };
type Segment = Omit<PlaylistSegment, 'parts'> & {
  parts: Part[];
  epoch: Epoch;
  /** Of the picture alone, or of picture and sound. */
  beginning: Beginning;
};
/** When an epoch began by the camera's clock; every date in it follows from its timeline, as players demand. */
type Anchor = { epoch: Epoch; wall: number | null; startSeconds: number };
type OpenPart = { fragments: Fragment[]; startSeconds: number };
type Waiter = {
  ready: () => boolean;
  resolve: (came: boolean) => void;
  untilMs: number;
  /** For whom, so that all that wait for one can be let go. */
  owner: object;
};

const partTargetSeconds = 0.2;
const segmentMinimumSeconds = 1;
/** A camera that sends no key picture for so long is cut anyway, so that memory stays bounded. */
const segmentMaximumSeconds = 20;
const segmentsKept = 7;
/** Players may not be told other targets later (RFC 8216bis 4.4.3.1, 4.4.3.7): room for a camera that slows down at night. */
const leastTargetSeconds = 2;
const targetHeadroom = 2;
/** Durations are rounded before they are held against the target. */
const roundedDownSeconds = 0.499;
const tolerance = 0.0005;
const patiencePeriodMs = 250;

export class SegmentWindow {
  readonly #withSound: boolean;
  readonly #segments: Segment[] = [];
  readonly #waiters = new Set<Waiter>();
  #open: OpenPart | null = null;
  #anchor: Anchor | null = null;
  #written: string | null = null;
  /** One for all who wait: a timer for each request would cost more than its answer. */
  #patience: NodeJS.Timeout | null = null;
  #sequence = 0;
  #discontinuitySequence = 0;
  /** Set with the first whole segment, before anybody is given a playlist, and kept. */
  #targets: { partSeconds: number; segmentSeconds: number } | null = null;

  constructor({ withSound = false } = {}) {
    this.#withSound = withSound;
  }

  push(fragment: Fragment): void {
    this.#closePartBefore(fragment);
    const current = this.#segments.at(-1);
    if (current === undefined || current.complete) this.#beginSegment(fragment, current);
    this.#open ??= { fragments: [], startSeconds: fragment.startSeconds };
    this.#open.fragments.push(fragment);
  }

  /** AAC lies in the part during which it came. */
  pushSound(sound: Fragment): void {
    const segment = this.#segments.at(-1);
    const muxed = sound.epoch.audio?.muxed ?? null;
    if (!this.#withSound || this.#open === null || segment === undefined || muxed === null) return;
    // First heard before anybody could be told of this segment: it is one with sound.
    const isUntold = this.#segments.length === 1 && !segment.complete;
    if (isUntold && segment.beginning === sound.epoch) segment.beginning = muxed;
    if (segment.beginning === muxed) this.#open.fragments.push(sound);
  }

  /** hls.js takes a playlist without a whole segment for empty and asks again only seconds later. */
  get isPlayable(): boolean {
    return this.#segments.some((segment) => segment.complete);
  }

  /** Written once for all who ask between two parts. */
  playlist(): string {
    this.#written ??= lowLatencyPlaylist({
      segments: this.#segments.filter((segment) => segment.parts.length > 0),
      discontinuitySequence: this.#discontinuitySequence,
      partTargetSeconds: this.#targets?.partSeconds ?? partTargetSeconds,
      targetSeconds: this.#targets?.segmentSeconds ?? leastTargetSeconds,
    });
    return this.#written;
  }

  init(number: number): Buffer | null {
    return this.#segments.find((segment) => segment.initNumber === number)?.beginning.init ?? null;
  }

  segment(sequence: number): Media | null {
    const found = this.#segments.find((segment) => segment.sequence === sequence);
    if (found?.complete !== true) return null;
    return {
      bytes: Buffer.concat(found.parts.map((part) => part.bytes)),
      frames: found.parts.reduce((sum, part) => sum + part.frames, 0),
      markAs: found.parts[0]?.markAs ?? null,
    };
  }

  part(sequence: number, index: number): Media | null {
    const found = this.#segments.find((segment) => segment.sequence === sequence);
    return found?.parts[index] ?? null;
  }

  /** Whether the stream has come as far as part `index` (or the whole segment) of `sequence`. */
  reached(sequence: number, index: number | null): boolean {
    const last = this.#segments.at(-1);
    if (last === undefined) return false;
    if (last.sequence !== sequence) return last.sequence > sequence;
    return last.complete || (index !== null && last.parts.length > index);
  }

  /** A request this far ahead of the stream is a fault of the player (RFC 8216bis 6.2.5.2). */
  isAbsurd(sequence: number): boolean {
    return sequence > this.#sequence + 2;
  }

  /** True once the condition is met, false when the time has run out, or `owner` or the window was let go. */
  waitUntil(ready: () => boolean, timeoutMs: number, owner: object): Promise<boolean> {
    if (ready()) return Promise.resolve(true);
    return new Promise((resolve) => {
      this.#waiters.add({ ready, resolve, untilMs: performance.now() + timeoutMs, owner });
      this.#patience ??= setInterval(() => this.#losePatience(), patiencePeriodMs);
    });
  }

  /** Nobody waits on behalf of `owner` any more. */
  letGo(owner: object): void {
    this.#answer((waiter) => waiter.owner === owner, false);
  }

  close(): void {
    this.#answer(() => true, false);
  }

  #closePartBefore(next: Fragment): void {
    const segment = this.#segments.at(-1);
    const open = this.#open;
    if (open === null || segment === undefined) return;
    const cut = next.epoch !== segment.epoch;
    const seconds = next.startSeconds - open.startSeconds;
    const ends = cut || this.#endsSegment(segment, next, seconds);
    const target = this.#targets?.partSeconds ?? partTargetSeconds;
    if (!ends && seconds + next.durationSeconds <= target + tolerance) return;
    segment.parts.push({
      durationSeconds: seconds,
      independent: open.fragments[0]!.key,
      bytes: Buffer.concat(open.fragments.map((fragment) => fragment.bytes)),
      frames: open.fragments.filter(({ track }) => track === 'video').length,
      markAs: open.fragments[0]!.key ? segment.epoch.video.codec : null,
    });
    this.#open = null;
    this.#written = null;
    if (ends) this.#completeSegment(segment);
    this.#wake();
  }

  #endsSegment(segment: Segment, next: Fragment, openSeconds: number): boolean {
    const seconds = secondsOf(segment) + openSeconds;
    const most =
      this.#targets === null
        ? segmentMaximumSeconds
        : this.#targets.segmentSeconds + roundedDownSeconds - next.durationSeconds;
    return (next.key && seconds >= segmentMinimumSeconds) || seconds >= most;
  }

  #completeSegment(segment: Segment): void {
    segment.complete = true;
    this.#targets ??= targetsFor(segment);
    while (this.#segments.length > segmentsKept) {
      this.#segments.shift();
      if (this.#segments[0]!.discontinuity) this.#discontinuitySequence += 1;
    }
  }

  #beginSegment(fragment: Fragment, before: Segment | undefined): void {
    const { epoch } = fragment;
    const muxed = this.#withSound ? (epoch.audio?.muxed ?? null) : null;
    const beginning = muxed ?? epoch;
    const changed = before !== undefined && before.beginning !== beginning;
    this.#segments.push({
      sequence: this.#sequence,
      initNumber: (before?.initNumber ?? 0) + (changed || before === undefined ? 1 : 0),
      beginning,
      epoch,
      discontinuity: changed,
      startedAt: this.#dateOf(fragment),
      parts: [],
      complete: false,
    });
    this.#sequence += 1;
  }

  #dateOf({ epoch, wall, startSeconds }: Fragment): Date | null {
    if (this.#anchor?.epoch !== epoch) this.#anchor = { epoch, wall, startSeconds };
    if (this.#anchor.wall === null) return null;
    return new Date(this.#anchor.wall + (startSeconds - this.#anchor.startSeconds) * 1000);
  }

  #wake(): void {
    this.#answer((waiter) => waiter.ready(), true);
  }

  #losePatience(): void {
    const now = performance.now();
    this.#answer((waiter) => waiter.untilMs <= now, false);
  }

  #answer(whom: (waiter: Waiter) => boolean, came: boolean): void {
    for (const waiter of this.#waiters) {
      if (!whom(waiter)) continue;
      this.#waiters.delete(waiter);
      waiter.resolve(came);
    }
    if (this.#waiters.size > 0 || this.#patience === null) return;
    clearInterval(this.#patience);
    this.#patience = null;
  }
}

const secondsOf = ({ parts }: Segment): number =>
  parts.reduce((sum, part) => sum + part.durationSeconds, 0);

function targetsFor(first: Segment) {
  const longestPart = Math.max(...first.parts.map((part) => part.durationSeconds));
  return {
    // A picture that lasts longer by itself is a part by itself.
    partSeconds: Math.max(partTargetSeconds, Math.ceil(longestPart * 1000 - 0.5) / 1000),
    segmentSeconds: targetHeadroom * Math.max(leastTargetSeconds, Math.ceil(secondsOf(first))),
  };
}
