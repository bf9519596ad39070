import type { Resolvers } from '#graphql/generated.ts';

export const pictureReportResolvers: Resolvers = {
  Incident: {
    pictureReport: ({ id }, _, { loaders }) => loaders.pictureReport.load(id),
  },
  PictureReport: {
    camera: ({ cameraId }, _, { loaders }) => loaders.camera.load(cameraId),
  },
};
