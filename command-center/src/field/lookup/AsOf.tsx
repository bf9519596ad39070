import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import cases from '../cases/Cases.module.css';

/** When the server said what is shown; marked where it cannot be asked now. */
export function AsOf({ asOf, stale }: { asOf: Date | null; stale: boolean }) {
  const { t, i18n } = useTranslation('field');
  if (asOf === null) return null;
  return (
    <p className={cases.none} data-stale={stale}>
      {t('asOf', { time: clockWords(asOf, 'dayMinutes', i18n.language) })}
    </p>
  );
}
