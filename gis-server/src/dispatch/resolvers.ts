import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { DomainError } from 'grid-data';

export const dispatchResolvers: Resolvers = {
  Query: {
    dispatchRules: (_, __, context) => context.services.dispatch.rules(mapReader(context)),
  },
  Mutation: {
    saveDispatchRule: (_, { input }, context) =>
      context.services.dispatch.save(signedIn(context), input),
    removeDispatchRule: (_, asked, context) =>
      context.services.dispatch.remove(signedIn(context), asked),
  },
  DispatchRule: {
    area: ({ areaCode }, _, { loaders }) => loaders.area.load(areaCode),
    class: ({ classCode }, _, { loaders }) =>
      classCode === null ? null : loaders.incidentClass.load(classCode),
    department: async ({ departmentCode }, _, { loaders }) => {
      const department = await loaders.department.load(departmentCode);
      if (department !== null) return department;
      throw new DomainError('not-found', `there is no department ${departmentCode}`);
    },
  },
  Incident: {
    unitAdvice: (incident, { departmentCode }, context) =>
      context.services.dispatch.unitAdvice(mapReader(context), incident, departmentCode ?? null),
  },
};
