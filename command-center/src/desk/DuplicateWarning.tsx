import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { SuspectedDuplicatesDocument, type CaseFileFragment } from '#gis/generated/graphql.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { useIncidentTitle } from '#words/incident-title.ts';
import { useLengthWords } from '#words/length-words.ts';
import { nearMark } from './near-plan.ts';
import { NearPlan } from './NearPlan.tsx';
import styles from './Duplicates.module.css';

type DuplicateWarningProps = {
  incident: CaseFileFragment;
  /** Null where the viewer may not merge it. */
  onMerge: ((mainIncidentId: string) => void) | null;
};

/** Reports of the same class, near and soon: said before anybody works on one thing twice. */
export function DuplicateWarning({ incident, onMerge }: DuplicateWarningProps) {
  const { t } = useTranslation('desk');
  const titleOf = useIncidentTitle();
  const lengthWords = useLengthWords();
  const { data } = useQuery(SuspectedDuplicatesDocument, {
    variables: { id: incident.id },
    fetchPolicy: 'cache-and-network',
  });
  const suspected = data?.incident?.suspectedDuplicates ?? [];
  if (!data || suspected.length === 0) return null;
  const { meters, hours } = data.duplicateRule;
  return (
    <section className={styles.warning} data-duplicates={suspected.length}>
      <h4>{t('duplicates.title', { count: suspected.length, meters, hours })}</h4>
      <NearPlan position={incident.position} circleMeters={meters} others={suspected} chosen="" />
      <ol className={styles.list}>
        {suspected.map((each, index) => (
          <li key={each.id}>
            <span className={styles.number}>{index + 1}</span>
            <span>{each.caseNo ?? titleOf(each.title)}</span>
            <span className={styles.quiet}>
              {t(`incidents:state.${each.state}`)} ·{' '}
              {lengthWords(nearMark(incident.position, each.position).meters)} ·{' '}
              <Age since={new Date(each.reportedAt)} />
            </span>
            {onMerge ? (
              <Button look="plain" data-merge-into={each.id} onClick={() => onMerge(each.id)}>
                {t('duplicates.merge')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
