import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const casePlaceResolvers: Resolvers = {
  Query: {
    casePlaces: (_, asked, context) =>
      context.services.casePlaces.places(mapReader(context), asked),
    casesAtPlace: (_, asked, context) =>
      context.services.casePlaces.cases(mapReader(context), asked),
  },
  CasePlace: {
    position: ({ longitude, latitude }) => ({ longitude, latitude }),
    class: ({ classCode }, _, { loaders }) =>
      classCode === null ? null : loaders.incidentClass.load(classCode),
  },
};
