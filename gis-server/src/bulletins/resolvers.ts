import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const bulletinResolvers: Resolvers = {
  Query: {
    myBulletins: (_, __, context) => context.services.bulletins.mine(mapReader(context)),
    bulletins: (_, asked, context) =>
      context.services.bulletins.list(mapReader(context), {
        kind: asked.kind ?? null,
        first: asked.first,
      }),
    bulletin: (_, { id }, context) => context.services.bulletins.byId(mapReader(context), id),
  },
  Mutation: {
    issueBulletin: (_, { input }, context) =>
      context.services.bulletins.issue(mapReader(context), input),
    endBulletin: (_, asked, context) => context.services.bulletins.end(mapReader(context), asked),
    readBulletin: (_, asked, context) =>
      context.services.bulletins.markRead(mapReader(context), asked),
    answerBulletin: (_, { input }, context) =>
      context.services.bulletins.answer(mapReader(context), input),
  },
  Bulletin: {
    photos: ({ id }, _, { loaders }) => loaders.fieldPhotos.load(id),
    myAnswers: ({ id }, _, { loaders }) => loaders.myBulletinAnswers.load(id),
    answers: async ({ id }, _, context) =>
      (await context.services.bulletins.answers(mapReader(context), [id], 'all')).toReversed(),
    recipients: (bulletin, _, context) =>
      context.services.bulletins.recipients(mapReader(context), bulletin),
    counts: async ({ id }, _, { loaders }) =>
      (await loaders.bulletinCounts.load(id)) ?? { addressed: 0, read: 0, answered: 0 },
  },
  BulletinAnswer: {
    position: ({ longitude, latitude }) =>
      longitude === null || latitude === null ? null : { longitude, latitude },
    photos: ({ id }, _, { loaders }) => loaders.fieldPhotos.load(id),
  },
};
