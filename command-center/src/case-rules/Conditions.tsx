import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { StandardChoicesDocument, type StandardLineFragment } from '#gis/generated/graphql.ts';
import { conditionsOf } from './conditions-of.ts';
import styles from './CaseRules.module.css';

type ConditionsProps = {
  incidentId: string;
  of: 'register' | 'close';
  /** The one that is chosen in the form, where one is. */
  standardId?: string;
};

/** 立案条件、结案条件: what the standard of the class says about this move, read before it is made. */
export function Conditions({ incidentId, of, standardId = '' }: ConditionsProps) {
  const { t } = useTranslation('case-rules');
  const { data } = useQuery(StandardChoicesDocument, { variables: { id: incidentId } });
  if (!data?.incident) return null;
  const shown = conditionsOf(data.incident, of, standardId);
  if (shown.length === 0) return null;
  const words = (each: StandardLineFragment) =>
    of === 'register'
      ? `${each.condition} · ${each.limitValue} ${t(`unit.${each.limitUnit}`)}`
      : each.closeCondition;
  return (
    <dl className={styles.conditions} data-conditions={of}>
      <dt>{t(of === 'register' ? 'registerWhen' : 'closeWhen')}</dt>
      {shown.map((each) => (
        <dd key={each.id}>
          {/* Which of several is meant is said by its condition. */}
          {of === 'close' && shown.length > 1 ? `${each.condition}: ` : null}
          {words(each)}
        </dd>
      ))}
    </dl>
  );
}
