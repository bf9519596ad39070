import { distance } from '../geometry/polyline.ts';
import type { Point } from '../geometry/frame.ts';

export const roadKinds = [
  'expressway',
  'primary',
  'secondary',
  'tertiary',
  'residential',
  'lane',
  'link',
] as const;
export type RoadKind = (typeof roadKinds)[number];

export const roadWidthMeters: Record<RoadKind, number> = {
  expressway: 26,
  primary: 16,
  secondary: 11,
  tertiary: 6,
  residential: 8,
  lane: 4,
  link: 8,
};

export type SketchEdge = {
  a: number;
  b: number;
  kind: RoadKind;
  name: string | null;
  /** Number of the township whose streets it belongs to, -1 in the country. */
  town: number;
};

/** The road network while it is drawn: corners and the straight pieces between them. */
export class RoadSketch {
  readonly points: Point[] = [];
  readonly edges: SketchEdge[] = [];
  readonly #known = new Set<string>();

  addPoint(x: number, y: number): number {
    this.points.push([x, y]);
    return this.points.length - 1;
  }

  addEdge(edge: SketchEdge): void {
    if (edge.a === edge.b) return;
    const key = edge.a < edge.b ? `${edge.a}-${edge.b}` : `${edge.b}-${edge.a}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.edges.push(edge);
  }

  lengthOf(edge: SketchEdge): number {
    return distance(this.points[edge.a]!, this.points[edge.b]!);
  }

  /** Edge numbers at each point. */
  neighbours(): number[][] {
    const at: number[][] = this.points.map(() => []);
    this.edges.forEach((edge, number) => {
      at[edge.a]!.push(number);
      at[edge.b]!.push(number);
    });
    return at;
  }
}
