import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const fieldLeaveResolvers: Resolvers = {
  Query: {
    myLeaves: (_, __, context) => context.services.fieldLeaves.mine(mapReader(context)),
    mySubstitutes: (_, __, context) => context.services.fieldLeaves.substitutes(mapReader(context)),
    myCharges: (_, __, context) => context.services.fieldLeaves.charges(mapReader(context)),
    fieldLeaves: (_, __, context) => context.services.fieldLeaves.list(mapReader(context)),
  },
  Mutation: {
    askLeave: (_, asked, context) => context.services.fieldLeaves.ask(mapReader(context), asked),
    withdrawLeave: (_, asked, context) =>
      context.services.fieldLeaves.withdraw(mapReader(context), asked),
    decideLeave: (_, asked, context) =>
      context.services.fieldLeaves.decide(mapReader(context), asked),
  },
  FieldLeave: {
    standsIn: ({ substituteId }, _, context) => substituteId === mapReader(context).userId,
    // Why somebody is away is the worker's and the center's alone.
    reason: ({ userId, reason }, _, context) => {
      const viewer = mapReader(context);
      return userId === viewer.userId || viewer.permissions.has('bulletin.issue') ? reason : null;
    },
  },
};
