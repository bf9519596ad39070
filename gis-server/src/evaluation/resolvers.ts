import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { DomainError } from 'grid-data';

export const evaluationResolvers: Resolvers = {
  Query: {
    evaluation: (_, asked, context) =>
      context.services.evaluation.figures(mapReader(context), asked),
    evaluationGroups: (_, asked, context) =>
      context.services.evaluation.groups(mapReader(context), asked),
    evaluationRows: (_, asked, context) =>
      context.services.evaluation.rows(mapReader(context), asked),
    evaluatedComponents: (_, asked, context) =>
      context.services.equipmentRows.components(mapReader(context), asked),
    evaluatedCameras: (_, asked, context) =>
      context.services.equipmentRows.cameras(mapReader(context), asked),
    scorecard: (_, asked, context) =>
      context.services.scorecards.scorecard(mapReader(context), asked),
    keptEvaluations: (_, asked, context) =>
      context.services.keptEvaluations.list(mapReader(context), asked),
  },
  Mutation: {
    keepEvaluation: (_, asked, context) =>
      context.services.keptEvaluations.keep(signedIn(context), asked),
  },
  KeptEvaluation: {
    area: async ({ areaCode }, _, { loaders }) => {
      const area = await loaders.area.load(areaCode);
      if (area !== null) return area;
      throw new DomainError('not-found', 'the area is not in your scope', {
        reason: 'unknown-area',
      });
    },
    figures: ({ result }) => result.figures,
    groups: (kept, { by }, { services }) => services.keptEvaluations.groupsOf(kept, by),
  },
};
