import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const replayResolvers: Resolvers = {
  Query: {
    replay: (_, stretch, context) => context.services.replay.stretch(mapReader(context), stretch),
    reportBins: (_, stretch, context) =>
      context.services.replay.reportBins(mapReader(context), stretch),
    reportBeside: (_, asked, context) =>
      context.services.replay.reportBeside(mapReader(context), asked),
    changesSince: (_, { areaCode, since }, context) =>
      context.services.replay.changesSince(mapReader(context), areaCode, since),
  },
  Mutation: {
    exportReplay: (_, { input }, context) =>
      context.services.replay.export(signedIn(context), input),
  },
  ChangedIncidents: {
    incidents: ({ ids }, _, { loaders }) => found(ids.map((id) => loaders.incident.load(id))),
  },
  ChangedCameras: {
    cameras: ({ ids }, _, { loaders }) => found(ids.map((id) => loaders.camera.load(id))),
  },
  ChangedScreens: {
    async screens({ ids }, _, context) {
      const screens = await context.services.wall.screens.list(mapReader(context));
      return screens.filter(({ id }) => ids.includes(id));
    },
  },
};

/** What has left the viewer's scope meanwhile is counted, and not told. */
async function found<Thing>(asked: readonly Promise<Thing | null>[]): Promise<Thing[]> {
  return (await Promise.all(asked)).filter((thing) => thing !== null);
}
