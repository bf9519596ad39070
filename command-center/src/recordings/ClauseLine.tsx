import { useTranslation } from 'react-i18next';
import styles from './Recordings.module.css';

type Clause = { law: string; article?: number | null };

/** The law a request rests on, and its article where it is known. */
export function ClauseLine({ clause: { law, article } }: { clause: Clause }) {
  const { t } = useTranslation('recordings');
  const where = article == null ? t('articleUnknown') : t('article', { article });
  return (
    <span className={styles.note}>
      {t(`law.${law}`)} {where}
    </span>
  );
}
