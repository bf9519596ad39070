import { areaOf } from '#areas/resolvers.ts';
import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { WallContent } from './wall-content-scalar.ts';

export const wallResolvers: Resolvers = {
  WallContent,
  Query: {
    wallScreens: (_, __, context) => context.services.wall.screens.list(mapReader(context)),
    wallScenes: (_, __, context) => context.services.wall.scenes.list(mapReader(context)),
    wallGuests: (_, __, context) => context.services.wall.guests.of(mapReader(context)),
  },
  Mutation: {
    saveWallScreen: (_, { input }, context) =>
      context.services.wall.screens.save(signedIn(context), input),
    removeWallScreen: (_, asked, context) =>
      context.services.wall.screens.remove(signedIn(context), asked),
    pairWallScreen: (_, asked, context) =>
      context.services.wall.screens.pair(signedIn(context), asked),
    unpairWallScreen: (_, asked, context) =>
      context.services.wall.screens.unpair(signedIn(context), asked),
    reloadWallScreen: (_, asked, context) =>
      context.services.wall.screens.reload(signedIn(context), asked),
    pushToWallScreen: (_, { input }, context) =>
      context.services.wall.pushByHand(signedIn(context), input),
    callWallScene: (_, asked, context) =>
      context.services.wall.callByHand(signedIn(context), asked),
    moveWallView: (_, asked, context) => context.services.wall.moveView(signedIn(context), asked),
    saveWallScene: (_, { input }, context) =>
      context.services.wall.scenes.save(signedIn(context), input),
    publishWallScene: (_, asked, context) =>
      context.services.wall.scenes.publish(signedIn(context), asked),
    removeWallScene: (_, asked, context) =>
      context.services.wall.scenes.remove(signedIn(context), asked),
    scheduleWallScene: (_, asked, context) =>
      context.services.wall.scenes.schedule(signedIn(context), asked),
    unscheduleWallScene: (_, asked, context) =>
      context.services.wall.scenes.unschedule(signedIn(context), asked),
    setWallGuests: (_, asked, context) =>
      context.services.wall.guests.set(signedIn(context), asked),
  },
  Viewer: {
    wallScreen: (viewer, _, context) => context.services.wall.screens.ofDevice(viewer),
  },
  WallScreen: {
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    leftMm: ({ rect }) => rect.leftMm,
    topMm: ({ rect }) => rect.topMm,
    widthMm: ({ rect }) => rect.widthMm,
    heightMm: ({ rect }) => rect.heightMm,
    showing: ({ id }, _, { loaders }) => loaders.wallShowing.load(id),
    earlier: ({ id }, { first }, context) =>
      context.services.wall.earlier(signedIn(context), id, first),
  },
  WallScene: {
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    schedules: ({ id }, _, { loaders }) => loaders.wallSchedules.load(id),
  },
};
