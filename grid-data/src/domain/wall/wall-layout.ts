/** 布局: how screens hang beside each other, and where on them a tile begins and ends. All lengths in millimetres of the wall. */
import type { WallContent, WallRect, WallTile } from './wall-content.ts';
import { around, overlap, type ScreenPlace } from './wall-plane.ts';

/** What is nearer than this to a neighbour's edge while it is dragged lies at that edge. */
export const snapMm = 40;
/** Without a neighbour near, places are round numbers. */
export const roundMm = 10;

/** Cells that a screen is divided into, columns by rows; a tile covers whole cells. */
export const divisions = [
  { columns: 2, rows: 2 },
  { columns: 3, rows: 2 },
  { columns: 4, rows: 3 },
  { columns: 6, rows: 4 },
  { columns: 12, rows: 6 },
] as const;
export type Division = { columns: number; rows: number };

/** The lit picture with the frame round it. */
export function frameOf({ rect, bezelMm }: ScreenPlace): WallRect {
  return {
    leftMm: rect.leftMm - bezelMm,
    topMm: rect.topMm - bezelMm,
    widthMm: rect.widthMm + 2 * bezelMm,
    heightMm: rect.heightMm + 2 * bezelMm,
  };
}

/** Where a dragged screen comes to hang: frame to frame with a neighbour, in line with one, else at round numbers. */
export function snapScreen(moved: ScreenPlace, others: readonly ScreenPlace[]): WallRect {
  const { rect, bezelMm } = moved;
  const frames = others.map(frameOf);
  const lefts = [
    ...frames.map((frame) => frame.leftMm + frame.widthMm + bezelMm),
    ...frames.map((frame) => frame.leftMm - bezelMm - rect.widthMm),
    ...others.map((other) => other.rect.leftMm),
    ...others.map((other) => other.rect.leftMm + other.rect.widthMm - rect.widthMm),
  ];
  const tops = [
    ...frames.map((frame) => frame.topMm + frame.heightMm + bezelMm),
    ...frames.map((frame) => frame.topMm - bezelMm - rect.heightMm),
    ...others.map((other) => other.rect.topMm),
    ...others.map((other) => other.rect.topMm + other.rect.heightMm - rect.heightMm),
  ];
  return { ...rect, leftMm: snapped(rect.leftMm, lefts), topMm: snapped(rect.topMm, tops) };
}

/** As `snapScreen`, for a screen whose lower right corner is dragged. */
export function snapScreenSize(resized: ScreenPlace, others: readonly ScreenPlace[]): WallRect {
  const { rect, bezelMm } = resized;
  const frames = others.map(frameOf);
  const rights = [
    ...others.map((other) => other.rect.leftMm + other.rect.widthMm),
    ...frames.map((frame) => frame.leftMm - bezelMm),
  ];
  const bottoms = [
    ...others.map((other) => other.rect.topMm + other.rect.heightMm),
    ...frames.map((frame) => frame.topMm - bezelMm),
  ];
  return {
    ...rect,
    widthMm: snapped(rect.leftMm + rect.widthMm, rights) - rect.leftMm,
    heightMm: snapped(rect.topMm + rect.heightMm, bottoms) - rect.topMm,
  };
}

function snapped(at: number, lines: readonly number[]): number {
  const line = nearest(at, lines);
  if (line !== null && Math.abs(line - at) <= snapMm) return line;
  return Math.round(at / roundMm) * roundMm;
}

function nearest(at: number, lines: readonly number[]): number | null {
  return lines.reduce<number | null>(
    (best, line) => (best === null || Math.abs(line - at) < Math.abs(best - at) ? line : best),
    null,
  );
}

/** Rounding of a drag apart, frames that touch. */
const touchMm = 1;

