/** City components of the demo where they stand: trees, lamps, bins, signs, covers; and the woods of the base map. */
import type { CityLayout } from '#generate/city-layout.ts';
import type { CityComponentRow } from '#generate/rows.ts';
import type { Painter } from '../drawing/painter.ts';
import { boxShadow, box, post } from '../drawing/solids.ts';
import type { Color, Vec2 } from '../drawing/vectors.ts';
import { scaled, seededRandom } from '../drawing/vectors.ts';
import { tree } from '../props/plants.ts';
import { bench, bin, lampPost } from '../props/street-furniture.ts';
import { noise } from './ground-cover.ts';

export type Thing = { classCode: string; x: number; y: number; away: number; seed: number };

const leaf: Color = [84, 122, 62];
const steel: Color = [120, 126, 132];

/** Closer to the lens than this a thing is nothing but a blot, and a tree hides all: who hung the camera cut it back. */
const clearMeters = 3.5;
const clearOfTreesMeters = 13;

export function thingsNear(
  layout: CityLayout,
  components: Iterable<CityComponentRow>,
  [x0, y0]: Vec2,
  reachMeters: number,
): Thing[] {
  const { frame } = layout.city.land;
  const near: Thing[] = [];
  let seed = 0;
  for (const { classCode, longitude, latitude } of components) {
    seed += 1;
    const [x, y] = frame.toPoint([longitude, latitude]);
    const away = Math.hypot(x - x0, y - y0);
    const clear = classCode === '0402' || classCode === '0401' ? clearOfTreesMeters : clearMeters;
    if (away > clear && away < reachMeters && drawers[classCode]) {
      near.push({ classCode, x, y, away, seed });
    }
  }
  return near;
}

type Draw = (painter: Painter, thing: Thing, towardsRoad: number) => void;

const drawers: Readonly<Record<string, Draw>> = {
  '0402': (painter, { x, y, seed }) =>
    tree(painter, { at: [x, y], height: 5 + (seed % 10) / 5, leaf: leafOf(seed), seed }),
  '0401': (painter, { x, y, seed }) =>
    tree(painter, { at: [x, y], height: 11, leaf: leafOf(seed), seed }),
  '0118': (painter, { x, y }, towards) => lampPost(painter, { x, y, headingDeg: towards - 90 }),
  '0117': (painter, { x, y }) => post(painter, [x, y, 0], [0.2, 7.5], [146, 146, 142]),
  '0305': (painter, { x, y }) => {
    bin(painter, [x, y], [58, 112, 72]);
    bin(painter, [x + 0.7, y], [60, 92, 150]);
  },
  '0407': (painter, { x, y }, towards) => bench(painter, { x, y, headingDeg: towards + 180 }),
  '0209': (painter, thing, towards) => sign(painter, thing, towards, [36, 88, 170]),
  '0213': (painter, thing, towards) => sign(painter, thing, towards, [30, 110, 92]),
  '0113': (painter, { x, y }) => post(painter, [x, y, 0], [0.3, 0.8], [188, 44, 38]),
  '0115': (painter, { x, y }, towards) => cabinet(painter, { x, y, towards }, [176, 180, 178]),
  '0134': (painter, { x, y }, towards) => cabinet(painter, { x, y, towards }, [92, 120, 104]),
  '0101': (painter, { x, y }) => cover(painter, [x, y]),
  '0102': (painter, { x, y }) => cover(painter, [x, y]),
  '0103': (painter, { x, y }) => cover(painter, [x, y]),
  '0107': (painter, { x, y }) => cover(painter, [x, y]),
};

export function drawThing(painter: Painter, thing: Thing, towardsRoad: number): void {
  painter.standAt(thing.x, thing.y);
  drawers[thing.classCode]!(painter, thing, towardsRoad);
  painter.base = 0;
}

function leafOf(seed: number): Color {
  return scaled(leaf, 0.88 + (seed % 7) * 0.04);
}

function sign(painter: Painter, { x, y }: Thing, towards: number, color: Color): void {
  post(painter, [x, y, 0], [0.1, 2.9], steel);
  const spot = { x, y, headingDeg: towards + 90 };
  box(painter, spot, { width: 0.9, length: 0.06, bottom: 2.2, top: 2.9 }, color);
}

function cabinet(
  painter: Painter,
  { x, y, towards }: { x: number; y: number; towards: number },
  color: Color,
): void {
  const shape = { width: 1.1, length: 0.5, bottom: 0, top: 1.35 };
  boxShadow(painter, { x, y, headingDeg: towards }, shape);
  box(painter, { x, y, headingDeg: towards }, shape, color);
}

function cover(painter: Painter, [x, y]: Vec2): void {
  const outline = Array.from({ length: 12 }, (_, step): Vec2 => {
    const angle = (step / 12) * 2 * Math.PI;
    return [x + Math.cos(angle) * 0.38, y + Math.sin(angle) * 0.38];
  });
  painter.patch(outline, [74, 74, 76], 0.85);
}

/** Trees of a wood, one to a square of the ground, those far off as a few balls. */
export function drawWood(painter: Painter, [x, y]: Vec2, away: number): void {
  painter.standAt(x, y);
  const seed = Math.floor(noise(x * 3.1, y * 3.7) * 1e6);
  const random = seededRandom(seed);
  const height = 6 + random() * 6;
  const green = scaled([70, 100, 54], 0.8 + random() * 0.4);
  if (away < 140) tree(painter, { at: [x, y], height, leaf: green, seed });
  else {
    for (let ball = 0; ball < 4; ball += 1) {
      const lift = height * (0.45 + 0.16 * ball);
      const shade = scaled(green, 0.75 + 0.16 * ball);
      painter.ball(
        [x + (random() - 0.5) * 3, y + (random() - 0.5) * 3, lift],
        height * (0.3 - ball * 0.03),
        shade,
      );
    }
  }
  painter.base = 0;
}
