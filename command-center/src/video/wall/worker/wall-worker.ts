/** The wall's worker: one socket, a decoder per tile, and canvases into which all of them are drawn. */
import type { FromWorker, ToWorker } from '#video/wall/wall-message.ts';
import { DecodeBudget } from './decode-budget.ts';
import { PageLine } from './page-line.ts';
import { Surface } from './surface.ts';
import { Tile } from './tile.ts';

const figuresEveryMs = 500;
/** What a worker has of it; the types of pages and of workers do not go together in one program. */
const scope = self as unknown as {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
  postMessage(message: FromWorker, moved: Transferable[]): void;
  requestAnimationFrame(draw: () => void): void;
};
const budget = new DecodeBudget();
const surfaces = new Map<number, Surface>();
const tiles = new Map<number, Tile>();
/** Never used twice on one line: what still comes for a closed channel must find nobody. */
let channels = 0;
let focus: number | null = null;
let hidden = false;
let line: PageLine | null = null;

scope.addEventListener('message', ({ data }) => obey(data));
setInterval(() => {
  for (const [tile, each] of tiles)
    tell({ tile, event: { type: 'figures', figures: each.figures() } });
  budget.rest(performance.now());
  share();
}, figuresEveryMs);
scope.requestAnimationFrame(draw);

function draw(): void {
  for (const surface of surfaces.values()) surface.draw();
  scope.requestAnimationFrame(draw);
}

function obey(message: ToWorker): void {
  switch (message.type) {
    case 'start':
      line = new PageLine(message.address, {
        onFrame: (frame) => tileOf(frame.channel)?.take(frame),
        onMessage: (said) => tileOf(said.channel)?.hear(said),
        onBroken: (reason) => {
          for (const tile of tiles.values())
            if (tile.channel !== null) tile.end('transport', reason);
        },
      });
      return;
    case 'surface':
      surfaces.set(message.surface, new Surface(message.canvas, message.ground));
      return;
    case 'size':
      surfaces.get(message.surface)?.resize(message.width, message.height);
      return;
    case 'surface-gone':
      surfaces.delete(message.surface);
      return;
    case 'focus':
      return focusOn(message.tile);
    case 'hidden':
      hidden = message.hidden;
      for (const tile of tiles.values()) tile.hidden(hidden);
      return;
    default:
      obeyTile(message.tile, message);
  }
}

type TileMessage = Extract<ToWorker, { tile: number }>;

function obeyTile(id: number, message: Exclude<TileMessage, { type: 'focus' }>): void {
  const tile = tiles.get(id) ?? addTile(id);
  switch (message.type) {
    case 'place':
      return place(tile, message);
    case 'open':
      channels = (channels + 1) % 65_536;
      tile.open(channels, message.ticket);
      if (id === focus) line?.say({ type: 'priority', channel: tile.channel });
      return;
    case 'close':
      return tile.close();
    case 'tile-gone':
      tile.close();
      tile.placed.forget();
      tile.surface?.tiles.delete(tile.placed);
      tile.surface?.layoutChanged();
      tiles.delete(id);
      return;
    case 'blank':
      return tile.placed.blank();
    case 'dim':
      return tile.placed.dim(message.on);
    case 'profile':
      return tile.profile(message.profile);
    case 'sound':
      return tile.sound(message.on);
    case 'mark':
      return tile.placed.mark({ picture: message.mark, ...message.place });
  }
}

function addTile(id: number): Tile {
  const tile: Tile = new Tile({
    say: (words) => line?.say(words),
    tell: (event) => tell({ tile: id, event }),
    onOverrun: () => {
      const inFull = [...tiles.values()].filter(({ isInFull }) => isInFull).length;
      budget.overrun(inFull, performance.now());
      share();
    },
  });
  tile.hidden(hidden);
  tiles.set(id, tile);
  return tile;
}

function place(tile: Tile, { surface: id, rect }: Extract<ToWorker, { type: 'place' }>): void {
  const surface = surfaces.get(id) ?? null;
  if (tile.surface !== surface) tile.surface?.layoutChanged();
  tile.surface?.tiles.delete(tile.placed);
  tile.surface = surface;
  tile.placed.rect = rect;
  surface?.tiles.add(tile.placed);
  surface?.layoutChanged();
}

function focusOn(id: number | null): void {
  focus = id;
  const channel = id === null ? null : (tiles.get(id)?.channel ?? null);
  line?.say({ type: 'priority', channel });
  share();
}

/** The tile in focus is decoded in full, then the larger ones, then the older. */
function share(): void {
  const area = ({ placed: { rect } }: Tile) => rect.width * rect.height;
  const playing = [...tiles].filter(([, tile]) => tile.channel !== null);
  const byImportance = playing
    .sort(
      ([a, one], [b, other]) =>
        Number(b === focus) - Number(a === focus) || area(other) - area(one),
    )
    .map(([, tile]) => tile);
  const keyOnly = budget.keyOnly(byImportance);
  for (const tile of byImportance) tile.machineBehind(keyOnly.has(tile));
}

function tileOf(channel: number): Tile | null {
  for (const tile of tiles.values()) if (tile.channel === channel) return tile;
  return null;
}

function tell(message: FromWorker): void {
  const { event } = message;
  const moved = event.type === 'sound' ? [event.data.buffer] : [];
  scope.postMessage(message, moved);
}
