import { useTranslation } from 'react-i18next';
import type { CityThemesQuery } from '#gis/generated/graphql.ts';
import { clockWords } from '#ui/clock-words.ts';
import styles from './ThemeSource.module.css';

type Theme = Omit<CityThemesQuery['cityThemes'][number], 'indicators'>;

/** Whose numbers these are, of when, and what is wrong with them. */
export function ThemeSource({ theme }: { theme: Theme }) {
  const { t } = useTranslation('outside');
  const { source, asOf, illustrative, stale, failure, rejected } = theme;
  return (
    <span className={styles.source}>
      {source} · {clockWords(new Date(asOf), 'dayMinutes')}
      {illustrative ? ` · ${t('illustrative')}` : ''}
      {stale ? <span className={styles.trouble}> · {t('stale')}</span> : null}
      {rejected > 0 ? (
        <span className={styles.trouble}> · {t('themes.rejected', { count: rejected })}</span>
      ) : null}
      {failure ? <span className={styles.trouble}> · {t(`failure.${failure}`)}</span> : null}
    </span>
  );
}
