import { useTranslation } from 'react-i18next';
import type { Refusal } from '#session/refusal.ts';
import styles from './AccountsPage.module.css';

/** Why the server did not do it, beside the button that asked. */
export function RefusalLine({ refusal }: { refusal: Refusal | null }) {
  const { t } = useTranslation('accounts');
  if (refusal === null) return null;
  const { reason, message } = refusal;
  return (
    <span className={styles.refusal} role="alert" data-reason={reason}>
      {t(`refused.${reason}`, { defaultValue: message })}
    </span>
  );
}
