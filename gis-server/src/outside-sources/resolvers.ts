import { areaOf } from '#areas/resolvers.ts';
import { mapReader } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const outsideSourceResolvers: Resolvers = {
  Query: {
    weather(_, __, context) {
      mapReader(context);
      return context.services.outsideSources.weather();
    },
    cityThemes(_, { areaCode }, context) {
      const viewer = mapReader(context);
      return context.services.outsideSources.themes(viewer, areaCode ?? viewer.scopePrefix);
    },
    cityThemeFaults(_, __, context) {
      mapReader(context);
      return context.services.outsideSources.themeFaults();
    },
    cityThemeRows(_, { theme, indicator, areaCode }, context) {
      const viewer = mapReader(context);
      const asked = { theme, indicator, areaCode: areaCode ?? viewer.scopePrefix };
      return context.services.outsideSources.rows(viewer, asked);
    },
  },
  ThemeRow: {
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
  },
};
