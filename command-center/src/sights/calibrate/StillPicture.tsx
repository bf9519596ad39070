import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PicturePoint } from 'grid-data';
import { MarkedStill } from '#video/watermark/MarkedStill.tsx';
import { endCalibration, setPicturePoint, useCalibrate } from './calibrate-state.ts';
import styles from './calibrate.module.css';

/** A step of the cross by an arrow key, and by one with Shift held: shares of the picture. */
const coarse = 0.02;
const fine = 0.002;
const steps: Readonly<Record<string, PicturePoint>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The picture to match points in; those it has carry their numbers. */
export function StillPicture({ picture }: { picture: HTMLCanvasElement }) {
  const { t } = useTranslation('sights');
  const pairs = useCalibrate((state) => state.pairs);
  const viewId = useCalibrate((state) => state.viewId);
  const [cross, setCross] = useState<PicturePoint | null>(null);
  const key = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step) {
      const far = event.shiftKey ? fine : coarse;
      const [x, y] = cross ?? [0.5, 0.5];
      setCross([within(x + step[0] * far), within(y + step[1] * far)]);
    } else if (event.key === 'Enter' || event.key === ' ') setPicturePoint(cross ?? [0.5, 0.5]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <MarkedStill
      {...{ picture, viewId }}
      onRemoved={endCalibration}
      role="application"
      aria-label={t('calibrate.picture')}
      tabIndex={0}
      data-still
      onKeyDown={key}
      onPointerMove={(event) => setCross(pointOf(event))}
      onPointerLeave={() => setCross(null)}
      onClick={(event) => setPicturePoint(pointOf(event))}
    >
      {pairs.map(({ picture: point }, index) =>
        point === null ? null : (
          <span key={index} className={styles.pin} style={placeOf(point)} data-pin={index + 1}>
            {index + 1}
          </span>
        ),
      )}
      {cross === null ? null : <Loupe picture={picture} at={cross} />}
    </MarkedStill>
  );
}

const zoom = 4;
const loupeShare = 0.05;

/** What lies under the pointer, four times as large: a kerb's corner is a few dots of a picture. */
function Loupe({ picture, at }: { picture: HTMLCanvasElement; at: PicturePoint }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const side = picture.width * loupeShare * 2;
    const left = at[0] * picture.width - side / 2;
    const top = at[1] * picture.height - side / 2;
    [element.width, element.height] = [side * zoom, side * zoom];
    context.imageSmoothingEnabled = false;
    context.drawImage(picture, left, top, side, side, 0, 0, element.width, element.height);
  }, [picture, at]);
  return (
    <>
      <span className={styles.cross} style={placeOf(at)} aria-hidden />
      <span className={at[0] > 0.5 ? styles.loupeLeft : styles.loupeRight} aria-hidden>
        <canvas ref={canvas} className={styles.loupe} />
        <span className={styles.loupeCross} />
      </span>
    </>
  );
}

function pointOf(event: { currentTarget: Element } & Pick<PointerEvent, 'clientX' | 'clientY'>) {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return [within((event.clientX - left) / width), within((event.clientY - top) / height)] as const;
}

const within = (share: number): number => Math.min(1, Math.max(0, share));
const placeOf = ([x, y]: PicturePoint) => ({ left: `${x * 100}%`, top: `${y * 100}%` });
