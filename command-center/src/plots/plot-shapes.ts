/** How a plot is drawn: arrows are worked out from the line that was drawn, on the flattened ground around it. */
import type { LonLat } from 'grid-data';
import type { PlotLineFragment } from '#gis/generated/graphql.ts';
import type { MapShape } from '#map/engine.ts';
import type { Symbol } from '#map/layer.ts';

/** Tokens of the theme by the plot's colour. */
const tokens: Record<string, string> = {
  red: 'state-alarm',
  orange: 'state-high',
  blue: 'state-low',
  green: 'state-good',
};

export function shapeOfPlot(plot: PlotLineFragment): Omit<MapShape, 'id'> {
  const color = tokens[plot.color] ?? 'accent';
  const attributes = { label: plot.label ?? '' };
  return { geometry: geometryOfPlot(plot), symbols: symbolsOf(plot, color), attributes };
}

function geometryOfPlot({ kind, shape }: PlotLineFragment): GeoJSON.Geometry {
  if (shape.type !== 'LineString' || kind === 'line') return shape;
  const line = shape.coordinates.map(([x, y]) => [x!, y!] as const);
  return kind === 'arrow' ? straightArrow(line) : attackArrow(line);
}

function symbolsOf({ kind, symbol, label }: PlotLineFragment, color: string): Symbol[] {
  const below = kind === 'symbol';
  const words: Symbol[] = label
    ? [{ kind: 'label', attribute: 'label', color, sizePx: 13, below }]
    : [];
  switch (kind) {
    case 'symbol':
      return [
        { kind: 'icon', icon: `plot-${symbol}`, shape: 'square', color, sizePx: 26 },
        ...words,
      ];
    case 'text':
      return words;
    case 'line':
    case 'arrow':
      return [{ kind: 'line', color, opacity: 1, widthPx: 3 }, ...words];
    default:
      return [
        { kind: 'fill', color, opacity: 0.25 },
        { kind: 'line', color, opacity: 1, widthPx: 2 },
        ...words,
      ];
  }
}

type Flat = readonly [x: number, y: number];

/** A plane in which a degree counts the same to both sides, around where the line ends. */
function planeAt([, latitude]: LonLat) {
  const squeeze = Math.cos((latitude * Math.PI) / 180);
  return {
    flat: ([x, y]: LonLat): Flat => [x * squeeze, y],
    back: ([x, y]: Flat): GeoJSON.Position => [x / squeeze, y],
  };
}

/** The line, and at its end two strokes back from the tip. */
export function straightArrow(line: readonly LonLat[]): GeoJSON.MultiLineString {
  const { flat, back } = planeAt(line.at(-1)!);
  const [from, tip] = [flat(line.at(-2)!), flat(line.at(-1)!)];
  const size = Math.min(distance(from, tip), lengthOf(line.map(flat)) * 0.18);
  const heading = Math.atan2(tip[1] - from[1], tip[0] - from[0]);
  const barb = (turn: number): Flat => [
    tip[0] + Math.cos(heading + turn) * size,
    tip[1] + Math.sin(heading + turn) * size,
  ];
  const barbs = [barb(Math.PI * 0.85), tip, barb(-Math.PI * 0.85)].map(back);
  return {
    type: 'MultiLineString',
    coordinates: [line.map((place) => [...place]), barbs],
  };
}

/** Broad at its tail and narrowing to a head, along the line: 进攻箭头. */
export function attackArrow(line: readonly LonLat[]): GeoJSON.Polygon {
  const { flat, back } = planeAt(line.at(-1)!);
  const path = line.map(flat);
  const length = lengthOf(path);
  const headLength = Math.min(length * 0.25, distance(path.at(-2)!, path.at(-1)!) * 0.9);
  const tip = path.at(-1)!;
  const before = path.at(-2)!;
  const reach = distance(before, tip);
  const neck: Flat = [
    tip[0] + ((before[0] - tip[0]) * headLength) / reach,
    tip[1] + ((before[1] - tip[1]) * headLength) / reach,
  ];
  const spine = [...path.slice(0, -1), neck];
  const left: Flat[] = [];
  const right: Flat[] = [];
  spine.forEach((at, i) => {
    const [dx, dy] = directionAt([...spine, tip], i);
    const half = length * (0.1 - (0.06 * i) / (spine.length - 1));
    left.push([at[0] - dy * half, at[1] + dx * half]);
    right.push([at[0] + dy * half, at[1] - dx * half]);
  });
  const [dx, dy] = directionAt([neck, tip], 0);
  const barb = length * 0.09;
  const ring = [
    ...left,
    [neck[0] - dy * barb, neck[1] + dx * barb] as const,
    tip,
    [neck[0] + dy * barb, neck[1] - dx * barb] as const,
    ...right.toReversed(),
    left[0]!,
  ];
  return { type: 'Polygon', coordinates: [ring.map(back)] };
}

function directionAt(path: readonly Flat[], i: number): Flat {
  const from = path[Math.max(0, i - 1)]!;
  const to = path[Math.min(path.length - 1, i + 1)]!;
  const length = distance(from, to) || 1;
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}

const distance = (a: Flat, b: Flat): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

function lengthOf(path: readonly Flat[]): number {
  return path.slice(1).reduce((sum, to, i) => sum + distance(path[i]!, to), 0);
}
