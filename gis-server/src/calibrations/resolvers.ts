import { signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { cameraOfCalibration, solveCalibration, type MatchedPoint } from 'grid-data';
import type { CalibrationRecord } from './queries.ts';

function matchedOf({ points }: CalibrationRecord): MatchedPoint[] {
  return points.map(({ x, y, longitude, latitude }) => ({
    picture: [x, y],
    ground: [longitude, latitude],
  }));
}

function residualOf(calibration: CalibrationRecord): number | null {
  const solved = solveCalibration(matchedOf(calibration));
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
    tiltDeg: (calibration) =>
      cameraOfCalibration(matchedOf(calibration), calibration.aspect)?.tiltDeg ?? null,
    stale: ({ isMoved, isTurned }) => (isMoved ? 'moved' : isTurned ? 'turned' : null),
  },
};
