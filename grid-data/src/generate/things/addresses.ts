import type { AreaPlan } from '../areas/area-plan.ts';
import { distance, lengthOf } from '../geometry/polyline.ts';
import { shortName } from '../roads/country-roads.ts';
import type { Road, RoadNetwork } from '../roads/road-network.ts';

export type Addresses = {
  /** 蓝田街道交通路128号 in town, 白马镇石桥村石桥公路 in the country. */
  along(road: Road, meters: number, side: -1 | 1): string;
  /** 蓝田街道交通路与光文街交叉口. */
  crossing(roads: Road[]): string;
};

const metersPerNumber = 9;

/** House numbers run along each named street from its first piece, odd on the left, even on the right. */
export function createAddresses(
  network: RoadNetwork,
  areas: AreaPlan,
  villageAt: VillageAt,
): Addresses {
  const startOf = streetStarts(network);
  const townshipName = (road: Road, meters: number): string => {
    const [x, y] =
      road.points[
        Math.min(
          road.points.length - 1,
          meters > road.lengthMeters / 2 ? road.points.length - 1 : 0,
        )
      ]!;
    const village = areas.villages[villageAt(x, y)];
    if (!village) return '';
    const township = areas.townships[village.township]!.name;
    return road.town >= 0
      ? township
      : `${township}${shortName(village.name)}${village.isCommunity ? '社区' : '村'}`;
  };
  return {
    along(road, meters, side) {
      const place = `${townshipName(road, meters)}${road.name ?? ''}`;
      if (road.town < 0) return place;
      const count = Math.floor(((startOf.get(road.number) ?? 0) + meters) / metersPerNumber);
      return `${place}${2 * count + (side < 0 ? 1 : 2)}号`;
    },
    crossing(roads) {
      const names = [...new Set(roads.map((road) => road.name).filter((name) => name !== null))];
      const place = townshipName(roads[0]!, 0);
      return names.length > 1
        ? `${place}${names[0]}与${names[1]}交叉口`
        : `${place}${names[0] ?? ''}路口`;
    },
  };
}

type VillageAt = (x: number, y: number) => number;

/** Metres along its street at which each town road begins: walks every street from one end. */
function streetStarts({ roads }: RoadNetwork): Map<number, number> {
  const starts = new Map<number, number>();
  const streets = Map.groupBy(
    roads.filter((road) => road.town >= 0),
    (road) => `${road.town}/${road.name}`,
  );
  for (const street of streets.values()) {
    const first = street[0]!.points[0]!;
    const far = street.reduce((best, road) =>
      distance(road.points[0]!, first) > distance(best.points[0]!, first) ? road : best,
    ).points[0]!;
    const ordered = [...street].sort(
      (a, b) => distance(a.points[0]!, far) - distance(b.points[0]!, far),
    );
    let meters = 0;
    for (const road of ordered) {
      starts.set(road.number, meters);
      meters += lengthOf(road.points);
    }
  }
  return starts;
}
