import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const escalationResolvers: Resolvers = {
  Query: {
    openEscalations: (_, __, context) => context.services.escalations.open(mapReader(context)),
  },
};
