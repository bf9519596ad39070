import { areaOf } from '#areas/resolvers.ts';
import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { mayDecideReport, mayWriteReport } from './service.ts';

export const specialReportResolvers: Resolvers = {
  Query: {
    specialReports: (_, asked, context) =>
      context.services.specialReports.list(mapReader(context), asked),
    specialReport: (_, { id }, context) =>
      context.services.specialReports.byId(mapReader(context), id),
    specialReportDraft: (_, asked, context) =>
      context.services.specialReports.draft(mapReader(context), asked),
  },
  Mutation: {
    writeSpecialReport: (_, { input }, context) =>
      context.services.specialReports.write(mapReader(context), input),
    submitSpecialReport: (_, asked, context) =>
      context.services.specialReports.submit(mapReader(context), asked),
    decideSpecialReport: (_, asked, context) =>
      context.services.specialReports.decide(mapReader(context), asked),
    makeSpecialReportFile: (_, asked, context) =>
      context.services.recordPapers.specialReport(signedIn(context), asked),
  },
  SpecialReport: {
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    incidents: (report, _, context) =>
      context.services.specialReports.casesOf(mapReader(context), report),
    mayWrite: (report, _, context) => mayWriteReport(mapReader(context), report),
    mayDecide: (report, _, context) => mayDecideReport(mapReader(context), report),
  },
};
