import { areaOf } from '#areas/resolvers.ts';
import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const drawnLayerResolvers: Resolvers = {
  Query: {
    drawnLayers: (_, { removed }, context) =>
      context.services.drawnLayers.list(mapReader(context), removed),
  },
  Mutation: {
    saveDrawnLayer: (_, { input }, context) =>
      context.services.drawnLayers.save(signedIn(context), input),
    removeDrawnLayer: (_, ask, context) =>
      context.services.drawnLayers.remove(signedIn(context), ask),
    restoreDrawnLayer: (_, { commandId, id }, context) =>
      context.services.drawnLayers.restore(signedIn(context), commandId, id),
    exportRows: (_, { input }, context) =>
      context.services.rowExports.export(signedIn(context), input),
  },
  DrawnLayer: {
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    mine: ({ ownerId }, _, context) => ownerId === signedIn(context).userId,
  },
};
