/** One live picture: asks for tickets, runs a transport, steps down, asks again, and says what is shown. */
import { retryDelayMs, stepsDown, takesPictureAway } from '#video/player/failure-policy.ts';
import { FrameCounter } from '#video/player/frame-counter.ts';
import { FrozenFrame } from '#video/player/frozen-frame.ts';
import type { StreamProfile } from 'grid-data';
import { playFmp4 } from '#video/fmp4/play-fmp4.ts';
import { hlsHasRoom } from '#video/hls/hls-lines.ts';
import { playLlHls } from '#video/hls/play-ll-hls.ts';
import {
  beginPicture,
  stepPicture,
  type PictureEvent,
  type PictureKnowledge,
} from '#video/player/picture-machine.ts';
import type {
  PictureFigures,
  PictureState,
  Screen,
  StartTransport,
  TicketAnswer,
  Transport,
  TransportEvent,
  TransportKind,
  ViewTicket,
} from '#video/player/picture-state.ts';
import { ReceivedBytes } from '#video/player/received-bytes.ts';
import { RecentCount } from '#video/player/recent-count.ts';
import { videoElementPlays, type MediaProbe } from '#video/probe/media-probe.ts';
import { nextTransport } from '#video/probe/transport-choice.ts';
import { playStills } from '#video/still/play-stills.ts';
import { playOnWall } from '#video/wall/play-on-wall.ts';

export type PlayerView = {
  state: PictureState;
  transport: TransportKind;
  /** What was granted last; null before the first grant and after a refusal. */
  ticket: ViewTicket | null;
  /** Codec the source sends, once known: named where the browser cannot show it. */
  codec: string | null;
  /** Codec of the camera's sound where it has any that this transport can play. */
  sound: string | null;
};

export type PlayerOptions = {
  screen: Omit<Screen, 'sound'>;
  probe: MediaProbe;
  openTicket(profile: StreamProfile): Promise<TicketAnswer>;
  transport: TransportKind;
  /** performance.now() of the click that asked for the picture. */
  clickedAt?: number;
};

export type Player = {
  view(): PlayerView;
  figures(): PictureFigures;
  subscribe(listener: () => void): () => void;
  /** A choice of the viewer: holds until chosen otherwise. */
  chooseTransport(kind: TransportKind): void;
  tryAgain(): void;
  /** Of the video element; a tile of the wall has a sound of its own. */
  sound(on: boolean): void;
  /** Ends the picture and says why; only a person brings it back. */
  stop(reason: string): void;
  close(): void;
};

const starters: Record<TransportKind, StartTransport> = {
  webcodecs: playOnWall,
  'fmp4-websocket': playFmp4,
  'll-hls': playLlHls,
  'still-picture': playStills,
};
const tickMs = 500;

export const startPlayer = (options: PlayerOptions): Player => new LivePlayer(options);

class LivePlayer implements Player {
  readonly #options: PlayerOptions;
  readonly #listeners = new Set<() => void>();
  readonly #frozen: FrozenFrame;
  readonly #bytes = new ReceivedBytes();
  readonly #clickedAt: number;
  readonly #ticking: ReturnType<typeof setInterval>;
  #known: PictureKnowledge = beginPicture(Date.now());
  #view: PlayerView;
  #transport: Transport | null = null;
  #frames: FrameCounter | null = null;
  #framesBefore = 0;
  readonly #stills = new RecentCount();
  #firstFrameMs: number | null = null;
  #size = { width: 0, height: 0 };
  /** What tickets are asked for: the smaller stream once the larger one cannot be shown. */
  #profile: StreamProfile = 'main';
  #retry: ReturnType<typeof setTimeout> | null = null;
  /** Failures since the last picture: feeds the back-off. */
  #failures = 0;
  /** Sound was asked for once: it stays with the picture, heard or not. */
  #hasSound = false;
  /** Counts asks, so that the answer to an abandoned one is dropped. */
  #asking = 0;
  #closed = false;

