import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const deskFilterResolvers: Resolvers = {
  Query: {
    deskFilters: (_, __, context) => context.services.deskFilters.list(mapReader(context)),
  },
  Mutation: {
    keepDeskFilter: (_, asked, context) =>
      context.services.deskFilters.keep(mapReader(context), asked),
    dropDeskFilter: (_, asked, context) =>
      context.services.deskFilters.drop(mapReader(context), asked),
  },
};
