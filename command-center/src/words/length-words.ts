import { useTranslation } from 'react-i18next';

/** A length on the ground in the language of the page. */
export function useLengthWords(): (meters: number) => string {
  const { t } = useTranslation('ui');
  return (meters) =>
    meters >= 1000
      ? t('length.kilometers', { value: Math.round(meters / 100) / 10 })
      : t('length.meters', { value: Math.round(meters) });
}
