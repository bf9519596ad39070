import { areaOf, unitCellOf } from '#areas/resolvers.ts';
import { mapReader } from '#graphql/context.ts';
import type { RequestContext } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { pageSize } from '#graphql/page.ts';
import type { CityComponentClass } from 'grid-data';

async function classOf(code: string, { loaders }: RequestContext): Promise<CityComponentClass> {
  // The class is a foreign key of the row: it is there.
  return (await loaders.cityComponentClass.load(code))!;
}

export const cityComponentResolvers: Resolvers = {
  Query: {
    cityComponent(_, { code }, context) {
      mapReader(context);
      return context.loaders.cityComponent.load(code);
    },
    cityComponents: (_, question, context) =>
      context.services.cityComponents.page(mapReader(context), question),
    cityComponentCounts: (_, { within }, context) =>
      context.services.cityComponents.counts(mapReader(context), within),
    cityComponentClasses: (_, __, context) =>
      context.services.cityComponents.classes(mapReader(context)),
  },
  Mutation: {
    setCityComponentState: (_, change, context) =>
      context.services.cityComponents.setState(mapReader(context), change),
  },
  ClassCount: {
    class: ({ classCode }, _, context) => classOf(classCode, context),
  },
  CityComponent: {
    class: ({ classCode }, _, context) => classOf(classCode, context),
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    gridCell: ({ unitGridCode }, _, context) => unitCellOf(unitGridCode, context),
    history: ({ code }, _, { loaders }) => loaders.cityComponentHistory.load(code),
    incidents(component, { first }, { loaders }) {
      const size = pageSize('incidents', first);
      return loaders.incidentsOfComponent.load({ code: component.code, first: size });
    },
  },
};
