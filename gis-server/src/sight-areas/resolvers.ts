import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const sightAreaResolvers: Resolvers = {
  Query: {
    sightArea: (_, asked, context) => context.services.sightAreas.around(mapReader(context), asked),
  },
};