  constructor(options: PlayerOptions) {
    this.#options = options;
    this.#clickedAt = options.clickedAt ?? performance.now();
    this.#frozen = new FrozenFrame(options.screen);
    this.#view = {
      state: this.#known.shown,
      transport: options.transport,
      ticket: null,
      codec: null,
      sound: null,
    };
    this.#ticking = setInterval(() => this.#tick(), tickMs);
    this.#ask(null);
  }

  view = (): PlayerView => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  figures(): PictureFigures {
    const { video } = this.#options.screen;
    const onWall = this.#transport?.wallFigures?.() ?? null;
    const told = { framesShown: 0, framesPerSecond: this.#stills.perSecond(), mediaTime: 0 };
    const count = this.#frames?.count() ?? told;
    const capture = this.#transport?.captureDelaySeconds(count.mediaTime) ?? null;
    return {
      transport: this.#view.transport,
      kilobitsPerSecond: this.#bytes.kilobitsPerSecond(),
      latencySeconds: capture ?? this.#transport?.bufferedAheadSeconds() ?? null,
      latencyIsTrue: capture !== null,
      framesShown: this.#framesBefore + (onWall ?? count).framesShown,
      framesDropped: onWall?.framesDropped ?? droppedBy(video),
      framesPerSecond: (onWall ?? count).framesPerSecond,
      firstFrameMs: this.#firstFrameMs,
      width: onWall?.width || this.#size.width || video.videoWidth,
      height: onWall?.height || this.#size.height || video.videoHeight,
      codec: onWall?.codec ?? this.#view.codec,
      profile: onWall?.profile ?? this.#profile,
      reduced: onWall?.keyOnly ?? 'no',
    };
  }

  chooseTransport(kind: TransportKind): void {
    if (kind === this.#view.transport) return;
    const full = kind === 'll-hls' && !hlsHasRoom();
    this.#show({ transport: full ? 'fmp4-websocket' : kind });
    this.#frozen.hold();
    this.#askAnew(full ? 'hls-full' : null);
  }

  tryAgain(): void {
    this.#frozen.hold();
    this.#askAnew(null);
  }

  sound = (on: boolean): void => {
    this.#options.screen.video.muted = !on;
    if (!on || this.#hasSound || !showsInVideo(this.#view.transport)) return;
    this.#hasSound = true;
    this.#frozen.hold();
    this.#askAnew(null);
  };

  stop(reason: string): void {
    this.#fails(reason);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#ticking);
    this.#letGo();
    this.#blank();
    this.#listeners.clear();
  }

  #ask(reason: string | null): void {
    this.#asking += 1;
    const asking = this.#asking;
    this.#happens({ type: 'asked', reason });
    const answered = (answer: TicketAnswer) => {
      if (this.#closed || asking !== this.#asking) return;
      if (answer.granted) this.#start(answer.ticket);
      else this.#fails(answer.reason);
    };
    const unreachable: TicketAnswer = { granted: false, reason: 'server-unreachable' };
    void this.#options
      .openTicket(this.#profile)
      .catch(() => unreachable)
      .then(answered);
  }

  #start(ticket: ViewTicket): void {
    this.#show({ ticket, codec: null, sound: null });
    const { screen } = this.#options;
    const { transport: kind } = this.#view;
    if (showsInVideo(kind)) {
      this.#frames = new FrameCounter(screen.video, () => this.#frameShown());
    }
    const transport = starters[kind](
      { ...screen, sound: this.#hasSound },
      ticket.ticket,
      (event) => {
        if (!this.#closed && this.#transport === transport) this.#transportSays(event);
      },
    );
    this.#transport = transport;
  }

  #transportSays(event: TransportEvent): void {
    switch (event.type) {
      case 'opened':
        return;
      case 'bytes':
        this.#bytes.add(event.count);
        return;
      case 'frames':
        if (this.#view.transport === 'still-picture') this.#stillShown();
        return this.#frameShown();
      case 'sound':
        return this.#show({ sound: event.codec });
      case 'config':
        this.#size = { width: event.width, height: event.height };
        this.#show({ codec: event.codec });
        return;
      case 'state':
        if (event.state !== 'live') this.#frozen.hold();
        this.#happens({ ...event, type: 'source' });
        return;
      case 'ended':
        this.#stepDownOrFail(event);
    }
  }

  #stepDownOrFail(event: { cause: 'view' | 'transport'; reason: string }): void {
    const { transport, codec } = this.#view;
    const { reason } = event;
    const next = nextTransport(transport, reason, {
      probe: this.#options.probe,
      hlsHasRoom: hlsHasRoom(),
    });
    if (reason === 'codec-unsupported') {
      if (transport === 'webcodecs' && videoElementPlays(codec)) return this.#turnTo(next);
      // Cameras whose larger stream is H.265 often have a smaller one in H.264.
      if (transport !== 'webcodecs' && this.#profile === 'main') {
        this.#profile = 'sub';
        return this.#askAnew('smaller-stream');
      }
    }
    const down = event.cause === 'transport' && stepsDown(reason, this.#failures + 1);
    if (down && next !== null) this.#turnTo(next);
    else this.#fails(reason);
  }

  #turnTo(transport: TransportKind | null): void {
    if (transport !== null) this.#show({ transport });
    this.#askAnew(transport === 'still-picture' ? 'stills-only' : 'stepped-down');
  }

  #askAnew(reason: string | null): void {
    this.#letGo();
    this.#failures = 0;
    this.#ask(reason);
  }

  #tick(): void {
    const { keyOnly = 'no' } = this.#transport?.wallFigures?.() ?? {};
    // Between two key pictures nothing is amiss; that the camera fell silent is the gateway's word then.
    const unjudged = document.hidden || keyOnly !== 'no';
    const receiving = this.#bytes.isReceiving();
    this.#happens({ type: 'tick', hidden: unjudged, receiving });
  }

  #stillShown(): void {
    this.#framesBefore += 1;
    this.#stills.add();
  }

  #frameShown(): void {
    this.#failures = 0;
    this.#firstFrameMs ??= performance.now() - this.#clickedAt;
    this.#happens({ type: 'frame' });
    const inVideo = showsInVideo(this.#view.transport);
    if (inVideo && this.#known.shown.kind === 'live') this.#frozen.clear();
  }

  #fails(reason: string): void {
    const delay = retryDelayMs(reason, this.#failures, Math.random);
    this.#failures += 1;
    const goes = takesPictureAway(reason);
    if (!goes) this.#frozen.hold();
    this.#letGo();
    if (goes) this.#blank();
    if (delay !== null) this.#retry = setTimeout(() => this.#ask(reason), delay);
    this.#happens({ type: 'ended', reason, retryAt: delay === null ? null : Date.now() + delay });
  }

  #letGo(): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#asking += 1;
    const transport = this.#transport;
    this.#transport = null;
    transport?.close();
    this.#framesBefore += this.#frames?.count().framesShown ?? 0;
    this.#frames?.stop();
    this.#frames = null;
  }

  #blank(): void {
    const { video, place } = this.#options.screen;
    this.#frozen.clear();
    place.tile?.blank();
    video.removeAttribute('src');
    video.load();
  }

  #happens(event: PictureEvent): void {
    this.#known = stepPicture(this.#known, event, Date.now());
    if (this.#known.shown !== this.#view.state) this.#show({ state: this.#known.shown });
  }

  #show(change: Partial<PlayerView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const showsInVideo = (kind: TransportKind): boolean =>
  kind === 'fmp4-websocket' || kind === 'll-hls';

const droppedBy = (video: HTMLVideoElement): number =>
  video.getVideoPlaybackQuality?.().droppedVideoFrames ?? 0;
