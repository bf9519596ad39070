import { useTranslation } from 'react-i18next';
import type { TimeWindow } from 'grid-data';
import { DaysChoice } from './DaysChoice.tsx';
import styles from '../Sentence.module.css';

type WindowChoiceProps = { window: TimeWindow; onChange: (window: TimeWindow) => void };

/** From when to when, over midnight where it ends before it begins, and on which days it begins. */
export function WindowChoice({ window, onChange }: WindowChoiceProps) {
  const { t } = useTranslation('linkage');
  return (
    <div className={styles.window}>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={styles.choice}>
          {t(`windowEnd.${end}`)}
          <input
            type="time"
            value={window[end]}
            onChange={({ target }) => onChange({ ...window, [end]: target.value })}
          />
        </label>
      ))}
      <DaysChoice
        days={window.weekdays}
        onChange={(days) => onChange({ ...window, weekdays: days })}
      />
    </div>
  );
}
