/** Plays the gateway's LL-HLS through hls.js, loaded on demand: for ways where a WebSocket does not get through. */
import type { default as HlsPlayer, HlsConfig } from 'hls.js/light';
import { takeHlsLine } from '#video/hls/hls-lines.ts';
import {
  endOfHlsError,
  reasonOfRefusedView,
  stateOfView,
  type OpenedView,
} from '#video/hls/view-answers.ts';
import { releaseView } from '#video/hls/release-view.ts';
import type { StartTransport, Transport, TransportEvent } from '#video/player/picture-state.ts';

/** Bounded, so that a wall does not grow and a tile that stalled once does not stay late for ever. */
const settings: Partial<HlsConfig> = {
  lowLatencyMode: true,
  backBufferLength: 4,
  maxBufferLength: 8,
  liveSyncDuration: 0.5,
  liveMaxLatencyDuration: 3,
  maxLiveSyncPlaybackRate: 1.2,
  liveSyncOnStallIncrease: 0.2,
};

const askStateEveryMs = 2_000;

export const playLlHls: StartTransport = ({ video, sound }, ticket, tell) =>
  new LlHlsPlayback(video, { ticket, sound }, tell);

class LlHlsPlayback implements Transport {
  readonly #video: HTMLVideoElement;
  readonly #tell: (event: TransportEvent) => void;
  readonly #giveBackLine = takeHlsLine();
  #hls: HlsPlayer | null = null;
  #viewId: string | null = null;
  #ended = false;
  #soundTold = false;
  #asking: ReturnType<typeof setInterval> | undefined;
  #timeOver: ReturnType<typeof setTimeout> | undefined;

  constructor(
    video: HTMLVideoElement,
    asked: { ticket: string; sound: boolean },
    tell: (event: TransportEvent) => void,
  ) {
    this.#video = video;
    this.#tell = tell;
    this.#start(asked).catch(() => this.#end('transport', 'playlist-failed'));
  }

  close(): void {
    this.#stop();
  }

  captureDelaySeconds(): number | null {
    return null;
  }

  bufferedAheadSeconds(): number | null {
    const latency = this.#hls?.latency;
    return latency === undefined || latency === 0 ? null : latency;
  }

  async #start(asked: { ticket: string; sound: boolean }): Promise<void> {
    const [{ default: Hls }, answer] = await Promise.all([
      import('hls.js/light'),
      fetch('/video/views', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(asked),
      }),
    ]);
    if (!answer.ok) {
      this.#end('view', await reasonOfRefusedView(answer));
      return;
    }
    const view = (await answer.json()) as OpenedView;
    this.#viewId = view.viewId;
    if (this.#ended) this.#release();
    else this.#play(Hls, view);
  }

  #play(Hls: typeof HlsPlayer, view: OpenedView): void {
    if (!Hls.isSupported()) {
      this.#end('view', 'browser-cannot-play');
      return;
    }
    this.#tell({ type: 'opened', viewId: view.viewId, maxViewSeconds: view.maxViewSeconds });
    this.#timeOver = setTimeout(
      () => this.#end('view', 'view-time-over'),
      view.maxViewSeconds * 1000,
    );
    void this.#askState();
    this.#asking = setInterval(() => void this.#askState(), askStateEveryMs);
    const hls = new Hls(settings);
    this.#hls = hls;
    hls.on(Hls.Events.FRAG_LOADED, (_name, { frag, part }) =>
      this.#tell({ type: 'bytes', count: (part ?? frag).stats.loaded }),
    );
    hls.on(Hls.Events.BUFFER_CODECS, (_name, tracks) => {
      // Picture and sound in one buffer are named together, in either order.
      const track = tracks.video ?? tracks.audiovideo;
      const codec = (track?.codec ?? track?.levelCodec)
        ?.split(',')
        .find((name) => !name.startsWith('mp4a'));
      const size = track?.metadata;
      if (codec)
        this.#tell({ type: 'config', codec, width: size?.width ?? 0, height: size?.height ?? 0 });
    });
    hls.on(Hls.Events.ERROR, (_name, error) => {
      const end = endOfHlsError(error);
      if (end === 'unavailable') void this.#endWithReason();
      else if (end !== null) this.#end('view', end);
      // hls.js raises its target at each stall and never lowers it by itself.
      else if (error.details === Hls.ErrorDetails.BUFFER_STALLED_ERROR)
        hls.targetLatency = settings.liveSyncDuration ?? 0.5;
    });
    hls.loadSource(view.playlist);
    hls.attachMedia(this.#video);
    document.addEventListener('visibilitychange', this.#catchUp);
    this.#video.play().catch(() => {});
  }

  /** A playlist cannot say why nothing new is in it; the view's own state can. */
  async #askState(): Promise<void> {
    const viewId = this.#viewId;
    if (viewId === null) return;
    const state = await stateOfView(viewId);
    if (this.#ended || state === null) return;
    if ('ended' in state) this.#end('view', state.ended);
    else {
      const { sound, ...rest } = state;
      this.#tell({ type: 'state', ...rest });
      if (sound !== null && !this.#soundTold) this.#tell({ type: 'sound', codec: sound });
      this.#soundTold ||= sound !== null;
    }
  }

  async #endWithReason(): Promise<void> {
    const state = this.#viewId === null ? null : await stateOfView(this.#viewId);
    const said = state !== null && 'ended' in state ? state.ended : state?.reason;
    this.#end('view', said ?? 'unavailable');
  }

  /** A tab that comes back jumps to now instead of running after it. */
  #catchUp = (): void => {
    const hls = this.#hls;
    if (document.hidden || hls === null || hls.liveSyncPosition === null) return;
    if (hls.latency > 1.5) this.#video.currentTime = hls.liveSyncPosition;
    if (this.#video.paused) this.#video.play().catch(() => {});
  };

  #end(cause: 'view' | 'transport', reason: string): void {
    if (this.#ended) return;
    this.#stop();
    this.#tell({ type: 'ended', cause, reason });
  }

  #stop(): void {
    this.#ended = true;
    clearInterval(this.#asking);
    clearTimeout(this.#timeOver);
    document.removeEventListener('visibilitychange', this.#catchUp);
    this.#hls?.destroy();
    this.#hls = null;
    this.#giveBackLine();
    this.#release();
  }

  /** Tells the gateway at once; without it the view ends by itself ten seconds after the last request. */
  #release(): void {
    releaseView(this.#viewId);
    this.#viewId = null;
  }
}
