import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PicturePoint } from 'grid-data';
import { useLooker } from '#video/use-looker.ts';
import { useMarkOverlay } from '#video/watermark/use-mark-overlay.ts';
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

/** The picture as it stood when it was taken, marked with who looks; its points carry their numbers. */
export function StillPicture({ picture }: { picture: HTMLCanvasElement }) {
  const { t } = useTranslation('sights');
  const pairs = useCalibrate((state) => state.pairs);
  const viewId = useCalibrate((state) => state.viewId);
  const [cross, setCross] = useState<PicturePoint | null>(null);
  const looker = useLooker();
  const stage = useMarkOverlay({ looker, viewId }, endCalibration);
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    holder.current?.replaceChildren(picture);
  }, [picture]);

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
    <div
      ref={stage}
      className={styles.still}
      style={{ aspectRatio: picture.width / picture.height }}
      role="application"
      aria-label={t('calibrate.picture')}
      tabIndex={0}
      data-still
      onKeyDown={key}
      onPointerMove={(event) => setCross(pointOf(event))}
      onPointerLeave={() => setCross(null)}
      onClick={(event) => setPicturePoint(pointOf(event))}
    >
      <div ref={holder} className={styles.holder} />
      {pairs.map(({ picture: point }, index) =>
        point === null ? null : (
          <span key={index} className={styles.pin} style={placeOf(point)} data-pin={index + 1}>
            {index + 1}
          </span>
        ),
      )}
      {cross === null ? null : <Loupe picture={picture} at={cross} />}
    </div>
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
