import { areaOf } from '#areas/resolvers.ts';
import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { pinyinInitials } from '#search/search-grams.ts';

export const keyUnitResolvers: Resolvers = {
  Query: {
    keyUnits: (_, question, context) =>
      context.services.keyUnits.page(mapReader(context), question),
    keyUnit(_, { id }, context) {
      mapReader(context);
      return context.loaders.keyUnit.load(id);
    },
    regulations: (_, __, context) => context.services.keyUnits.regulations(mapReader(context)),
  },
  KeyUnit: {
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    position: ({ longitude, latitude }) => ({ longitude, latitude }),
    initials: ({ name, address }) =>
      [name, address ?? ''].map((words) => pinyinInitials(words)).join(' '),
    async violations({ id }, { first }, { loaders }) {
      const found = await loaders.keyUnitViolations.load(id);
      const incidents = await loaders.incident.loadMany(
        (found?.incidentIds ?? []).slice(0, Math.max(1, first)),
      );
      // One that left the viewer's scope between the two questions is left out.
      return incidents.flatMap((each) => (each === null || each instanceof Error ? [] : [each]));
    },
    violationCount: async ({ id }, _, { loaders }) =>
      (await loaders.keyUnitViolations.load(id))?.count ?? 0,
  },
  Regulation: {
    async classes({ classCodes }, _, { loaders }) {
      const classes = await Promise.all(classCodes.map((code) => loaders.incidentClass.load(code)));
      return classes.filter((each) => each !== null);
    },
    async initials({ law, article, classCodes }, _, { loaders }) {
      const classes = await Promise.all(classCodes.map((code) => loaders.incidentClass.load(code)));
      const names = classes.map((each) => each?.nameZh ?? '');
      return [law, article, ...names].map((words) => pinyinInitials(words)).join(' ');
    },
  },
  Incident: {
    keyUnit: ({ id }, _, { loaders }) => loaders.keyUnitOfIncident.load(id),
  },
};
