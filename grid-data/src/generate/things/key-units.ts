import type { KeyUnitKind } from '#domain/field/key-unit.ts';
import { maskName } from '#domain/reporter.ts';
import { shortName } from '../roads/country-roads.ts';
import type { Random } from '../random.ts';
import { uuidOf } from '../random.ts';
import type { KeyUnitRow } from '../rows.ts';
import type { Building } from './buildings.ts';
import type { City } from './city.ts';
import { madeUpName } from './people.ts';

/** How often each kind is met in a street, and what such a unit is called by its house. */
const kinds: readonly [kind: KeyUnitKind, share: number, trades: readonly string[]][] = [
  ['shop', 9, ['便利店', '五金店', '服装店', '水果店', '文具店', '摩托车修理店']],
  ['eatery', 6, ['小吃店', '米粉店', '家常菜馆', '早餐店']],
  ['stall', 4, ['烧烤摊', '水果摊', '早点摊']],
  ['illegal-building', 2, ['楼顶加建', '占道雨棚', '临街板房']],
  ['building-site', 1, ['自建房工地', '改造工地']],
  ['crowded-place', 1, ['网吧', '培训学校', '棋牌室']],
  ['factory', 1, ['木材加工厂', '塑料制品厂']],
  ['dangerous-goods', 0.5, ['液化气供应站', '烟花爆竹零售点']],
];

const inTown = 16;
const inVillage = 3;

/** Made-up units at doors of the county, named after their house: no firm is called so. */
export function placeKeyUnits(city: City, buildings: Building[], random: Random): KeyUnitRow[] {
  const doors = buildings.filter(({ door }) => door !== null);
  const byVillage = Map.groupBy(doors, ({ middle: [x, y] }) => city.shapes.villageAt(x, y));
  const rows: KeyUnitRow[] = [];
  for (const [number, village] of city.areas.villages.entries()) {
    const houses = byVillage.get(number) ?? [];
    const wanted = Math.min(houses.length, village.isCommunity ? inTown : inVillage);
    const taken = new Set<string>();
    for (let tries = 0; taken.size < wanted && tries < wanted * 4; tries += 1) {
      const { door, middle } = random.pick(houses);
      const address = city.addresses.along(door!.road, door!.meters, door!.side);
      const [kind, trade] = drawTrade(random);
      const known = door!.road.town >= 0 ? address : address + trade;
      if (taken.has(known)) continue;
      taken.add(known);
      const [longitude, latitude] = city.land.frame.toPosition(middle[0], middle[1]);
      const house = address.replace(/^.*?(街道|镇|乡)/, '') || shortName(village.name);
      rows.push({
        id: uuidOf('key-unit', rows.length, city.seed),
        kind,
        name: `${house}${trade}`,
        address,
        areaCode: village.code,
        longitude,
        latitude,
        personInCharge: maskName(madeUpName(random)),
      });
    }
  }
  return rows;
}

function drawTrade(random: Random): [KeyUnitKind, string] {
  let left = random.next() * kinds.reduce((sum, [, share]) => sum + share, 0);
  for (const [kind, share, trades] of kinds) {
    left -= share;
    if (left < 0) return [kind, random.pick(trades)];
  }
  return ['shop', '便利店'];
}
