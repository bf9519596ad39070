import { mapReader, signedIn } from '#graphql/context.ts';
import type { PhotoRecord } from '#photos/photo-record.ts';
import { moveFrom, photoSideOf, type CaseMoveName } from 'grid-data';
import type { Resolvers } from '#graphql/generated.ts';

export const caseResolvers: Resolvers = {
  Query: {
    worklists: (_, { areaCode, filter }, context) =>
      context.services.cases.worklists(mapReader(context), areaCode, filter),
    worklist: (_, asked, context) => context.services.cases.worklist(mapReader(context), asked),
    departments: (_, __, context) => context.services.cases.departments(mapReader(context)),
    async duplicateRule(_, __, context) {
      mapReader(context);
      const { settings } = await context.loaders.caseRules();
      return { meters: settings.duplicateMeters, hours: settings.duplicateHours };
    },
    duplicatesAt: async (_, report, context) =>
      context.services.cases.duplicatesAt(
        mapReader(context),
        report,
        await context.loaders.caseRules(),
      ),
  },
  Mutation: {
    moveIncident: (_, { input }, context) =>
      context.services.caseCommands.move(mapReader(context), input),
    moveIncidents: (_, { input }, context) =>
      context.services.caseCommands.moveMany(mapReader(context), input),
    undoMoveIncidents: (_, asked, context) =>
      context.services.caseCommands.undo(mapReader(context), asked),
    forceIncident: (_, input, context) =>
      context.services.caseCommands.force(signedIn(context), input),
  },
  Incident: {
    department: ({ departmentCode }, _, { loaders }) =>
      departmentCode === null ? null : loaders.department.load(departmentCode),
    async dispatchAdvice(incident, _, context) {
      const advice = await context.services.cases.dispatchAdvice(mapReader(context), incident);
      const department = advice && (await context.loaders.department.load(advice.code));
      return advice && department ? { ...advice, department } : null;
    },
    suspectedDuplicates: async (incident, _, context) =>
      context.services.cases.duplicates(
        mapReader(context),
        incident,
        await context.loaders.caseRules(),
      ),
    async permittedMoves(incident, _, context) {
      const rules = await context.loaders.caseRules();
      const moves = context.services.cases.moves(mapReader(context), incident, rules);
      if (incident.state === 'reported' && moves.some(({ needs }) => needs.includes('photo'))) {
        return withoutShown(moves, await context.loaders.photosOfIncident.load(incident.id));
      }
      if (incident.state !== 'accepted') return moves;
      const standards = await context.loaders.standardsOfClass.load(incident.classCode);
      const isChosen = standards.filter(({ retiredAt }) => retiredAt === null).length > 1;
      return moves.map((each) =>
        each.move === 'register' && isChosen
          ? { ...each, needs: [...each.needs, 'standard'] }
          : each,
      );
    },
    handDownLevels: async (incident, _, context) =>
      context.services.cases.handDownLevels(
        mapReader(context),
        incident,
        await context.loaders.caseRules(),
      ),
    clock: async (incident, _, { services, loaders }) =>
      services.cases.clockOf(incident, await loaders.caseRules()),
    request: ({ facts: { request } }) =>
      request === null ? null : { ...request, askedAt: new Date(request.askedAt) },
    stages: ({ facts }) =>
      Object.entries(facts.stages)
        .map(([state, { from, due, to }]) => ({
          state,
          from: new Date(from),
          due: due === null ? null : new Date(due),
          to: to === null ? null : new Date(to),
        }))
        .sort((a, b) => a.from.getTime() - b.from.getTime()),
    stageDueAt: ({ facts, state }) => {
      const due = facts.stages[state]?.due ?? null;
      return due === null ? null : new Date(due);
    },
    stageColour: async ({ facts, state }, _, { services, loaders }) =>
      services.cases.stageColourOf({ ...facts, state }, await loaders.caseRules()),
    handledByArea: ({ facts }) => facts.handledByArea,
    handlerName: ({ facts }) => facts.handlerName,
    verdict: ({ facts }) => facts.verdict,
    checkFailed: ({ facts }) => facts.checkFailed,
    supervisedAt: ({ facts }) => facts.supervisedAt,
    mergedInto: ({ facts }) => facts.mergedInto,
    mergedCases: (incident, _, context) =>
      context.services.cases.mergedInto(mapReader(context), incident.id),
    feedbackAt: ({ facts }) => facts.feedbackAt,
    feedbackNote: async ({ id, facts }, _, { loaders }) =>
      facts.feedbackAt === null ? null : ((await loaders.feedbackNote.load(id))?.note ?? null),
    reworkCount: ({ facts }) => facts.reworkCount,
    returnCount: ({ facts }) => facts.returnCount,
    reopenCount: ({ facts }) => facts.reopenCount,
  },
};

type MoveTold = { move: CaseMoveName; needs: string[] };

/** A move at a desk asks for no picture that the case has already. */
function withoutShown<Told extends MoveTold>(
  moves: readonly Told[],
  photos: readonly PhotoRecord[],
) {
  return moves.map((told) => {
    const row = moveFrom('reported', told.move);
    const isShown = photos.some(({ move }) => photoSideOf(move) === row?.photo);
    if (row?.keptPhotoCounts !== true || !isShown) return told;
    return { ...told, needs: told.needs.filter((need) => need !== 'photo') };
  });
}
