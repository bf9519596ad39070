/** What the desk can put onto screens, made into tiles. */
import {
  around,
  type WallContent,
  type WallRect,
  type WallTile,
  type WallViewpoint,
} from 'grid-data';
import type { ScreenFieldsFragment } from '#gis/generated/graphql.ts';
import type { PushThing } from '#map/dragged-thing.ts';
import type { ViewState } from '#map/engine.ts';

export const placings = ['full', 'beside'] as const;
export type Placing = (typeof placings)[number];

/** Of the screen, for what is put beside what is there. */
const besideShare = 0.4;
const incidentCameras = 4;

export function rectOf(screen: ScreenFieldsFragment): WallRect {
  const { leftMm, topMm, widthMm, heightMm } = screen;
  return { leftMm, topMm, widthMm, heightMm };
}

/** One thing over all these screens: a map runs on from one to the next behind the bezels. */
export function tileFor(thing: PushThing, screens: readonly ScreenFieldsFragment[]): WallTile {
  const rect = around(screens.map(rectOf)) ?? { leftMm: 0, topMm: 0, widthMm: 1, heightMm: 1 };
  const id = `${thing.kind}-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
  switch (thing.kind) {
    case 'map': {
      const viewpoint = viewpointOf(thing.view, rect);
      return { id, kind: 'map', rect, engine: thing.engine, layers: [...thing.layers], viewpoint };
    }
    case 'cameras':
      return { id, kind: 'cameras', rect, cameras: [...thing.cameras] };
    case 'incident':
      return {
        id,
        kind: 'incident-cameras',
        rect,
        incidentId: thing.incidentId,
        most: incidentCameras,
      };
    case 'panel':
      return { id, kind: 'panel', rect, panel: thing.panel };
  }
}

/** As much ground as the desk's own map shows from side to side. */
export function viewpointOf(view: ViewState, { widthMm }: WallRect): WallViewpoint {
  const { longitude, latitude, bearingDeg, pitchDeg, metersPerPixel } = view;
  const metersPerMm = (metersPerPixel * innerWidth) / widthMm;
  return { longitude, latitude, bearingDeg, pitchDeg: Math.min(85, pitchDeg), metersPerMm };
}

export function contentWith(
  tile: WallTile,
  placing: Placing,
  screen: ScreenFieldsFragment,
): WallContent {
  if (placing === 'full') return { tiles: [tile] };
  const whole = rectOf(screen);
  const widthMm = whole.widthMm * besideShare;
  const rect = { ...whole, widthMm, leftMm: whole.leftMm + whole.widthMm - widthMm };
  const kept = (screen.showing?.content.tiles ?? []).filter(
    (each) => !(isSame(each.rect, rect) || (tile.kind === 'map' && each.kind === 'map')),
  );
  const left = { ...whole, widthMm: whole.widthMm - widthMm };
  return { tiles: [...kept.map((each) => madeRoom(each, whole, left)), { ...tile, rect }] };
}

/** What filled the screen makes room; its map goes on showing the same ground. */
function madeRoom(tile: WallTile, whole: WallRect, left: WallRect): WallTile {
  if (!isSame(tile.rect, whole)) return tile;
  if (tile.kind !== 'map') return { ...tile, rect: left };
  const { viewpoint } = tile;
  const metersPerMm = (viewpoint.metersPerMm * whole.widthMm) / left.widthMm;
  return { ...tile, rect: left, viewpoint: { ...viewpoint, metersPerMm } };
}

const isSame = (a: WallRect, b: WallRect): boolean =>
  Math.abs(a.leftMm - b.leftMm) < 1 &&
  Math.abs(a.topMm - b.topMm) < 1 &&
  Math.abs(a.widthMm - b.widthMm) < 1 &&
  Math.abs(a.heightMm - b.heightMm) < 1;

/** Everything that stands on the screens now, as one content. */
export function contentOf(screens: readonly ScreenFieldsFragment[]): WallContent {
  const tiles = new Map<string, WallTile>();
  for (const { showing } of screens) {
    for (const tile of showing?.content.tiles ?? []) {
      const motions = (showing?.motions ?? {}) as Record<string, { to: WallViewpoint }>;
      const moved = motions[tile.id]?.to;
      const now = tile.kind === 'map' && moved !== undefined ? { ...tile, viewpoint: moved } : tile;
      tiles.set(tile.id, now);
    }
  }
  return { tiles: [...tiles.values()] };
}
