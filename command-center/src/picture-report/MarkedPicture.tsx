import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureRegion } from 'grid-data';
import { moved, placeOf, regionBetween, resized, type Spot } from '#recordings/masking/region.ts';
import { useLooker } from '#video/use-looker.ts';
import { useMarkOverlay } from '#video/watermark/use-mark-overlay.ts';
import { markBetween, markOf } from './mark.ts';
import {
  endPictureReport,
  writePictureReport,
  type PictureReport,
} from './picture-report-state.ts';
import styles from './PictureReport.module.css';

const stepShare = 0.01;
const steps: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -stepShare, y: 0 },
  ArrowRight: { x: stepShare, y: 0 },
  ArrowUp: { x: 0, y: -stepShare },
  ArrowDown: { x: 0, y: stepShare },
};

type MarkedPictureProps = { report: PictureReport; hides: boolean };

/** The frame as it stood, watermarked as it was; a hand marks on it, or hides a part. */
export function MarkedPicture({ report, hides }: MarkedPictureProps) {
  const { t } = useTranslation('picture-report');
  const { picture, viewId, mark, hidden } = report;
  const [drag, setDrag] = useState<{ from: Spot; to: Spot } | null>(null);
  const stage = useMarkOverlay({ looker: useLooker(), viewId }, endPictureReport);
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    holder.current?.replaceChildren(picture);
  }, [picture]);
  const finish = (): void => {
    if (drag === null) return;
    setDrag(null);
    const { from, to } = drag;
    if (!hides) return writePictureReport({ mark: markBetween(from, to) });
    const part = regionBetween(from, to);
    if (part !== null) writePictureReport({ hidden: [...hidden, part] });
  };
  const drawn = drag && regionBetween(drag.from, drag.to);
  return (
    <div
      ref={stage}
      className={styles.frame}
      style={{ aspectRatio: picture.width / picture.height }}
      data-frame
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: spotOf(event), to: spotOf(event) });
      }}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: spotOf(event) })}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(null)}
    >
      <div ref={holder} className={styles.holder} />
      {mark ? (
        <Part
          name={t('mark')}
          look={styles.mark}
          region={mark.region}
          onChange={(region) => writePictureReport({ mark: region && markOf(region) })}
        />
      ) : null}
      {hidden.map((region, i) => (
        <Part
          // Parts have no name but their place in the row.
          key={i}
          name={t('hiddenPart', { number: i + 1 })}
          look={styles.hidden}
          region={region}
          onChange={(next) =>
            writePictureReport({
              hidden: hidden.flatMap((each, at) => (at === i ? (next ?? []) : each)),
            })
          }
        />
      ))}
      {drawn ? <span className={styles.drawn} style={placeOf(drawn)} /> : null}
    </div>
  );
}

type PartProps = {
  name: string;
  look: string | undefined;
  region: PictureRegion;
  onChange: (region: PictureRegion | null) => void;
};

/** Moved by arrows, resized with Shift, taken away by Delete. */
function Part({ name, look, region, onChange }: PartProps) {
  const { t } = useTranslation('picture-report');
  const obey = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step) onChange(event.shiftKey ? resized(region, step) : moved(region, step));
    else if (event.key === 'Delete' || event.key === 'Backspace') onChange(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="group"
      tabIndex={0}
      className={look}
      style={placeOf(region)}
      aria-label={name}
      title={t('keys')}
      onKeyDown={obey}
    />
  );
}

function spotOf({ currentTarget, clientX, clientY }: PointerEvent): Spot {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}
