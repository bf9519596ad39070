import { mapReader, signedIn } from '#graphql/context.ts';
import type { RequestContext } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import type { CaseSettings, WorkCalendar } from 'grid-data';

type Rules = { calendar: WorkCalendar; settings: CaseSettings; recomputing: boolean };

/** As lists, because the graph has no maps. */
function shown({ calendar, settings, recomputing }: Rules) {
  const stageLimits = Object.entries(settings.stageLimits).map(([state, limit]) => ({
    state,
    ...limit,
  }));
  const days = calendar.days.map((day) => ({ ...day, sessions: day.sessions.map((s) => [...s]) }));
  const sessions = calendar.sessions.map((session) => [...session]);
  return {
    recomputing,
    calendar: { ...calendar, sessions, days },
    settings: { ...settings, stageLimits },
  };
}

const choicesOf = async (classCode: string, context: RequestContext) => {
  const standards = await context.loaders.standardsOfClass.load(classCode);
  return standards.filter(({ retiredAt }) => retiredAt === null);
};

export const caseStandardResolvers: Resolvers = {
  Query: {
    caseStandards: (_, { classCode }, context) =>
      context.services.caseStandards.standards(mapReader(context), classCode ?? null),
    caseRules: async (_, __, context) =>
      shown(await context.services.caseStandards.rules(mapReader(context))),
  },
  Mutation: {
    saveWorkCalendar: async (_, { commandId, calendar }, context) =>
      shown(
        await context.services.caseStandards.saveCalendar(signedIn(context), commandId, calendar),
      ),
    saveCaseSettings: async (_, { commandId, settings }, context) =>
      shown(
        await context.services.caseStandards.saveSettings(signedIn(context), commandId, settings),
      ),
    saveCaseStandard: (_, { input }, context) =>
      context.services.caseStandards.saveStandard(signedIn(context), input),
    retireCaseStandard: (_, asked, context) =>
      context.services.caseStandards.retireStandard(signedIn(context), asked),
    async setClassRetired(_, asked, context) {
      await context.services.caseStandards.setClassRetired(signedIn(context), asked);
      return (await context.loaders.incidentClass.load(asked.code))!; // it was there to be retired
    },
    async setDepartmentClosed(_, asked, context) {
      await context.services.caseStandards.setDepartmentClosed(signedIn(context), asked);
      return (await context.loaders.department.load(asked.code))!; // it was there to be closed
    },
  },
  Incident: {
    standard: async ({ standardId, classCode }, _, context) =>
      standardId === null
        ? null
        : ((await context.loaders.standardsOfClass.load(classCode)).find(
            ({ id }) => id === standardId,
          ) ?? null),
    standardChoices: ({ classCode }, _, context) => choicesOf(classCode, context),
  },
};
