import { useEffect, useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  groundOfPicture,
  isInsidePicture,
  pictureOfGround,
  type LonLat,
  type PicturePoint,
} from 'grid-data';
import { useStore } from '#ui/create-store.ts';
import { pictureWithin, type Rectangle } from '#video/picture-within.ts';
import {
  joinPictures,
  markFromPicture,
  picturePlaces,
  pointFromPicture,
} from './picture-places.ts';
import type { Calibration } from './use-calibration.ts';
import styles from './picture-ground.module.css';

/** Lies over a calibrated picture: a place that is pointed to or marked here is so on the map, and the other way round. */
export function PictureGround({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation('sights');
  const { ground, aspect } = calibration;
  const frame = useRef<HTMLDivElement>(null);
  const box = usePictureBox(frame, aspect);
  const pointed = useStore(picturePlaces, (places) => places.pointed);
  const marked = useStore(picturePlaces, (places) => places.marked);
  useEffect(() => joinPictures(ground), [ground]);
  useEffect(() => () => pointFromPicture(null), []);

  const placeUnder = (event: PointerEvent | React.MouseEvent): LonLat | null => {
    if (!box) return null;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const point: PicturePoint = [
      (event.clientX - left - box.left) / box.width,
      (event.clientY - top - box.top) / box.height,
    ];
    return isInsidePicture(point) ? groundOfPicture(ground, point) : null;
  };
  const spot = (place: LonLat | null) => {
    const point = place === null || !box ? null : pictureOfGround(ground, place);
    if (point === null || !box || !isInsidePicture(point)) return null;
    return { left: box.left + point[0] * box.width, top: box.top + point[1] * box.height };
  };
  const [pointedAt, markedAt] = [spot(pointed), spot(marked)];
  return (
    <div
      ref={frame}
      className={styles.over}
      title={t('picture.hint')}
      data-picture-ground
      onPointerMove={(event) => pointFromPicture(placeUnder(event))}
      onPointerLeave={() => pointFromPicture(null)}
      onClick={(event) => {
        const place = placeUnder(event);
        if (place !== null) markFromPicture(place);
      }}
    >
      {pointed !== null && pointedAt ? (
        <span className={styles.place} data-place={pointed.join(',')}>
          {pointed.map((degrees) => degrees.toFixed(6)).join(', ')}
        </span>
      ) : null}
      {pointedAt ? <span className={styles.pointed} style={pointedAt} data-pointed /> : null}
      {markedAt ? <span className={styles.marked} style={markedAt} data-marked /> : null}
    </div>
  );
}

/** Where the picture lies in its stage, followed as the window changes its size. */
function usePictureBox(
  frame: React.RefObject<HTMLDivElement | null>,
  aspect: number,
): Rectangle | null {
  const [box, setBox] = useState<Rectangle | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = (): void => {
      const stage = { width: element.clientWidth, height: element.clientHeight };
      setBox(pictureWithin(stage, { width: aspect, height: 1 }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [frame, aspect]);
  return box;
}
