import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const replayResolvers: Resolvers = {
  Query: {
    replay: (_, stretch, context) => context.services.replay.stretch(mapReader(context), stretch),
    reportBins: (_, stretch, context) =>
      context.services.replay.reportBins(mapReader(context), stretch),
    changesSince: (_, { areaCode, since }, context) =>
      context.services.replay.changesSince(mapReader(context), areaCode, since),
  },
};
