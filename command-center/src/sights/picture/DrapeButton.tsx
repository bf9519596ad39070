import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { layDrape } from '#map/map-host.ts';
import { useMapModel } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { drawPicture, shownPicture } from '#video/grab-picture.ts';
import type { LivePicture } from '#video/use-live-picture.ts';
import { drawMark } from '#video/watermark/draw-mark.ts';
import { markLines, markPlace } from '#video/watermark/watermark-words.ts';
import { drapePoints } from './drape-points.ts';
import type { Calibration } from './use-calibration.ts';

type DrapeButtonProps = { cameraId: string; calibration: Calibration; picture: LivePicture };

/** Where nobody knows how far the camera makes anything out. */
const usualRangeMeters = 120;

/** Lays the running picture on the globe's ground, marked as every picture is, until it ends or the window closes. */
export function DrapeButton({ cameraId, calibration, picture }: DrapeButtonProps) {
  const { t } = useTranslation('sights');
  const onGlobe = useMapModel(({ engineKind }) => engineKind === 'globe');
  const [wanted, want] = useState(false);
  const { ground, rangeMeters } = calibration;
  useEffect(() => {
    const net = wanted && onGlobe ? drapePoints(ground, rangeMeters ?? usualRangeMeters) : null;
    if (net === null) return undefined;
    return layDrape({ id: cameraId, ...net, paint: (canvas) => paintMarked(picture, canvas) });
    // The picture's parts are refs: what they hold is asked for at each painting.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted, onGlobe, ground, rangeMeters, cameraId, picture.view, picture.looker]);
  if (!onGlobe) return null;
  return (
    <Button
      look="plain"
      data-act="drape"
      aria-pressed={wanted}
      onClick={() => want((before) => !before)}
    >
      {t(wanted ? 'picture.takeUp' : 'picture.drape')}
    </Button>
  );
}

/** Nothing without its mark: who looked, of which unit, and when. */
function paintMarked(picture: LivePicture, canvas: HTMLCanvasElement): boolean {
  const shown = shownPicture(picture);
  const viewId = picture.view?.ticket?.viewId;
  const context = canvas.getContext('2d');
  if (shown === null || !viewId || picture.looker === null || context === null) return false;
  drawPicture(shown, canvas);
  const now = Date.now();
  const mark = drawMark(markLines(picture.looker, viewId, now), canvas);
  const { left, top } = markPlace(now);
  context.drawImage(mark, (canvas.width - mark.width) * left, (canvas.height - mark.height) * top);
  mark.close();
  return true;
}
