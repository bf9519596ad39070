import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const reportResolvers: Resolvers = {
  Query: {
    reportSchedule: (_, __, context) => context.services.reportSchedule.read(mapReader(context)),
  },
  Mutation: {
    saveReportSchedule: (_, { commandId, schedule }, context) =>
      context.services.reportSchedule.save(signedIn(context), commandId, schedule),
  },
};