/** 拼接: screens whose frames touch form one surface; each screen is in one group. */
export function joinedGroups<Screen extends ScreenPlace>(screens: readonly Screen[]): Screen[][] {
  const groups: Screen[][] = [];
  for (const screen of screens) {
    const joined = groups.filter((group) => group.some((each) => doTouch(each, screen)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push([...joined.flat(), screen]);
  }
  return groups;
}

function doTouch(a: ScreenPlace, b: ScreenPlace): boolean {
  const frame = frameOf(a);
  const grown = {
    leftMm: frame.leftMm - touchMm,
    topMm: frame.topMm - touchMm,
    widthMm: frame.widthMm + 2 * touchMm,
    heightMm: frame.heightMm + 2 * touchMm,
  };
  return overlap(grown, frameOf(b)) !== null;
}

/** Screens that lie over each other: nobody can hang them so. */
export function overlappingScreens<Screen extends ScreenPlace>(screens: readonly Screen[]) {
  return screens.filter((screen) =>
    screens.some((other) => other !== screen && overlap(screen.rect, other.rect) !== null),
  );
}

/** Where the cells of the screens begin and end, from left to right and from top to bottom. */
export function cellLines(rects: readonly WallRect[], { columns, rows }: Division) {
  const steps = (start: number, length: number, count: number) =>
    Array.from({ length: count + 1 }, (_, step) => start + (length * step) / count);
  const inOrder = (values: number[]) => [...new Set(values)].sort((a, b) => a - b);
  return {
    xs: inOrder(rects.flatMap(({ leftMm, widthMm }) => steps(leftMm, widthMm, columns))),
    ys: inOrder(rects.flatMap(({ topMm, heightMm }) => steps(topMm, heightMm, rows))),
  };
}

/** The cells that a dragged tile comes to cover: at least one each way. */
export function snapTile(
  rect: WallRect,
  screens: readonly WallRect[],
  division: Division,
): WallRect {
  if (screens.length === 0) return rect;
  const { xs, ys } = cellLines(screens, division);
  const [leftMm, rightMm] = cover(rect.leftMm, rect.leftMm + rect.widthMm, xs);
  const [topMm, bottomMm] = cover(rect.topMm, rect.topMm + rect.heightMm, ys);
  return { leftMm, topMm, widthMm: rightMm - leftMm, heightMm: bottomMm - topMm };
}

function cover(from: number, to: number, lines: readonly number[]): [number, number] {
  const starts = lines.slice(0, -1);
  const start = nearest(from, starts) ?? from;
  const ends = lines.filter((line) => line > start + 0.5);
  return [start, nearest(to, ends) ?? to];
}

/** The cell of the screen that holds a point of the wall; where none does, the nearest screen's. */
export function cellAt(
  point: { xMm: number; yMm: number },
  screens: readonly WallRect[],
  { columns, rows }: Division,
): WallRect | null {
  const distance = (rect: WallRect) =>
    Math.hypot(
      Math.max(rect.leftMm - point.xMm, 0, point.xMm - rect.leftMm - rect.widthMm),
      Math.max(rect.topMm - point.yMm, 0, point.yMm - rect.topMm - rect.heightMm),
    );
  const [screen] = screens.toSorted((a, b) => distance(a) - distance(b));
  if (screen === undefined) return null;
  const widthMm = screen.widthMm / columns;
  const heightMm = screen.heightMm / rows;
  const within = (value: number, most: number) => Math.min(most - 1, Math.max(0, value));
  const column = within(Math.floor((point.xMm - screen.leftMm) / widthMm), columns);
  const row = within(Math.floor((point.yMm - screen.topMm) / heightMm), rows);
  return {
    leftMm: screen.leftMm + column * widthMm,
    topMm: screen.topMm + row * heightMm,
    widthMm,
    heightMm,
  };
}

export type ContentFault =
  | { kind: 'two-maps'; screenId: string; tileIds: string[] }
  | { kind: 'off-the-wall'; tileId: string }
  | { kind: 'covered'; tileId: string; byTileId: string };

/** What would be refused or not be seen when a content is called onto these screens. */
export function contentFaults(
  { tiles }: WallContent,
  screens: readonly (ScreenPlace & { id: string })[],
): ContentFault[] {
  const twoMaps = screens.flatMap(({ id, rect }) => {
    const maps = tiles.filter((tile) => tile.kind === 'map' && overlap(tile.rect, rect) !== null);
    const fault = { kind: 'two-maps', screenId: id, tileIds: maps.map((map) => map.id) } as const;
    return maps.length > 1 ? [fault] : [];
  });
  const off = tiles
    .filter((tile) => !screens.some(({ rect }) => overlap(tile.rect, rect) !== null))
    .map((tile) => ({ kind: 'off-the-wall', tileId: tile.id }) as const);
  return [...twoMaps, ...off, ...coveredTiles(tiles)];
}

/** Later tiles lie above earlier ones. */
function coveredTiles(tiles: readonly WallTile[]) {
  return tiles.flatMap((tile, index) => {
    const above = tiles.slice(index + 1).find((later) => contains(later.rect, tile.rect));
    return above ? [{ kind: 'covered', tileId: tile.id, byTileId: above.id } as const] : [];
  });
}

function contains(outer: WallRect, inner: WallRect): boolean {
  const whole = around([outer, inner]);
  return (
    whole !== null &&
    Math.abs(whole.widthMm - outer.widthMm) < touchMm &&
    Math.abs(whole.heightMm - outer.heightMm) < touchMm
  );
}
