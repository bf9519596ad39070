import { useEffect, useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { solveCalibration, type PictureGround } from 'grid-data';
import { CalibrationOfCameraDocument } from '#gis/generated/graphql.ts';
import { onJournal } from '#journal/journal-state.ts';
import { turnedCameras } from '#map/turned-cameras.ts';
import { useStore } from '#ui/create-store.ts';

export type Calibration = {
  ground: PictureGround;
  aspect: number;
  rangeMeters: number | null;
  /** Down from the horizon; null where the matched points do not tell it. */
  tiltDeg: number | null;
  /** Why it is not to be relied on now; null where it holds. */
  stale: string | null;
};

/** What says that a calibration, or how the camera stands, is another now. */
const changes: ReadonlySet<string> = new Set([
  'camera.calibrated',
  'camera.calibration-removed',
  'camera.surveyed',
]);

/** Null while it is asked for, and of a camera whose picture nobody has matched to the map. */
export function useCalibration(cameraId: string): Calibration | null {
  const { data, refetch } = useQuery(CalibrationOfCameraDocument, {
    variables: { id: cameraId },
    fetchPolicy: 'cache-and-network',
  });
  useEffect(
    () =>
      onJournal({
        entry: ({ kind, subjectId }) => {
          if (subjectId === cameraId && changes.has(kind)) void refetch();
        },
        reload: () => void refetch(),
      }),
    [cameraId, refetch],
  );
  // What this page hears of heads is newer than what the server said when it was asked.
  const turned = useStore(turnedCameras, ({ ids }) => ids.has(cameraId));
  const calibration = data?.camera?.calibration ?? null;
  const rangeMeters = data?.camera?.rangeMeters ?? null;
  return useMemo(() => {
    if (calibration === null) return null;
    const solved = solveCalibration(
      calibration.points.map(({ x, y, position }) => ({
        picture: [x, y],
        ground: [position.longitude, position.latitude],
      })),
    );
    if (!solved.solved) return null;
    const said = calibration.stale ?? null;
    const stale = turned ? 'turned' : said === 'turned' ? null : said;
    const { aspect, tiltDeg } = calibration;
    return { ground: solved.ground, aspect, rangeMeters, tiltDeg, stale };
  }, [calibration, rangeMeters, turned]);
}
