/** How wide each camera window may be so that all of them fit the height that is left. */
export type Fit = { columns: 1 | 2; widthPx: number };

type Room = {
  count: number;
  heightPx: number;
  /** Of one column. */
  widestPx: number;
  narrowestPx: number;
  /** Title and foot of a window: what its height has besides the 16:9 picture. */
  chromePx: number;
  gapPx: number;
};

export function fitWindows(room: Room): Fit {
  const { count, widestPx, narrowestPx } = room;
  const within = (widthPx: number, most: number): number =>
    Math.max(narrowestPx, Math.min(most, widthPx));
  const one = widthFor(room, count);
  if (one >= narrowestPx || count < 2) return { columns: 1, widthPx: within(one, widestPx) };
  const two = widthFor(room, Math.ceil(count / 2));
  return { columns: 2, widthPx: within(two, widestPx * besideEachOther) };
}

/** Two columns leave the map more of itself if each is narrower. */
const besideEachOther = 0.72;

function widthFor({ heightPx, chromePx, gapPx }: Room, rows: number): number {
  if (rows === 0) return Infinity;
  const each = (heightPx - gapPx * (rows - 1)) / rows;
  return Math.floor(((each - chromePx) * 16) / 9);
}
