import { areaOf } from '#areas/resolvers.ts';
import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { aroundIncidentMeters } from 'grid-data';

export const situationResolvers: Resolvers = {
  Query: {
    situation: (_, asked, context) =>
      context.services.situation.of(mapReader(context), {
        areaCode: asked.areaCode ?? null,
        incidentId: asked.incidentId ?? null,
      }),
    situationRows: (_, asked, context) =>
      context.services.situation.rows(mapReader(context), {
        figure: asked.figure,
        after: asked.after ?? null,
        areaCode: asked.areaCode ?? null,
        incidentId: asked.incidentId ?? null,
      }),
    panelArrangement: (_, { role }, context) =>
      context.services.panelArrangements.of(mapReader(context), role ?? null),
  },
  Mutation: {
    arrangePanels: (_, asked, context) =>
      context.services.panelArrangements.arrange(signedIn(context), asked),
  },
  Situation: {
    area: ({ areaCode }, _, context) => (areaCode === null ? null : areaOf(areaCode, context)),
    incident: ({ incidentId }, _, { loaders }) =>
      incidentId === null ? null : loaders.incident.load(incidentId),
    radiusMeters: ({ incidentId }) => (incidentId === null ? null : aroundIncidentMeters),
  },
  PanelArrangement: { panels: ({ panels }) => [...panels] },
  AreaFigure: {
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
  },
};
