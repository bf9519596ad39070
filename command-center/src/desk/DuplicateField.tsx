import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { SuspectedDuplicatesDocument } from '#gis/generated/graphql.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { Age } from '#ui/Age.tsx';
import styles from './CaseMoves.module.css';

type DuplicateFieldProps = {
  incidentId: string;
  value: string;
  onChoose: (id: string) => void;
};

/** Which case it is merged into: those of the same class, near and soon. */
export function DuplicateField({ incidentId, value, onChoose }: DuplicateFieldProps) {
  const { t } = useTranslation('desk');
  const titleOf = useIncidentTitle();
  const { data } = useQuery(SuspectedDuplicatesDocument, {
    variables: { id: incidentId },
    fetchPolicy: 'cache-and-network',
  });
  const suspected = data?.incident?.suspectedDuplicates ?? [];
  return (
    <fieldset className={styles.choices}>
      <legend>{t('need.mainCase')}</legend>
      {data && suspected.length === 0 ? (
        <p className={styles.none}>{t('noDuplicates', data.duplicateRule)}</p>
      ) : null}
      {suspected.map((each) => (
        <label key={each.id}>
          <input
            type="radio"
            name="main-case"
            required
            checked={value === each.id}
            onChange={() => onChoose(each.id)}
          />
          <span>
            {each.caseNo ?? titleOf(each.title)} · {each.address ?? each.area.name} ·{' '}
            {t(`incidents:state.${each.state}`)} · <Age since={new Date(each.reportedAt)} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
