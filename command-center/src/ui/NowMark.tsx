import { useTranslation } from 'react-i18next';
import { useStore } from './create-store.ts';
import { pastShown } from './past-shown.ts';
import styles from './NowMark.module.css';

/** Beside something that shows the present while the rest of the screen shows the past. */
export function NowMark() {
  const { t } = useTranslation('ui');
  const shown = useStore(pastShown, (state) => state.shown);
  return shown ? (
    <span className={styles.mark} data-now title={t('nowNotThen')}>
      {t('now')}
    </span>
  ) : null;
}
