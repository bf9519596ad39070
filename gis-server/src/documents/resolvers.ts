import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { DomainError } from 'grid-data';

export const documentResolvers: Resolvers = {
  Query: {
    documents: (_, { areaCode, incidentId, first }, context) =>
      context.services.documents.list(mapReader(context), {
        areaCode,
        incidentId: incidentId ?? null,
        first,
      }),
  },
  Mutation: {
    makeCaseFile: (_, asked, context) =>
      context.services.documents.makeCaseFile(signedIn(context), asked),
    makeEvaluationDocument: (_, { input }, context) =>
      context.services.documents.makeEvaluation(signedIn(context), input),
  },
  Document: {
    area: async ({ areaCode }, _, { loaders }) => {
      const area = await loaders.area.load(areaCode);
      if (area !== null) return area;
      throw new DomainError('not-found', 'the area is not in your scope', {
        reason: 'unknown-area',
      });
    },
  },
};
