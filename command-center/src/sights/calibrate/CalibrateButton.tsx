import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { grabPicture } from '#video/grab-picture.ts';
import { takesPictureAway } from '#video/player/failure-policy.ts';
import type { LivePicture } from '#video/use-live-picture.ts';
import {
  beginCalibration,
  calibrateState,
  endCalibration,
  useCalibrate,
} from './calibrate-state.ts';

type CalibrateButtonProps = { cameraId: string; picture: LivePicture };

/** Takes the picture as it stands and matches it to the map; for who may. With the look ends what was taken from it. */
export function CalibrateButton({ cameraId, picture }: CalibrateButtonProps) {
  const { t } = useTranslation('sights');
  const { viewer } = useViewer();
  const inHand = useCalibrate((state) => state.camera?.id === cameraId);
  const state = picture.view?.state ?? null;
  const over = state?.kind === 'offline' && takesPictureAway(state.reason);
  useEffect(() => {
    if (over) endOf(cameraId);
  }, [over, cameraId]);
  useEffect(() => () => endOf(cameraId), [cameraId]);
  if (inHand || viewer?.permissions.includes('camera.edit') !== true) return null;
  const begin = (): void => {
    const still = grabPicture(picture);
    const viewId = picture.view?.ticket?.viewId ?? null;
    if (still !== null) void beginCalibration({ cameraId, picture: still, viewId });
  };
  return (
    <Button look="plain" data-act="calibrate" disabled={state?.kind !== 'live'} onClick={begin}>
      {t('calibrate.begin')}
    </Button>
  );
}

function endOf(cameraId: string): void {
  if (calibrateState.get().camera?.id === cameraId) endCalibration();
}
