import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { StandardChoicesDocument } from '#gis/generated/graphql.ts';
import { RuleField } from './RuleField.tsx';

type StandardFieldProps = {
  incidentId: string;
  value: string;
  onChoose: (standardId: string) => void;
};

/** Against which condition of its class a case is registered; none is the limit of the class. */
export function StandardField({ incidentId, value, onChoose }: StandardFieldProps) {
  const { t } = useTranslation('case-rules');
  const { data } = useQuery(StandardChoicesDocument, { variables: { id: incidentId } });
  return (
    <RuleField name={t('registeredAgainst')}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{t('byClass')}</option>
          {(data?.incident?.standardChoices ?? []).map((each) => (
            <option key={each.id} value={each.id}>
              {`${each.condition} · ${each.limitValue} ${t(`unit.${each.limitUnit}`)}`}
            </option>
          ))}
        </select>
      )}
    </RuleField>
  );
}
