import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { HandDownLevelsDocument, type CaseFileFragment } from '#gis/generated/graphql.ts';
import styles from './CaseMoves.module.css';

type HandDownFieldProps = {
  incident: CaseFileFragment;
  value: string;
  onChoose: (areaCode: string) => void;
};

/** To the township or the village; said before it is done where the case would lie still there. */
export function HandDownField({ incident, value, onChoose }: HandDownFieldProps) {
  const { t } = useTranslation('desk');
  const { data } = useQuery(HandDownLevelsDocument, {
    variables: { id: incident.id },
    fetchPolicy: 'network-only',
  });
  const chosen = data?.incident?.handDownLevels.find(({ areaCode }) => areaCode === value);
  return (
    <fieldset className={styles.choices}>
      <legend>{t('need.area')}</legend>
      {[incident.area.code.slice(0, 9), incident.area.code.slice(0, 12)].map((code, index) => (
        <label key={index}>
          <input
            type="radio"
            name="area"
            required
            checked={value === code}
            onChange={() => onChoose(code)}
          />
          {index === 0 ? t('area.township') : t('area.village', { name: incident.area.name })}
        </label>
      ))}
      {chosen?.mayRegister === false ? (
        <p className={styles.refused} role="alert" data-nobody-registers>
          {t('area.nobodyRegisters')}
        </p>
      ) : null}
    </fieldset>
  );
}
