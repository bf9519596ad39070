import { pointAlong } from '../geometry/polyline.ts';
import { field, readSeedCsv } from '../seed-files.ts';
import { urbanityOf } from './buildings.ts';
import type { City } from './city.ts';

export type ComponentRule = {
  classCode: string;
  townSpacing: number;
  countrySpacing: number;
  where: 'carriageway' | 'kerb' | 'verge' | 'crossing';
  competent: string;
  owner: string;
  maintain: string;
};

export function componentRules(): ComponentRule[] {
  return readSeedCsv('component-rules.csv').map((row) => ({
    classCode: field(row, 'class'),
    townSpacing: Number(field(row, 'town_spacing_m')),
    countrySpacing: Number(field(row, 'country_spacing_m')),
    where: field(row, 'where') as ComponentRule['where'],
    competent: field(row, 'competent'),
    owner: field(row, 'owner'),
    maintain: field(row, 'maintain'),
  }));
}

/** How many components of each class stand along each road, and the serial number the first of them takes. */
export type ComponentPlan = {
  rules: ComponentRule[];
  /** Index: road number × rules + rule. */
  counts: Uint16Array;
  firstSerials: Uint32Array;
};

/** Some places asked for turn out to lie on a bridge or outside: the plan asks for a little more. */
const allowance = 1.03;

/** Shares out about `wanted` components by each class's spacing, denser towards the middle of the towns. */
export function planComponents(city: City, wanted: number): ComponentPlan {
  const rules = componentRules();
  const roads = city.roads.roads;
  const expected = new Float32Array(roads.length * rules.length);
  let total = 0;
  for (const road of roads) {
    const density = densityAt(city, road);
    for (const [i, rule] of rules.entries()) {
      const spacing = road.town >= 0 ? rule.townSpacing : rule.countrySpacing;
      const count = spacing === 0 ? 0 : (road.lengthMeters / spacing) * density;
      expected[road.number * rules.length + i] = count;
      total += count;
    }
  }
  const factor = (wanted * allowance) / total;
  const counts = new Uint16Array(expected.length);
  const firstSerials = new Uint32Array(expected.length);
  for (let i = 0; i < rules.length; i += 1) {
    // What rounding leaves over is carried to the next road, so that rare classes are not lost.
    let carried = ((i * 0.618) % 1) * 0.9;
    let serial = 1;
    for (let at = i; at < expected.length; at += rules.length) {
      carried += expected[at]! * factor;
      const count = Math.floor(carried);
      carried -= count;
      counts[at] = count;
      firstSerials[at] = serial;
      serial += count;
    }
  }
  return { rules, counts, firstSerials };
}

type AnyRoad = City['roads']['roads'][number];

function densityAt(city: City, road: AnyRoad): number {
  if (road.kind === 'expressway' || road.kind === 'link') return 0.25;
  if (road.town < 0) return road.kind === 'lane' ? 0.7 : 1;
  const { point } = pointAlong(road.points, road.lengthMeters / 2);
  const main = road.kind === 'residential' ? 0.8 : 1.5;
  return main * (0.3 + 1.6 * urbanityOf(city, road.town, point) ** 1.4);
}
