/** The page's side of the wall: one worker for all tiles, whatever canvases they stand in. */
import type { StreamProfile } from 'grid-data';
import { markLines, markPlace, type Looker } from '#video/watermark/watermark-words.ts';
import { drawMark } from '#video/watermark/draw-mark.ts';
import type {
  FromWorker,
  TileEvent,
  TileFigures,
  TileRect,
  ToWorker,
} from '#video/wall/wall-message.ts';

const markEveryMs = 1_000;

export type WallSurface = {
  readonly id: number;
  resize(width: number, height: number): void;
  close(): void;
};

export class WallTile {
  readonly id: number;
  /** Counted over all its pictures, whoever plays them. */
  figures: TileFigures | null = null;
  readonly #post: (message: ToWorker, moved?: Transferable[]) => void;
  #listener: (event: TileEvent) => void = () => {};
  #gone = false;
  #rect: TileRect = { x: 0, y: 0, width: 0, height: 0 };
  #marked: { looker: Looker; viewId: string } | null = null;

  constructor(id: number, post: (message: ToWorker, moved?: Transferable[]) => void) {
    this.id = id;
    this.#post = (message, moved) => {
      if (!this.#gone) post(message, moved);
    };
  }

  /** Whoever still holds it says nothing more through it. */
  leave(): void {
    this.#post({ type: 'tile-gone', tile: this.id });
    this.#gone = true;
  }

  open(ticket: string, listener: (event: TileEvent) => void): void {
    this.#listener = listener;
    this.#post({ type: 'open', tile: this.id, ticket });
  }

  hear(event: TileEvent): void {
    this.#listener(event);
    if (event.type === 'figures') this.figures = event.figures;
  }

  close(): void {
    this.#listener = () => {};
    this.#post({ type: 'close', tile: this.id });
  }

  place(surface: WallSurface, rect: TileRect): void {
    this.#rect = rect;
    this.#post({ type: 'place', tile: this.id, surface: surface.id, rect });
    this.drawMark();
  }

  blank(): void {
    this.#post({ type: 'blank', tile: this.id });
  }

  dim(on: boolean): void {
    this.#post({ type: 'dim', tile: this.id, on });
  }

  profile(profile: StreamProfile): void {
    this.#post({ type: 'profile', tile: this.id, profile });
  }

  sound(on: boolean): void {
    this.#post({ type: 'sound', tile: this.id, on });
  }

  mark(looker: Looker, viewId: string): void {
    this.#marked = { looker, viewId };
    this.drawMark();
  }

  drawMark(): void {
    if (this.#marked === null || this.#rect.width === 0) return;
    const now = Date.now();
    const { looker, viewId } = this.#marked;
    const mark = drawMark(markLines(looker, viewId, now), this.#rect);
    this.#post({ type: 'mark', tile: this.id, mark, place: markPlace(now) }, [mark]);
  }
}

export class WallEngine {
  readonly #worker: Worker;
  readonly #tiles = new Map<number, WallTile>();
  #names = 0;
  #broken = false;

  constructor() {
    this.#worker = new Worker(new URL('./worker/wall-worker.ts', import.meta.url), {
      type: 'module',
    });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) =>
      this.#tiles.get(data.tile)?.hear(data.event),
    );
    this.#worker.addEventListener('error', () => this.#breakDown());
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    this.#post({ type: 'start', address: `${scheme}://${location.host}/video/play-many` });
    document.addEventListener('visibilitychange', () =>
      this.#post({ type: 'hidden', hidden: document.hidden }),
    );
    setInterval(() => {
      if (document.hidden) return;
      for (const tile of this.#tiles.values()) tile.drawMark();
    }, markEveryMs);
  }

  get isBroken(): boolean {
    return this.#broken;
  }

  surface(canvas: HTMLCanvasElement, ground: string): WallSurface {
    this.#names += 1;
    const id = this.#names;
    const offscreen = canvas.transferControlToOffscreen();
    this.#post({ type: 'surface', surface: id, canvas: offscreen, ground }, [offscreen]);
    return {
      id,
      resize: (width, height) => this.#post({ type: 'size', surface: id, width, height }),
      close: () => this.#post({ type: 'surface-gone', surface: id }),
    };
  }

  tile(): WallTile {
    this.#names += 1;
    const tile = new WallTile(this.#names, (message, moved) => this.#post(message, moved));
    this.#tiles.set(tile.id, tile);
    return tile;
  }

  release(tile: WallTile): void {
    this.#tiles.delete(tile.id);
    tile.leave();
  }

  focus(tile: WallTile | null): void {
    this.#post({ type: 'focus', tile: tile?.id ?? null });
  }

  /** A worker that broke takes all its pictures along: their players turn to other ways. */
  #breakDown(): void {
    this.#broken = true;
    for (const tile of this.#tiles.values()) {
      tile.hear({ type: 'ended', cause: 'transport', reason: 'worker-failed' });
    }
  }

  #post(message: ToWorker, moved: Transferable[] = []): void {
    this.#worker.postMessage(message, moved);
  }
}

let engine: WallEngine | null = null;

/** One for the page, for as long as the page lives; a new one after a break. */
export function wallEngine(): WallEngine {
  if (engine === null || engine.isBroken) engine = new WallEngine();
  return engine;
}
