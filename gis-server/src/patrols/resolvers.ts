import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { DomainError } from 'grid-data';
import type { CheckListRecord } from './check-list-queries.ts';
import type { PatrolRecord, StoredResult } from './patrol-queries.ts';

/** A result with what its patrol and its list know of it. */
export type CheckResultRecord = StoredResult & {
  patrolId: string;
  nameZh: string;
  nameEn: string;
};

export const patrolResolvers: Resolvers = {
  Query: {
    checkLists: (_, __, context) => context.services.patrols.checkLists.all(mapReader(context)),
    myPatrolTasks: (_, __, context) => context.services.patrols.myTasks(mapReader(context)),
    myPatrols: (_, __, context) => context.services.patrols.mine(mapReader(context)),
    patrolTasks: (_, __, context) => context.services.patrols.tasks(mapReader(context)),
    patrols: (_, asked, context) => context.services.patrols.list(mapReader(context), asked),
    patrol: (_, { id }, context) => context.services.patrols.byId(mapReader(context), id),
  },
  Mutation: {
    recordPatrol: (_, { input }, context) =>
      context.services.patrols.record(mapReader(context), input),
    issuePatrolTask: (_, asked, context) =>
      context.services.patrols.issueTask(mapReader(context), asked),
    endPatrolTask: (_, asked, context) =>
      context.services.patrols.endTask(mapReader(context), asked),
    saveCheckList: (_, { input }, context) =>
      context.services.patrols.checkLists.save(mapReader(context), input),
    retireCheckList: (_, asked, context) =>
      context.services.patrols.checkLists.retire(mapReader(context), asked),
  },
  PatrolTask: {
    list: async ({ listCode }, _, { loaders }) =>
      (await loaders.newestCheckList.load(listCode)) ?? lostList(listCode),
  },
  Patrol: {
    list: (patrol, _, { loaders }) => listOf(patrol, loaders),
    position: ({ longitude, latitude }) =>
      longitude === null || latitude === null ? null : { longitude, latitude },
    results: async (patrol, _, { loaders }) => {
      const { items } = await listOf(patrol, loaders);
      return patrol.results.map((result) => {
        const item = items.find(({ code }) => code === result.code);
        const { nameZh = result.code, nameEn = result.code } = item ?? {};
        return { ...result, patrolId: patrol.id, nameZh, nameEn };
      });
    },
  },
  CheckResult: {
    incident: ({ incidentId }, _, { loaders }) =>
      incidentId === null ? null : loaders.incident.load(incidentId),
    photos: async ({ patrolId, photoIds }, _, { loaders }) => {
      if (photoIds.length === 0) return [];
      const photos = await loaders.fieldPhotos.load(patrolId);
      return photos.filter(({ id }) => photoIds.includes(id));
    },
  },
};

async function listOf(
  { listCode, listVersion }: PatrolRecord,
  loaders: {
    checkList: { load: (key: ListKey) => Promise<CheckListRecord | null> };
  },
): Promise<CheckListRecord> {
  return (await loaders.checkList.load({ listCode, listVersion })) ?? lostList(listCode);
}

type ListKey = { listCode: string; listVersion: number };

function lostList(code: string): never {
  throw new DomainError('not-found', `there is no check list ${code}`, { reason: 'unknown-list' });
}
