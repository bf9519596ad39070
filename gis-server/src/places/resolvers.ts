import { areaOf } from '#areas/resolvers.ts';
import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const placeResolvers: Resolvers = {
  Query: {
    place: (_, { id }, context) => context.services.places.byId(mapReader(context), id),
    places: (_, question, context) => context.services.places.page(mapReader(context), question),
  },
  Place: {
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
  },
};
