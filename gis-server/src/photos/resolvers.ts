import type { Resolvers } from '#graphql/generated.ts';

export const photoResolvers: Resolvers = {
  Incident: {
    photos: ({ id }, _, { loaders }) => loaders.photosOfIncident.load(id),
  },
};
