import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import {
  ReportScheduleDocument,
  SaveReportScheduleDocument,
  type ReportTimesFragment,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import styles from './Evaluation.module.css';

/** 日报、月报: when the house writes them by itself; changed by who sets the rules of the city. */
export function ReportSchedule({ mayChange }: { mayChange: boolean }) {
  const { data } = useQuery(ReportScheduleDocument, { fetchPolicy: 'cache-and-network' });
  const kept = data?.reportSchedule;
  return kept ? <ScheduleForm key={kept.version} kept={kept} mayChange={mayChange} /> : null;
}

type ScheduleFormProps = { kept: ReportTimesFragment; mayChange: boolean };

function ScheduleForm({ kept, mayChange }: ScheduleFormProps) {
  const { t } = useTranslation('evaluation');
  const failureWords = useFailureWords();
  const [draft, setDraft] = useState({ daily: kept.daily, monthly: kept.monthly });
  const [save, { loading, error }] = useMutation(SaveReportScheduleDocument, {
    refetchQueries: [ReportScheduleDocument],
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const times = ({ isOn, at }: ReportTimesFragment['daily']) => ({ isOn, at });
    const { daily, monthly } = draft;
    const schedule = { version: kept.version, daily: times(daily), monthly: times(monthly) };
    // A refusal is said below; what was chosen stays.
    save({ variables: { commandId: newCommandId(), schedule } }).catch(() => {});
  };
  return (
    <form className={styles.acts} data-report-schedule={kept.version} onSubmit={submit}>
      {(['daily', 'monthly'] as const).map((key) => (
        <span key={key} className={styles.acts}>
          <label>
            <input
              type="checkbox"
              disabled={!mayChange}
              checked={draft[key].isOn}
              onChange={({ target }) =>
                setDraft({ ...draft, [key]: { ...draft[key], isOn: target.checked } })
              }
            />{' '}
            {t(`schedule.${key}`)}
          </label>
          <input
            type="time"
            required
            aria-label={t(`schedule.${key}At`)}
            disabled={!mayChange || !draft[key].isOn}
            value={draft[key].at}
            onChange={({ target }) =>
              setDraft({ ...draft, [key]: { ...draft[key], at: target.value } })
            }
          />
        </span>
      ))}
      {mayChange ? (
        <Button type="submit" disabled={loading}>
          {t('schedule.save')}
        </Button>
      ) : null}
      {error ? (
        <span className={styles.failure} role="alert">
          {failureWords(error)}
        </span>
      ) : null}
    </form>
  );
}
