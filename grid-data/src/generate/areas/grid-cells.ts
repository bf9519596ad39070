import Flatbush from 'flatbush';
import polygonClipping from 'polygon-clipping';
import type { Point } from '../geometry/frame.ts';
import type { Land } from '../land/land.ts';
import { signedArea } from '../geometry/polyline.ts';
import { isInShape, shapeArea, type Shape } from '../geometry/region-shapes.ts';
import type { Block } from '../roads/town-streets.ts';
import type { GridCellRow } from '../rows.ts';
import type { AreaPlan } from './area-plan.ts';
import { toGeometry, type AreaShapes } from './area-shapes.ts';

export type GridCells = {
  rows: GridCellRow[];
  unitCodeAt(x: number, y: number): string | null;
  governanceCodeAt(x: number, y: number): string | null;
};

type Piece = { village: number; shape: Shape; landUse: string };

const smallestPieceM2 = 400;

export function gridCells(
  { land, plan, shapes }: { land: Land; plan: AreaPlan; shapes: AreaShapes },
  blocks: Block[],
): GridCells {
  const inTown = blocks.flatMap((block) => piecesOfBlock(block, shapes));
  const around = remainders(blocks, shapes);
  const units = number(plan, [...inTown, ...around]);
  const governance = number(
    plan,
    [...shapes.governance].map(([cell, shape]) => ({
      village: shapes.villageOfGovernance[cell]!,
      shape,
      landUse: 'mixed',
      cell,
    })),
  );
  const codeOfGovernance = new Map(governance.map(({ piece, code }) => [piece.cell, code]));
  const index = indexOf(units.map(({ piece }) => piece.shape));
  const row = (
    gridSystem: 'unit' | 'governance',
    { piece, code }: Numbered<Piece>,
  ): GridCellRow => ({
    gridSystem,
    code,
    name: `${plan.villages[piece.village]!.name}${gridSystem === 'unit' ? '单元网格' : '网格'}${code.slice(12)}`,
    areaCode: code.slice(0, 12),
    polygon: toGeometry(land, piece.shape),
    areaM2: Math.round(shapeArea(piece.shape)),
    landUse: piece.landUse,
  });
  return {
    rows: [
      ...units.map((one) => row('unit', one)),
      ...governance.map((one) => row('governance', one)),
    ],
    unitCodeAt: (x, y) => {
      const found = index.search(x, y, x, y).filter((i) => isInShape(units[i]!.piece.shape, x, y));
      return found.length === 0 ? null : units[Math.min(...found)]!.code;
    },
    governanceCodeAt: (x, y) => codeOfGovernance.get(shapes.governanceAt(x, y)) ?? null,
  };
}

function leftTurning(ring: Point[]): Point[] {
  const closed = [...ring, ring[0]!];
  return signedArea(closed) > 0 ? closed : closed.reverse();
}

/** A block inside one village is a cell; one across a border is cut along it. */
function piecesOfBlock({ ring }: Block, shapes: AreaShapes): Piece[] {
  const outer = leftTurning(ring);
  const villages = new Set<number>();
  for (let i = 0; i + 1 < outer.length; i += 1) {
    const [a, b] = [outer[i]!, outer[i + 1]!];
    for (const t of [0, 0.25, 0.5, 0.75]) {
      villages.add(shapes.villageAt(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t));
    }
  }
  villages.delete(-1);
  if (villages.size === 1) {
    return [{ village: [...villages][0]!, shape: [{ outer, holes: [] }], landUse: 'built-up' }];
  }
  return [...villages].flatMap((village) =>
    toShapes(
      polygonClipping.intersection(
        asClip([{ outer, holes: [] }]),
        asClip(shapes.villages.get(village)!),
      ),
    ).map((shape) => ({ village, shape, landUse: 'built-up' })),
  );
}

/** Open country: the plots, less the town blocks that lie on them. */
function remainders(blocks: Block[], shapes: AreaShapes): Piece[] {
  const towns = [...Map.groupBy(blocks, (block) => block.town).values()].map((own) => {
    const [first, ...rest] = own.map(({ ring }) =>
      asClip([{ outer: leftTurning(ring), holes: [] }]),
    );
    return polygonClipping.union(first!, ...rest);
  });
  const blockBoxes = indexOf(blocks.map(({ ring }) => [{ outer: ring, holes: [] }]));
  return [...shapes.plots].flatMap(([plot, shape]): Piece[] => {
    const village = shapes.villageOfPlot[plot]!;
    const box = boxOf(shape);
    const touched = new Set(blockBoxes.search(...box).map((i) => blocks[i]!.town));
    if (touched.size === 0) return [{ village, shape, landUse: 'rural' }];
    const cut = polygonClipping.difference(
      asClip(shape),
      ...[...touched].map((town) => towns[town]!),
    );
    return toShapes(cut).map((part) => ({ village, shape: part, landUse: 'rural' }));
  });
}

function asClip(shape: Shape): [number, number][][][] {
  const ring = (points: Point[]): [number, number][] => points.map(([x, y]) => [x, y]);
  return shape.map(({ outer, holes }) => [ring(outer), ...holes.map(ring)]);
}

function toShapes(parts: [number, number][][][]): Shape[] {
  return parts
    .map(([outer, ...holes]): Shape => [{ outer: outer!, holes }])
    .filter((shape) => shapeArea(shape) >= smallestPieceM2);
}

function boxOf(shape: Shape): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { outer } of shape) {
    for (const [x, y] of outer) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return box;
}

function indexOf(shapes: Shape[]): Flatbush {
  const index = new Flatbush(Math.max(1, shapes.length));
  if (shapes.length === 0) index.add(0, 0, -1, -1);
  for (const shape of shapes) index.add(...boxOf(shape));
  index.finish();
  return index;
}

type Numbered<T> = { piece: T; code: string };

/** Sequence inside each village from north to south in bands, west to east within (GB/T 30428.1). */
function number<T extends Piece>(plan: AreaPlan, pieces: T[]): Numbered<T>[] {
  const numbered: Numbered<T>[] = [];
  const bandMeters = 110;
  for (const [village, own] of [...Map.groupBy(pieces, (piece) => piece.village)].sort(
    (a, b) => a[0] - b[0],
  )) {
    const placed = own.map((piece) => {
      const [west, south, east, north] = boxOf(piece.shape);
      return { piece, x: (west + east) / 2, band: Math.floor((south + north) / 2 / bandMeters) };
    });
    placed.sort((a, b) => b.band - a.band || a.x - b.x);
    for (const [i, { piece }] of placed.entries()) {
      numbered.push({ piece, code: plan.villages[village]!.code + String(i + 1).padStart(3, '0') });
    }
  }
  return numbered;
}
