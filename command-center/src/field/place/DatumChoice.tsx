import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepPhoneDatum, phoneDatum, phoneDatums } from './find-place.ts';
import styles from './Place.module.css';

/** In which datum this phone gives its place; said once, by whoever sees that it is always off. */
export function DatumChoice({ onDatum }: { onDatum: () => void }) {
  const { t } = useTranslation('field');
  const id = useId();
  const [datum, setDatum] = useState(phoneDatum);
  return (
    <div className={styles.datum}>
      <label htmlFor={id}>{t('place.datum')}</label>
      <select
        id={id}
        value={datum}
        onChange={(event) => {
          const next = phoneDatums.find((each) => each === event.target.value) ?? 'wgs84';
          keepPhoneDatum(next);
          setDatum(next);
          onDatum();
        }}
      >
        {phoneDatums.map((each) => (
          <option key={each} value={each}>
            {t(`place.datumOf.${each}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
