/**
 * One pull of one camera and profile, however many look. Viewers stay attached while the source behind it is
 * opened anew; ten seconds after the last has gone the pull ends.
 */
import type { Clock, DomainError, PictureRemark } from 'grid-data';
import { PictureWatch } from '#health/picture-watch.ts';
import type { AccessUnit } from '#media/access-unit.ts';
import { CmafPackager, type Fragment } from '#packaging/cmaf-packager.ts';
import { backOffMs } from '#relay/back-off.ts';
import { GopRing } from '#relay/gop-ring.ts';
import { PaceWatch } from '#relay/pace-watch.ts';
import type { RelayPhase, RelayState } from '#relay/relay-state.ts';
import { StallWatch } from '#relay/stall-watch.ts';
import { asFailure, sourceFailure } from '#sources/source-failure.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';

export type RelaySubscriber = {
  onFragment(fragment: Fragment): void;
  /** Absent where only the picture is wanted. */
  onSound?(fragment: Fragment): void;
  onState(state: RelayState): void;
};

export type RelayOptions = {
  /** Asks for the address anew and opens it; called at every attempt. */
  open: (handlers: SourceHandlers) => Promise<Source>;
  clock: Clock;
  idleStopMs: number;
  /** Told once, when the pull has ended for want of viewers. */
  onStopped: () => void;
  /** What a pull reveals of its camera. */
  onRevealed: (revealed: Revealed) => void;
  random?: () => number;
};

/** The first picture, what is wrong with pictures that come, or why none come. */
export type Revealed =
  | { phase: 'live'; remark: PictureRemark | null; judged: boolean; failure: null }
  | { phase: 'failed'; remark: null; failure: DomainError };

export type RelayCounters = {
  units: number;
  bytes: number;
  reconnects: number;
  keys: number;
  /** Packets that never came. */
  lost: number;
};

const watchPeriodMs = 500;
/** After so long a life the next failure starts the back-off anew. */
const settledMs = 10_000;

