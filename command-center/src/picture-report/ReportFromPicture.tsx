import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { breakGlassPurpose, patrolPurpose } from 'grid-data';
import { useViewer } from '#gis/use-viewer.ts';
import type { Calibration } from '#sights/picture/use-calibration.ts';
import { useStore } from '#ui/create-store.ts';
import { Button } from '#ui/Button.tsx';
import { grabPicture } from '#video/grab-picture.ts';
import { takesPictureAway } from '#video/player/failure-policy.ts';
import type { LivePicture } from '#video/use-live-picture.ts';
import {
  beginPictureReport,
  endPictureReport,
  pictureReportState,
} from './picture-report-state.ts';

type ReportFromPictureProps = {
  camera: {
    id: string;
    name: string;
    purposes: readonly string[];
    position: { longitude: number; latitude: number };
  };
  calibration: Calibration | null;
  picture: LivePicture;
};

/** Takes the picture as it stands, to report a case from it; where the camera is filed for that. With the look ends what was taken from it. */
export function ReportFromPicture({ camera, calibration, picture }: ReportFromPictureProps) {
  const { t } = useTranslation('picture-report');
  const { viewer } = useViewer();
  const inHand = useStore(pictureReportState, ({ report }) => report?.camera.id === camera.id);
  const state = picture.view?.state ?? null;
  const ticket = picture.view?.ticket ?? null;
  const over = state?.kind === 'offline' && takesPictureAway(state.reason);
  useEffect(() => {
    if (over) endOf(camera.id);
  }, [over, camera.id]);
  useEffect(() => () => endOf(camera.id), [camera.id]);
  const may =
    viewer?.permissions.includes('incident.report') === true &&
    camera.purposes.includes(patrolPurpose) &&
    ticket?.purpose !== breakGlassPurpose;
  if (inHand || !may) return null;
  const begin = (): void => {
    const still = grabPicture(picture);
    if (still === null || ticket === null) return;
    const { longitude, latitude } = camera.position;
    beginPictureReport({
      camera: { id: camera.id, name: camera.name, position: [longitude, latitude] },
      calibration,
      picture: still,
      viewId: ticket.viewId,
      takenAt: new Date(),
    });
  };
  return (
    <Button
      look="plain"
      data-act="report-from-picture"
      disabled={state?.kind !== 'live' || ticket === null}
      onClick={begin}
    >
      {t('begin')}
    </Button>
  );
}

function endOf(cameraId: string): void {
  if (pictureReportState.get().report?.camera.id === cameraId) endPictureReport();
}
