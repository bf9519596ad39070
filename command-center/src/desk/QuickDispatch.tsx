import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DispatchAdviceDocument } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { AdviceWords } from './AdviceWords.tsx';
import { useCaseKeys } from './use-case-keys.ts';
import { useDepartmentName } from './use-department-name.ts';
import styles from './CaseMoves.module.css';

type QuickDispatchProps = {
  incidentId: string;
  busy: boolean;
  onAccept: (departmentCode: string) => void;
};

/** One key takes the advice: where the rule sends it, with its reason beside. */
export function QuickDispatch({ incidentId, busy, onAccept }: QuickDispatchProps) {
  const { t } = useTranslation('desk');
  const nameOf = useDepartmentName();
  const { data } = useQuery(DispatchAdviceDocument, {
    variables: { id: incidentId },
    fetchPolicy: 'network-only',
  });
  const advice = data?.incident?.dispatchAdvice;
  const accept = (): void => {
    if (advice && !busy) onAccept(advice.department.code);
  };
  useCaseKeys({ '0': accept });
  if (!advice) return null;
  return (
    <div className={styles.quick}>
      <Button look="solid" shortcut="0" disabled={busy} data-quick-dispatch onClick={accept}>
        {t('quickDispatch', { name: nameOf(advice.department) })}
      </Button>
      <AdviceWords advice={advice} />
    </div>
  );
}
