import { areaOf } from '#areas/resolvers.ts';
import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const coverageResolvers: Resolvers = {
  Query: {
    coverage: (_, { areaCode }, context) =>
      context.services.coverage.of(mapReader(context), areaCode),
    siteSuggestions: (_, { areaCode, ...wish }, context) =>
      context.services.coverage.suggest(mapReader(context), areaCode, wish),
  },
  Coverage: { area: ({ areaCode }, _, context) => areaOf(areaCode, context) },
  AreaCoverage: { area: ({ areaCode }, _, context) => areaOf(areaCode, context) },
};
