import { useTranslation } from 'react-i18next';
import { weekdays } from 'grid-data';
import styles from '../Sentence.module.css';

type DaysChoiceProps = { days: readonly number[]; onChange: (days: number[]) => void };

/** Days of the week; none named means every day. */
export function DaysChoice({ days, onChange }: DaysChoiceProps) {
  const { t } = useTranslation('linkage');
  return (
    <fieldset className={styles.days}>
      <legend>{t('daysLegend')}</legend>
      {weekdays.map((day) => (
        <label key={day} className={styles.choice}>
          <input
            type="checkbox"
            checked={days.includes(day)}
            onChange={() =>
              onChange(
                days.includes(day)
                  ? days.filter((each) => each !== day)
                  : [...days, day].sort((a, b) => a - b),
              )
            }
          />
          {t(`weekday.${day}`)}
        </label>
      ))}
    </fieldset>
  );
}
