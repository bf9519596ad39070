import { areaOf } from '#areas/resolvers.ts';
import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const dutyLogResolvers: Resolvers = {
  Query: {
    dutyShifts: (_, { first, before }, context) =>
      context.services.dutyLog.list(mapReader(context), { first, before: before ?? null }),
    dutyShift: (_, { id }, context) => context.services.dutyLog.byId(mapReader(context), id),
  },
  Mutation: {
    enterInDutyLog: (_, asked, context) =>
      context.services.dutyLog.enter(mapReader(context), asked),
    strikeDutyLogLine: (_, asked, context) =>
      context.services.dutyLog.strike(mapReader(context), asked),
    handOverShift: (_, asked, context) =>
      context.services.dutyLog.handOver(mapReader(context), asked),
    takeOverShift: (_, asked, context) =>
      context.services.dutyLog.takeOver(mapReader(context), asked),
    makeDutyLog: (_, asked, context) =>
      context.services.recordPapers.dutyLog(signedIn(context), asked),
  },
  DutyShift: {
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    duties: (shift, _, context) => context.services.dutyLog.dutiesOf(mapReader(context), shift),
    async lines(shift, _, context) {
      const { lines } = await context.services.dutyLog.linesShown(mapReader(context), shift);
      return lines.map((line) => ({ ...line, isOpen: shift.handedOverAt === null }));
    },
    linesLeftOut: async (shift, _, context) =>
      (await context.services.dutyLog.linesShown(mapReader(context), shift)).leftOut,
    mayEnter: ({ handedOverAt }, _, context) =>
      handedOverAt === null && mapReader(context).permissions.has('duty.sign-in'),
    mayHandOver: async ({ handedOverAt }, _, context) =>
      handedOverAt === null && context.services.dutyLog.isOnDuty(mapReader(context)),
    mayTakeOver: ({ handedOverAt, handedOverById, takenOverAt }, _, context) => {
      const { userId, permissions } = mapReader(context);
      const waits = handedOverAt !== null && takenOverAt === null && handedOverById !== userId;
      return waits && permissions.has('duty.sign-in');
    },
  },
  DutyLogLine: {
    caseName: ({ facts }) => facts.caseName ?? null,
    grade: ({ facts }) => facts.grade ?? null,
    post: ({ facts }) => facts.post ?? null,
    mayStrike: ({ kind, byId, struckAt, isOpen }, _, context) =>
      isOpen && kind === 'entry' && struckAt === null && byId === mapReader(context).userId,
  },
};
