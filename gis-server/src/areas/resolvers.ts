import { mapReader, signedIn } from '#graphql/context.ts';
import type { RequestContext } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { DomainError } from 'grid-data';
import type { AreaRecord } from './area-record.ts';
import { isGridCellKey } from './service.ts';

/** The area a row lies in. Rows and areas share one scope, so a row that is seen has an area that is seen. */
export async function areaOf(areaCode: string, context: RequestContext): Promise<AreaRecord> {
  // An account over everything stands at no area of the tree but above it.
  if (areaCode === '') return context.services.areas.root(signedIn(context));
  const area = await context.loaders.area.load(areaCode);
  if (area !== null) return area;
  throw new DomainError('not-found', `there is no area ${areaCode} in your scope`, {
    reason: 'unknown-area',
  });
}

/** The unit grid cell of a row; null where it lies in none. */
export function unitCellOf(code: string | null, { loaders }: RequestContext) {
  return code === null ? null : loaders.gridCell.load({ gridSystem: 'unit', code });
}

export const areaResolvers: Resolvers = {
  Query: {
    area(_, { code }, context) {
      const viewer = mapReader(context);
      return code ? context.loaders.area.load(code) : context.services.areas.root(viewer);
    },
    gridCell(_, key, context) {
      mapReader(context);
      return isGridCellKey(key) ? context.loaders.gridCell.load(key) : null;
    },
    gridCellsAt: (_, { position }, context) =>
      context.services.areas.gridCellsAt(mapReader(context), position),
    roadsNear: (_, { position, withinMeters }, context) =>
      context.services.areas.roadsNear(mapReader(context), position, withinMeters),
  },
  Area: {
    parent: ({ parentCode }, _, { loaders }) =>
      parentCode === null || parentCode === '' ? null : loaders.area.load(parentCode),
    children(area, _, context) {
      mapReader(context);
      return context.loaders.areaChildren.load(area.code);
    },
    bbox: ({ bbox }) => [...bbox],
    async outline({ code }, _, { loaders }) {
      const row = code === '' ? null : await loaders.areaOutline.load(code);
      return row?.outline ?? { type: 'MultiPolygon', coordinates: [] };
    },
    async counts({ code }, _, context) {
      mapReader(context);
      return (await context.loaders.areaCounts.load(code))!;
    },
  },
  GridCell: {
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    async outline(cell, _, { loaders }) {
      const row = await loaders.gridCellOutline.load(cell);
      return row!.outline;
    },
    workers: (cell, _, { loaders }) => loaders.gridCellWorkers.load(cell),
  },
};
