import type { CityComponentState } from '#domain/city-component.ts';
import { countyCode } from '../areas/area-rows.ts';
import type { Point } from '../geometry/frame.ts';
import { pointAlong } from '../geometry/polyline.ts';
import { createRandom, type Random } from '../random.ts';
import { roadWidthMeters } from '../roads/road-sketch.ts';
import type { Road } from '../roads/road-network.ts';
import type { CityComponentRow } from '../rows.ts';
import type { City } from './city.ts';
import type { ComponentPlan, ComponentRule } from './component-plan.ts';

export type ComponentMaker = {
  all(): Generator<CityComponentRow>;
  /** Those of one class along one road: the same rows that `all` yields. */
  along(road: Road, ruleIndex: number): Generator<CityComponentRow>;
};

export function componentMaker(
  city: City,
  plan: ComponentPlan,
  names: Map<string, string>,
): ComponentMaker {
  function* along(road: Road, ruleIndex: number): Generator<CityComponentRow> {
    const rule = plan.rules[ruleIndex]!;
    const at = road.number * plan.rules.length + ruleIndex;
    const count = plan.counts[at]!;
    const random = createRandom(city.seed + at * 2_654_435);
    for (let i = 0; i < count; i += 1) {
      const spot = spotFor(rule, road, { i, count }, random);
      const [x, y] = spot.point;
      const state = stateOf(random);
      const [initialDate, changeDate] = datesOf(random);
      const village = city.shapes.villageAt(x, y);
      if (village < 0 || city.land.water.isWater(x, y, 1)) continue;
      const [longitude, latitude] = city.land.frame.toPosition(x, y);
      const serial = String(plan.firstSerials[at]! + i).padStart(6, '0');
      yield {
        code16: `${countyCode}${rule.classCode}${serial}`,
        classCode: rule.classCode,
        name: names.get(rule.classCode)!,
        areaCode: city.areas.villages[village]!.code,
        unitGridCode: city.cells.unitCodeAt(x, y),
        state,
        competentDepartment: rule.competent,
        ownerDepartment: rule.owner,
        maintainDepartment: rule.maintain,
        initialDate,
        changeDate,
        dataSource: '示意',
        address: city.addresses.along(road, spot.meters, spot.side),
        longitude,
        latitude,
      };
    }
  }
  function* all(): Generator<CityComponentRow> {
    for (const road of city.roads.roads) {
      for (let rule = 0; rule < plan.rules.length; rule += 1) yield* along(road, rule);
    }
  }
  return { all, along };
}

type Spot = { point: Point; meters: number; side: -1 | 1 };

/** In even steps along the road, now left, now right; crossing things near its ends. */
function spotFor(
  rule: ComponentRule,
  road: Road,
  { i, count }: { i: number; count: number },
  random: Random,
): Spot {
  const margin = Math.min(9, road.lengthMeters / 4);
  const run = road.lengthMeters - 2 * margin;
  const even = margin + (run * (i + 0.5 + random.between(-0.3, 0.3))) / count;
  const nearEnd = random.between(0.6, 1.6) * margin;
  const end = random.next() < 0.5 ? nearEnd : road.lengthMeters - nearEnd;
  const meters = rule.where === 'crossing' ? end : even;
  const side = (i + road.number) % 2 === 0 ? 1 : -1;
  const half = roadWidthMeters[road.kind] / 2;
  const aside = {
    carriageway: random.between(0.15, 0.75) * half,
    kerb: half - 0.3,
    verge: half + random.between(0.8, 2.2),
    crossing: half + random.between(0.6, 1.6),
  }[rule.where];
  const { point, along } = pointAlong(road.points, meters);
  return {
    meters,
    side,
    point: [point[0] + along[1] * side * aside, point[1] - along[0] * side * aside],
  };
}

function stateOf(random: Random): CityComponentState {
  const draw = random.next();
  if (draw < 0.962) return 'intact';
  if (draw < 0.985) return 'damaged';
  return draw < 0.993 ? 'lost' : 'abandoned';
}

function datesOf(random: Random): [initial: string, change: string] {
  const day = (year: number): string => {
    const month = String(1 + random.below(12)).padStart(2, '0');
    return `${year}-${month}-${String(1 + random.below(28)).padStart(2, '0')}`;
  };
  const year = 2014 + random.below(9);
  return [day(year), day(year + 1 + random.below(2024 - year + 1))];
}
