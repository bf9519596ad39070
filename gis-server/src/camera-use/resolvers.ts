import { signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const cameraUseResolvers: Resolvers = {
  Query: {
    cameraUse: (_, asked, context) => context.services.cameraUse.use(signedIn(context), asked),
    cameraUseLooks: (_, asked, context) =>
      context.services.cameraUse.looks(signedIn(context), asked),
    unwatchedCameras: (_, asked, context) =>
      context.services.cameraUse.unwatched(signedIn(context), asked),
  },
};