export class Relay {
  readonly counters: RelayCounters = { units: 0, bytes: 0, reconnects: 0, keys: 0, lost: 0 };
  readonly #options: RelayOptions;
  readonly #subscribers = new Set<RelaySubscriber>();
  readonly #ring = new GopRing();
  readonly #packager = new CmafPackager();
  #phase: RelayPhase = 'idle';
  #state: RelayState;
  #attempt = 0;
  #generation = 0;
  #source: Source | null = null;
  #watch: StallWatch | null = null;
  #pace = new PaceWatch();
  #pictures = new PictureWatch();
  #remark: PictureRemark | null = null;
  #judged = false;
  #soundHeard: string | null = null;
  #liveSinceMs = 0;
  #watchTimer: NodeJS.Timeout | null = null;
  #retryTimer: NodeJS.Timeout | null = null;
  #idleTimer: NodeJS.Timeout | null = null;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#state = this.#describe('connecting', null, null);
  }

  get phase(): RelayPhase {
    return this.#phase;
  }

  get state(): RelayState {
    return this.#state;
  }

  /** The newest picture that needs no other; null while the camera gives none. */
  get lastKey(): Fragment | null {
    return this.#ring.lastKey;
  }

  /** Codec of the camera's sound; null until some was heard. */
  get soundHeard(): string | null {
    return this.#soundHeard;
  }

  /** What the stream tells of its pictures, without decoding them. */
  get pictures(): Pick<PictureWatch, 'isJudged' | 'remark' | 'skewMs'> {
    return this.#pictures;
  }

  get viewers(): number {
    return this.#subscribers.size;
  }

  /**
   * The subscriber gets the present state and the current group of pictures at once, on demand with the group
   * before it. Returns the way to leave.
   */
  subscribe(subscriber: RelaySubscriber, from: 'current' | 'both' = 'current'): () => void {
    if (this.#idleTimer) clearTimeout(this.#idleTimer);
    this.#idleTimer = null;
    this.#subscribers.add(subscriber);
    subscriber.onState(this.#state);
    for (const fragment of this.#ring[from]) hand(fragment, subscriber);
    if (this.#phase === 'idle') this.#open();
    return () => this.#leave(subscriber);
  }

  /** Does not wait for another viewer to come, as where nobody is expected. */
  stopUnlessWatched(): void {
    if (this.#subscribers.size === 0) this.stop();
  }

  stop(): void {
    if (this.#phase === 'stopped') return;
    this.#phase = 'stopped';
    if (this.#idleTimer) clearTimeout(this.#idleTimer);
    this.#closeSource();
    this.#ring.clear();
    this.#options.onStopped();
  }

  #leave(subscriber: RelaySubscriber): void {
    if (!this.#subscribers.delete(subscriber) || this.#subscribers.size > 0) return;
    if (this.#phase === 'stopped') return;
    this.#idleTimer = setTimeout(() => this.stop(), this.#options.idleStopMs);
  }

  #open(): void {
    this.#phase = 'opening';
    this.#generation += 1;
    const generation = this.#generation;
    const current = () => generation === this.#generation && this.#phase !== 'stopped';
    this.#packager.cut();
    this.#pictures = new PictureWatch();
    this.#remark = null;
    this.#judged = false;
    this.#tell('connecting', this.#state.reason, null);
    this.#watch = new StallWatch(this.#now());
    this.#pace = new PaceWatch();
    this.#watchTimer = setInterval(() => this.#lookForStall(), watchPeriodMs);
    this.#openSource(current).catch((error: unknown) => {
      if (current()) this.#lose(asFailure(error, 'broken-stream'));
    });
  }

  /** `current` turns false once this attempt has been given up: whatever comes of it then is dropped. */
  async #openSource(current: () => boolean): Promise<void> {
    const source = await this.#options.open({
      onUnit: (unit) => {
        if (current()) this.#take(unit);
      },
      onLost: (packets) => {
        this.counters.lost += packets;
      },
      onEnd: (failure) => {
        if (current()) this.#lose(failure);
      },
    });
    if (current()) this.#source = source;
    else source.close();
  }

  #take(unit: AccessUnit): void {
    this.counters.bytes += unit.data.length;
    // Sound alone is no sign that the camera shows anything.
    if (unit.track === 'video') {
      this.#watch?.saw(unit, this.#now());
      this.#pace.saw(unit, this.#now());
      this.counters.units += 1;
      if (unit.key) this.counters.keys += 1;
    } else this.#soundHeard = unit.config.codecName;
    for (const fragment of this.#package(unit)) {
      if (this.#phase !== 'live') this.#becomeLive();
      this.#ring.push(fragment);
      for (const subscriber of this.#subscribers) hand(fragment, subscriber);
    }
    if (unit.track === 'video') this.#remarkOn(this.#pictures.saw(unit, this.#now()));
  }

  #remarkOn(remark: PictureRemark | null): void {
    if (this.#phase !== 'live') return;
    const changed = remark !== this.#remark;
    const judgedNow = !this.#judged && this.#pictures.isJudged;
    this.#remark = remark;
    this.#judged ||= judgedNow;
    if (changed) this.#tell('live', remark, null);
    if (!changed && !judgedNow) return;
    this.#options.onRevealed({ phase: 'live', remark, judged: this.#judged, failure: null });
  }

  /** Called from inside a source: a unit that cannot be packaged ends this pull and nothing else. */
  #package(unit: AccessUnit): readonly Fragment[] {
    try {
      return this.#packager.package(unit);
    } catch (error) {
      this.#lose(asFailure(error, 'broken-stream'));
      return [];
    }
  }

  #becomeLive(): void {
    this.#phase = 'live';
    this.#liveSinceMs = this.#now();
    this.#tell('live', null, null);
    this.#options.onRevealed({ phase: 'live', remark: null, judged: false, failure: null });
  }

  #lookForStall(): void {
    const isStalled = this.#watch?.isStalled(this.#now()) === true;
    if (!isStalled && !this.#pace.isTooSlow) return;
    const wasLive = this.#phase === 'live';
    const failure = isStalled
      ? sourceFailure('no-frames', 'the camera sends no pictures')
      : sourceFailure('line-too-slow', 'the pictures come later and later');
    if (wasLive) {
      this.#phase = 'stalled';
      this.#tell('stalled', failure.reason, null);
    }
    this.#lose(failure);
  }

  #lose(failure: DomainError): void {
    const wasLive = this.#phase === 'live' || this.#phase === 'stalled';
    if (wasLive && this.#now() - this.#liveSinceMs > settledMs) this.#attempt = 0;
    this.#closeSource();
    this.#ring.clear();
    this.#phase = 'backing-off';
    const retryInMs = Math.round(backOffMs(this.#attempt, failure.reason, this.#options.random));
    this.#attempt += 1;
    this.counters.reconnects += 1;
    // A picture that was there a moment ago is "stalled" until the first retry fails.
    this.#tell(wasLive ? 'stalled' : 'offline', failure.reason, retryInMs);
    this.#options.onRevealed({ phase: 'failed', remark: null, failure });
    this.#retryTimer = setTimeout(() => this.#open(), retryInMs);
  }

  #closeSource(): void {
    this.#generation += 1;
    this.#source?.close();
    this.#source = null;
    if (this.#watchTimer) clearInterval(this.#watchTimer);
    if (this.#retryTimer) clearTimeout(this.#retryTimer);
  }

  #tell(state: RelayState['state'], reason: string | null, retryInMs: number | null): void {
    this.#state = this.#describe(state, reason, retryInMs);
    for (const subscriber of this.#subscribers) subscriber.onState(this.#state);
  }

  #describe(
    state: RelayState['state'],
    reason: string | null,
    retryInMs: number | null,
  ): RelayState {
    return { state, reason, retryInMs, at: this.#options.clock.now().toISOString() };
  }

  #now(): number {
    return this.#options.clock.now().getTime();
  }
}

function hand(fragment: Fragment, subscriber: RelaySubscriber): void {
  if (fragment.track === 'video') subscriber.onFragment(fragment);
  else subscriber.onSound?.(fragment);
}
