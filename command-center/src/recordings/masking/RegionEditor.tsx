import { useEffect, useRef, useState } from 'react';
import { ImageDown, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { exportLimits, type PictureRegion } from 'grid-data';
import { Button } from '#ui/Button.tsx';
import { useLooker } from '#video/use-looker.ts';
import { useMarkOverlay } from '#video/watermark/use-mark-overlay.ts';
import { changedByKeys, useDrawnRegion } from './region-by-hand.ts';
import { newRegion, placeOf, regionBetween } from './region.ts';
import { drawStill } from './shown-pictures.ts';
import styles from './RegionEditor.module.css';

type RegionEditorProps = {
  cameraId: string;
  regions: readonly PictureRegion[];
  onChange: (regions: readonly PictureRegion[]) => void;
};

/** Parts of the picture that a copy hides, drawn by hand or by key on a still of the recording. */
export function RegionEditor({ cameraId, regions, onChange }: RegionEditorProps) {
  const { t } = useTranslation('recordings');
  const { stage, canvas, hasStill, take } = useStill(cameraId);
  const isFull = regions.length >= exportLimits.regions;
  const { hand, drawn } = useDrawnRegion(({ from, to }) => {
    const part = regionBetween(from, to);
    if (part !== null) onChange([...regions, part]);
  });
  const replace = (at: number, region: PictureRegion | null) =>
    onChange(regions.flatMap((each, i) => (i === at ? (region ?? []) : each)));
  return (
    <div className={styles.editor} data-region-editor={hasStill ? 'still' : 'empty'}>
      <div
        ref={stage}
        className={styles.stage}
        {...hand}
        onPointerDown={isFull ? undefined : hand.onPointerDown}
      >
        <canvas ref={canvas} className={styles.still} />
        {hasStill ? null : <p className={styles.hint}>{t('masking.noStill')}</p>}
        {regions.map((region, i) => (
          <RegionBox
            // Parts have no name but their place in the row.
            key={i}
            number={i + 1}
            region={region}
            onChange={(next) => replace(i, next)}
          />
        ))}
        {drawn ? <span className={styles.drawn} style={placeOf(drawn)} /> : null}
      </div>
      <div className={styles.bar}>
        <Button data-act="take-still" onClick={take}>
          <ImageDown size="1.2em" aria-hidden />
          {t('masking.takeStill')}
        </Button>
        <Button
          data-act="add-region"
          disabled={isFull}
          onClick={() => onChange([...regions, newRegion(regions)])}
        >
          <Plus size="1.2em" aria-hidden />
          {t('masking.add')}
        </Button>
        <span className={styles.count} role="status">
          {t('masking.count', { count: regions.length, most: exportLimits.regions })}
        </span>
      </div>
    </div>
  );
}

type RegionBoxProps = {
  number: number;
  region: PictureRegion;
  onChange: (region: PictureRegion | null) => void;
};

function RegionBox({ number, region, onChange }: RegionBoxProps) {
  const { t } = useTranslation('recordings');
  return (
    <div
      role="group"
      tabIndex={0}
      className={styles.region}
      style={placeOf(region)}
      data-region={number}
      aria-label={t('masking.region', { number })}
      title={t('masking.keys')}
      onKeyDown={changedByKeys(region, onChange)}
    >
      <Button
        look="plain"
        className={styles.remove}
        aria-label={t('masking.remove', { number })}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => onChange(null)}
      >
        <X size="1em" aria-hidden />
      </Button>
    </div>
  );
}

/** The still lies on the page as the tile does: marked with who looks, and taken away with the mark. */
function useStill(cameraId: string) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [viewId, setViewId] = useState<string | null>(null);
  const take = (): void => {
    if (canvas.current) setViewId(drawStill(cameraId, canvas.current));
  };
  useEffect(() => {
    if (canvas.current) setViewId(drawStill(cameraId, canvas.current));
  }, [cameraId]);
  const stage = useMarkOverlay({ looker: useLooker(), viewId }, () => {
    if (canvas.current) canvas.current.width = 0;
    setViewId(null);
  });
  return { stage, canvas, hasStill: viewId !== null, take };
}
