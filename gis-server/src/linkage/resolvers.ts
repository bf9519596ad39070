import { mapReader, signedIn } from '#graphql/context.ts';
import type { LinkageFiringResolvers, Resolvers } from '#graphql/generated.ts';
import { DomainError } from 'grid-data';
import { GraphQLScalarType } from 'graphql';

/** Checked by the rule's own shape where it is taken in: a fault then names its field. */
const LinkageRuleWords = new GraphQLScalarType({ name: 'LinkageRuleWords' });

const firingResolvers: LinkageFiringResolvers = {
  area: ({ areaCode }, _, { loaders }) => loaders.area.load(areaCode),
  incident: ({ incidentId }, _, { loaders }) =>
    incidentId === null ? null : loaders.incident.load(incidentId),
  grade: ({ grade }) => (grade > 4 ? null : grade),
  triggers: ({ id }, asked, context) =>
    context.services.linkage.triggers(mapReader(context), id, asked),
};

export const linkageResolvers: Resolvers = {
  LinkageRuleWords,
  Query: {
    linkageRules: (_, __, context) => context.services.linkage.rules.list(mapReader(context)),
    linkageFirings: (_, asked, context) =>
      context.services.linkage.firings(mapReader(context), asked),
    linkageFiring: (_, { id }, context) => context.services.linkage.firing(mapReader(context), id),
    linkageNotices: (_, __, context) => context.services.linkage.notices.open(mapReader(context)),
    dryRunLinkageRule: (_, ask, context) => context.services.linkage.dryRun(signedIn(context), ask),
  },
  Mutation: {
    saveLinkageRule: (_, { input }, context) =>
      context.services.linkage.rules.save(signedIn(context), input),
    removeLinkageRule: (_, ask, context) =>
      context.services.linkage.rules.remove(signedIn(context), ask),
    acknowledgeLinkageNotice: (_, ask, context) =>
      context.services.linkage.notices.acknowledge(signedIn(context), ask),
  },
  LinkageRule: {
    area: ({ areaCode }, _, { loaders }) => loaders.area.load(areaCode),
    firings: ({ id: ruleId }, { first }, context) =>
      context.services.linkage.firings(mapReader(context), { ruleId, first }),
  },
  LinkageStop: { at: ({ at }) => new Date(at) },
  LinkageFiring: firingResolvers,
  LinkageOutcome: {
    cameras: ({ cameras }) => cameras ?? [],
    told: ({ told }) => told ?? [],
    subjectId: ({ subjectId }) => subjectId ?? null,
  },
  LinkageCamera: { camera: ({ cameraId }, _, { loaders }) => loaders.camera.load(cameraId) },
  LinkageTriggerRow: { seq: ({ triggerSeq }) => triggerSeq },
  LinkageDryFiring: {
    incident: ({ incidentId }, _, { loaders }) =>
      incidentId === null ? null : loaders.incident.load(incidentId),
  },
  LinkageNotice: {
    async firing({ firingId }, _, { loaders }) {
      const firing = await loaders.linkageFiring.load(firingId);
      if (firing !== null) return firing;
      throw new DomainError('not-found', 'no such firing in your scope', {
        reason: 'unknown-firing',
      });
    },
  },
};
