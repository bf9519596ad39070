import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const travelTimeResolvers: Resolvers = {
  Query: {
    travelRing: (_, asked, context) => context.services.travelTimes.ring(mapReader(context), asked),
  },
};
