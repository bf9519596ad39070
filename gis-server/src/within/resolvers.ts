import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { isGridCellKey } from '#areas/service.ts';
import { isOpenState } from 'grid-data';

export const withinResolvers: Resolvers = {
  Query: {
    groundCounts: (_, { within }, context) =>
      context.services.within.counts(mapReader(context), within),
  },
  IncidentClassCount: {
    // The class is a foreign key of the row: it is there.
    class: async ({ classCode }, _, { loaders }) => (await loaders.incidentClass.load(classCode))!,
    open: ({ state }) => isOpenState(state),
  },
  PopulationCell: {
    cell({ gridSystem, gridCode }, _, { loaders }) {
      const key = { gridSystem, code: gridCode };
      return isGridCellKey(key) ? loaders.gridCell.load(key) : null;
    },
  },
};
