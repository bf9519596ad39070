import { signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { solveCalibration } from 'grid-data';
import type { CalibrationRecord } from './queries.ts';

function residualOf({ points }: CalibrationRecord): number | null {
  const solved = solveCalibration(
    points.map(({ x, y, longitude, latitude }) => ({
      picture: [x, y],
      ground: [longitude, latitude],
    })),
  );
  return solved.solved ? solved.residualMeters : null;
}

export const calibrationResolvers: Resolvers = {
  Mutation: {
    calibrateCamera: (_, { input }, context) =>
      context.services.calibrations.calibrate(signedIn(context), input),
    removeCameraCalibration: (_, asked, context) =>
      context.services.calibrations.remove(signedIn(context), asked),
  },
  Camera: {
    calibration: ({ id }, _, { loaders }) => loaders.calibration.load(id),
  },
  CameraCalibration: {
    points: ({ points }) =>
      points.map(({ x, y, longitude, latitude }) => ({ x, y, position: { longitude, latitude } })),
    residualMeters: residualOf,
    stale: ({ isMoved, isTurned }) => (isMoved ? 'moved' : isTurned ? 'turned' : null),
  },
};
