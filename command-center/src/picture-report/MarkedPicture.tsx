import { useTranslation } from 'react-i18next';
import type { PictureRegion } from 'grid-data';
import { changedByKeys, useDrawnRegion } from '#recordings/masking/region-by-hand.ts';
import { placeOf, regionBetween } from '#recordings/masking/region.ts';
import { MarkedStill } from '#video/watermark/MarkedStill.tsx';
import { markBetween, markOf } from './mark.ts';
import {
  endPictureReport,
  writePictureReport,
  type PictureReport,
} from './picture-report-state.ts';
import styles from './PictureReport.module.css';

type MarkedPictureProps = { report: PictureReport; hides: boolean };

/** The frame as it stood, watermarked as it was; a hand marks on it, or hides a part. */
export function MarkedPicture({ report, hides }: MarkedPictureProps) {
  const { t } = useTranslation('picture-report');
  const { picture, viewId, mark, hidden } = report;
  const { hand, drawn } = useDrawnRegion(({ from, to }) => {
    if (!hides) return writePictureReport({ mark: markBetween(from, to) });
    const part = regionBetween(from, to);
    if (part !== null) writePictureReport({ hidden: [...hidden, part] });
  });
  return (
    <MarkedStill {...{ picture, viewId }} onRemoved={endPictureReport} data-frame {...hand}>
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
    </MarkedStill>
  );
}

type PartProps = {
  name: string;
  look: string | undefined;
  region: PictureRegion;
  onChange: (region: PictureRegion | null) => void;
};

function Part({ name, look, region, onChange }: PartProps) {
  const { t } = useTranslation('picture-report');
  return (
    <div
      role="group"
      tabIndex={0}
      className={look}
      style={placeOf(region)}
      aria-label={name}
      title={t('keys')}
      onKeyDown={changedByKeys(region, onChange)}
    />
  );
}
