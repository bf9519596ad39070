import type { PictureRegion } from 'grid-data';
import { useTranslation } from 'react-i18next';
import { placeOf } from './region.ts';
import styles from './HiddenParts.module.css';

/** The parts that a copy hides, over its picture or, where there is none, over a sheet of its shape. */
export function HiddenParts({ regions }: { regions: readonly PictureRegion[] }) {
  const { t } = useTranslation('recordings');
  return (
    <>
      {regions.map((region, i) => (
        <span
          // Parts have no name but their place in the row.
          key={i}
          className={styles.part}
          style={placeOf(region)}
          title={t('masking.region', { number: i + 1 })}
          data-hidden-part={i + 1}
        >
          {i + 1}
        </span>
      ))}
    </>
  );
}

/** Where the parts lie, for a row of the register, which holds no picture. */
export function HiddenPartsSketch({ regions }: { regions: readonly PictureRegion[] }) {
  const { t } = useTranslation('recordings');
  return (
    <figure className={styles.sketch} data-mask-sketch={regions.length}>
      <div
        className={styles.sheet}
        role="img"
        aria-label={t('masking.sketch', { count: regions.length })}
      >
        <HiddenParts regions={regions} />
      </div>
      <figcaption>{t('masking.sketch', { count: regions.length })}</figcaption>
    </figure>
  );
}
