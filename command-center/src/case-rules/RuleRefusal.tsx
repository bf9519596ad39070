import { useTranslation } from 'react-i18next';
import { refusalOf } from '#session/refusal.ts';
import styles from './CaseRules.module.css';

/** Why a rule was not saved; what was written stays. */
export function RuleRefusal({ error }: { error: unknown }) {
  const { t } = useTranslation('case-rules');
  if (!error) return null;
  const { reason, details } = refusalOf(error);
  const openCases = Number(details['openCases'] ?? 0);
  return (
    <p className={styles.refused} role="alert">
      {t(`refusal.${reason}`, { openCases, defaultValue: t('refusal.other', { reason }) })}
    </p>
  );
}
