import { useTranslation } from 'react-i18next';
import type { CityThemesQuery } from '#gis/generated/graphql.ts';
import styles from './ThemeLayerList.module.css';

type Rejects = Pick<CityThemesQuery['cityThemes'][number], 'rejected' | 'rejects'>;

/** Which rows of a table were not taken, each with its line and what stands there. */
export function ThemeRejects({ rejected, rejects }: Rejects) {
  const { t } = useTranslation('outside');
  if (rejected === 0) return null;
  return (
    <details className={styles.rejects} data-theme-rejects={rejected}>
      <summary>{t('themes.rejected', { count: rejected })}</summary>
      <ol>
        {rejects.map(({ line, reason, detail }) => (
          <li key={`${line} ${reason} ${detail}`}>
            {t('themes.line', { line })} {t(`themes.reject.${reason}`)}
            <code>{detail}</code>
          </li>
        ))}
      </ol>
    </details>
  );
}
