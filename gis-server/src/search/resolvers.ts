import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const searchResolvers: Resolvers = {
  Query: {
    search: (_, question, context) => context.services.search.find(mapReader(context), question),
  },
};
