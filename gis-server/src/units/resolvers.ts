import { requirePermission } from '#access/viewer.ts';
import { areaOf } from '#areas/resolvers.ts';
import type { RequestContext } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

const unitReader = ({ viewer }: RequestContext) => requirePermission(viewer, 'unit.read');

export const unitResolvers: Resolvers = {
  Query: {
    unit: (_, { id }, context) => context.services.units.byId(unitReader(context), id),
    units: (_, question, context) => context.services.units.within(unitReader(context), question),
  },
  Unit: {
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    async beat({ id }, _, { loaders }) {
      const row = await loaders.unitBeat.load(id);
      return row?.beat ?? null;
    },
  },
};
