import { areaOf, unitCellOf } from '#areas/resolvers.ts';
import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { pageSize } from '#graphql/page.ts';
import { isUuid } from '#graphql/take-in.ts';
import { pinyinInitials } from '#search/search-grams.ts';
import { isOpenState, stageOf } from 'grid-data';

export const incidentResolvers: Resolvers = {
  Query: {
    incident(_, { id }, context) {
      mapReader(context);
      return isUuid(id) ? context.loaders.incident.load(id) : null;
    },
    incidents: (_, question, context) =>
      context.services.incidents.page(mapReader(context), question),
    myReports: (_, asked, context) =>
      context.services.incidents.reportedBy(mapReader(context), asked),
    incidentClasses: (_, __, context) => context.services.incidents.classes(mapReader(context)),
    incidentCounts: (_, { within }, context) =>
      context.services.incidents.counts(mapReader(context), within),
  },
  Mutation: {
    reportIncident: (_, { input }, context) =>
      context.services.incidentCommands.report(signedIn(context), input),
    acknowledgeIncident: (_, { commandId, id }, context) =>
      context.services.incidentCommands.acknowledge(signedIn(context), commandId, id),
  },
  IncidentClass: {
    initials: ({ nameZh }) => pinyinInitials(nameZh),
  },
  Incident: {
    // The class is a foreign key of the row: it is there.
    class: async ({ classCode }, _, { loaders }) => (await loaders.incidentClass.load(classCode))!,
    stage: ({ state }) => stageOf(state),
    open: ({ state }) => isOpenState(state),
    overdue: (incident, _, { services }) => services.incidents.isOverdue(incident),
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    unitGridCell: ({ unitGridCode }, _, context) => unitCellOf(unitGridCode, context),
    governanceGridCell: ({ governanceGridCode: code }, _, { loaders }) =>
      code === null ? null : loaders.gridCell.load({ gridSystem: 'governance', code }),
    cityComponent: ({ componentCode }, _, { loaders }) =>
      componentCode === null ? null : loaders.cityComponent.load(componentCode),
    history: ({ id }, _, { loaders }) => loaders.incidentHistory.load(id),
    async cameras(incident, { first }, { loaders }) {
      const size = pageSize('nearestCameras', first);
      return (await loaders.camerasOfIncident.load(incident)).slice(0, size);
    },
  },
};
