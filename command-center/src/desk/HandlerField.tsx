import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AdvisedUnits } from './AdvisedUnits.tsx';
import styles from './CaseMoves.module.css';

type HandlerFieldProps = {
  incidentId: string;
  value: string;
  onChoose: (name: string) => void;
};

/** Who handles it: one of the department's units by a press, or a worker by name. */
export function HandlerField({ incidentId, value, onChoose }: HandlerFieldProps) {
  const { t } = useTranslation('desk');
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('need.handler')}</label>
      <input
        id={id}
        required
        autoFocus
        maxLength={60}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      />
      <AdvisedUnits
        incidentId={incidentId}
        departmentCode={null}
        onChoose={onChoose}
        chosen={value}
      />
    </div>
  );
}
