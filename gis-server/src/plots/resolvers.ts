import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const plotResolvers: Resolvers = {
  Query: {
    plots: (_, { incidentId, removed }, context) =>
      context.services.plots.of(mapReader(context), incidentId, removed),
  },
  Mutation: {
    savePlot: (_, { input }, context) => context.services.plots.save(signedIn(context), input),
    removePlot: (_, { commandId, id }, context) =>
      context.services.plots.remove(signedIn(context), commandId, id),
    restorePlot: (_, { commandId, id }, context) =>
      context.services.plots.restore(signedIn(context), commandId, id),
  },
};
