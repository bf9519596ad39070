import { useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureWithin, type Point, type Rectangle } from '#video/picture-within.ts';
import type { LivePicture } from '#video/use-live-picture.ts';
import { boxBetween } from './picture-box.ts';
import type { Ptz } from './use-ptz.ts';
import styles from './PtzOverlay.module.css';

type Size = { width: number; height: number };
type Shown = Pick<LivePicture, 'player'>;

/** Over the picture of who holds the camera: a click brings what was clicked to the middle, a drag fills the picture. */
export function PtzOverlay({ ptz, picture: shown }: { ptz: Ptz; picture: Shown }) {
  const { t } = useTranslation('ptz');
  const frame = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ from: Point; to: Point } | null>(null);
  if (!ptz.isHolder || !ptz.panel?.frames) return null;

  const pointOf = (event: PointerEvent): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const finish = (to: Point): void => {
    const picture = pictureOf(frame.current, shown.player()?.figures() ?? null);
    const box = drag && picture && boxBetween(drag.from, to, picture);
    setDrag(null);
    if (box) ptz.frame(box);
  };
  return (
    <div
      ref={frame}
      className={styles.overlay}
      data-ptz="frame"
      title={t('frameHint')}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: pointOf(event), to: pointOf(event) });
      }}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: pointOf(event) })}
      onPointerUp={(event) => drag && finish(pointOf(event))}
      onPointerCancel={() => setDrag(null)}
    >
      <span className={styles.cross} aria-hidden />
      {drag ? <span className={styles.box} style={placeOf(drag)} /> : null}
    </div>
  );
}

function placeOf({ from, to }: { from: Point; to: Point }) {
  return {
    left: Math.min(from.x, to.x),
    top: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
}

/** The picture keeps its shape within the stage: what lies beside it is no part of it. Before its size is known, none. */
function pictureOf(overlay: HTMLElement | null, size: Size | null): Rectangle | null {
  if (!overlay || !size || size.width === 0) return null;
  return pictureWithin({ width: overlay.clientWidth, height: overlay.clientHeight }, size);
}
