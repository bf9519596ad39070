/** The last way: a still picture every second, a film of one frame each, for browsers and lines that carry nothing better. */
import { releaseView } from '#video/hls/release-view.ts';
import { reasonOfRefusedView, stateOfView, type OpenedView } from '#video/hls/view-answers.ts';
import type {
  Screen,
  StartTransport,
  Transport,
  TransportEvent,
} from '#video/player/picture-state.ts';

const everyMs = 1_000;
/** Between two pictures too: one that was taken away must not stay until the next. */
const askStateEveryMs = 500;
const failuresTolerated = 5;

export const playStills: StartTransport = (screen, ticket, tell) =>
  new StillPlayback(screen, ticket, tell);

class StillPlayback implements Transport {
  readonly #screen: Screen;
  readonly #tell: (event: TransportEvent) => void;
  /** Decodes; the page shows a canvas, so that nothing flickers from one picture to the next. */
  readonly #film = document.createElement('video');
  #viewId: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #ended = false;

  constructor(screen: Screen, ticket: string, tell: (event: TransportEvent) => void) {
    this.#screen = screen;
    this.#tell = tell;
    this.#film.muted = true;
    this.#start(ticket).catch(() => this.#end('transport', 'still-failed'));
  }

  close(): void {
    this.#stop();
  }

  captureDelaySeconds(): number | null {
    return null;
  }

  bufferedAheadSeconds(): number | null {
    return null;
  }

  async #start(ticket: string): Promise<void> {
    const answer = await fetch('/video/views', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket, transport: 'still-picture' }),
    });
    if (!answer.ok) return this.#end('view', await reasonOfRefusedView(answer));
    const { viewId, maxViewSeconds } = (await answer.json()) as OpenedView;
    this.#viewId = viewId;
    if (this.#ended) return this.#release();
    this.#tell({ type: 'opened', viewId, maxViewSeconds });
    document.addEventListener('visibilitychange', this.#askAtOnce);
    void this.#watch(viewId);
    void this.#next();
  }

  async #next(): Promise<void> {
    const viewId = this.#viewId;
    if (this.#ended || viewId === null) return;
    if (!document.hidden) await this.#ask(viewId).catch(() => this.#failed());
    if (!this.#ended) this.#timer = setTimeout(() => void this.#next(), everyMs);
  }

  async #watch(viewId: string): Promise<void> {
    await this.#askState(viewId);
    if (!this.#ended) this.#asking = setTimeout(() => void this.#watch(viewId), askStateEveryMs);
  }

  async #askState(viewId: string): Promise<void> {
    const state = await stateOfView(viewId);
    if (this.#ended || state === null) return;
    if ('ended' in state) this.#end('view', state.ended);
    else this.#tell({ type: 'state', ...state });
  }

  /** Timers of a page that nobody saw were slow. */
  #askAtOnce = (): void => {
    if (this.#viewId !== null && !document.hidden) void this.#askState(this.#viewId);
  };

  async #ask(viewId: string): Promise<void> {
    const answer = await fetch(`/video/snapshot/${viewId}`);
    // Why there is none the state above has said.
    if (answer.status === 410) return this.#askState(viewId);
    if (!answer.ok || this.#ended) return;
    const film = await answer.blob();
    this.#tell({ type: 'bytes', count: film.size });
    await this.#show(film);
    this.#failures = 0;
    if (!this.#ended) this.#tell({ type: 'frames', count: 1 });
  }

  async #show(film: Blob): Promise<void> {
    const url = URL.createObjectURL(film);
    try {
      await decoded(this.#film, url);
      const { videoWidth, videoHeight } = this.#film;
      const { frozen } = this.#screen;
      if (this.#ended) return;
      frozen.width = videoWidth;
      frozen.height = videoHeight;
      frozen.getContext('2d')?.drawImage(this.#film, 0, 0);
      frozen.hidden = false;
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  #failed(): void {
    this.#failures += 1;
    if (this.#failures >= failuresTolerated) this.#end('view', 'browser-cannot-play');
  }

  #end(cause: 'view' | 'transport', reason: string): void {
    if (this.#ended) return;
    this.#stop();
    this.#tell({ type: 'ended', cause, reason });
  }

  #stop(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#asking);
    document.removeEventListener('visibilitychange', this.#askAtOnce);
    this.#film.removeAttribute('src');
    this.#release();
  }

  #release(): void {
    releaseView(this.#viewId);
    this.#viewId = null;
  }
}

function decoded(film: HTMLVideoElement, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Chromium hands out the picture of a film that is not in the page only to who asks for its frame.
    film.requestVideoFrameCallback(() => resolve());
    film.addEventListener('error', () => reject(new Error('the picture cannot be decoded')), {
      once: true,
    });
    film.src = url;
    film.load();
  });
}
