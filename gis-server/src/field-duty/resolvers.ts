import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const fieldDutyResolvers: Resolvers = {
  Query: {
    myFieldDuty: (_, __, context) => context.services.fieldDuty.dutyOf(mapReader(context)),
  },
  Mutation: {
    startFieldDuty: (_, asked, context) =>
      context.services.fieldDuty.start(signedIn(context), asked),
    endFieldDuty: (_, { commandId }, context) =>
      context.services.fieldDuty.end(signedIn(context), commandId),
    reportFieldPositions: (_, { positions }, context) =>
      context.services.fieldDuty.report(
        signedIn(context),
        positions.map(({ headingDeg, speedMps, ...rest }) => ({
          ...rest,
          headingDeg: headingDeg ?? null,
          speedMps: speedMps ?? null,
        })),
      ),
  },
};
