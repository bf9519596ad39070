import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const shiftNoteResolvers: Resolvers = {
  Query: {
    shiftNotes: (_, __, context) => context.services.shiftNotes.list(mapReader(context)),
  },
  Mutation: {
    writeShiftNote: (_, asked, context) =>
      context.services.shiftNotes.write(mapReader(context), asked),
    takeShiftNote: (_, asked, context) =>
      context.services.shiftNotes.take(mapReader(context), asked),
  },
  ShiftNote: {
    incidents: (note, _, context) => context.services.shiftNotes.casesOf(mapReader(context), note),
    takeable: ({ takenAt, writtenById }, _, context) =>
      takenAt === null && writtenById !== mapReader(context).userId,
  },
};
