import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import {
  CaseRulesDocument,
  SaveWorkCalendarDocument,
  type RulesOfCasesFragment,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { RuleField } from './RuleField.tsx';
import { RuleRefusal } from './RuleRefusal.tsx';
import { readSessions, sessionsText } from './sessions-text.ts';
import styles from './CaseRules.module.css';

type Calendar = RulesOfCasesFragment['calendar'];

/** The ordinary week, and the days that differ: holidays and make-up days. */
export function CalendarTab({ mayKeep }: { mayKeep: boolean }) {
  const { data, error, refetch } = useQuery(CaseRulesDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const face = faceOf({ value: data?.caseRules, error, retry: () => void refetch() });
  return (
    <PanelFaces of={face} emptyWords="" isEmpty={() => false}>
      {({ calendar, recomputing }) => (
        <CalendarForm
          key={calendar.version}
          calendar={calendar}
          recomputing={recomputing}
          mayKeep={mayKeep}
          onSaved={() => void refetch()}
        />
      )}
    </PanelFaces>
  );
}

type CalendarFormProps = {
  calendar: Calendar;
  recomputing: boolean;
  mayKeep: boolean;
  onSaved: () => void;
};

const weekdays = [1, 2, 3, 4, 5, 6, 7];

function CalendarForm({ calendar, recomputing, mayKeep, onSaved }: CalendarFormProps) {
  const { t } = useTranslation('case-rules');
  const [usual, setUsual] = useState(sessionsText(calendar.sessions));
  const [works, setWorks] = useState<readonly number[]>(calendar.weekdays);
  const [days, setDays] = useState(calendar.days.map(dayText));
  const [known, setKnown] = useState(calendar.holidaysKnownUntil);
  const [save, { loading, error }] = useMutation(SaveWorkCalendarDocument);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const next = {
      version: calendar.version,
      sessions: readSessions(usual),
      weekdays: [...works],
      days: days.map((day) => ({ ...day, sessions: readSessions(day.sessions) })),
      holidaysKnownUntil: known,
    };
    // A refusal is said below; what was written stays.
    save({ variables: { commandId: newCommandId(), calendar: next } }).then(onSaved, () => {});
  };
  return (
    <form className={styles.section} data-calendar={calendar.version} onSubmit={submit}>
      <fieldset disabled={!mayKeep} className={styles.form}>
        <RuleField name={t('sessions')} wide>
          {(id) => (
            <input
              id={id}
              required
              value={usual}
              onChange={(event) => setUsual(event.target.value)}
            />
          )}
        </RuleField>
        <div className={styles.ticks} role="group" aria-label={t('weekdays')}>
          {weekdays.map((weekday) => (
            <label key={weekday}>
              <input
                type="checkbox"
                checked={works.includes(weekday)}
                onChange={(event) =>
                  setWorks(
                    event.target.checked
                      ? [...works, weekday].toSorted()
                      : works.filter((each) => each !== weekday),
                  )
                }
              />
              {t(`weekday.${weekday}`)}
            </label>
          ))}
        </div>
        <RuleField name={t('holidaysKnownUntil')}>
          {(id) => (
            <input
              id={id}
              type="date"
              required
              value={known}
              onChange={(event) => setKnown(event.target.value)}
            />
          )}
        </RuleField>
      </fieldset>
      <SpecialDays days={days} mayKeep={mayKeep} onDays={setDays} />
      <RuleRefusal error={error} />
      {recomputing ? <p role="status">{t('recomputing')}</p> : null}
      {mayKeep ? (
        <div className={styles.acts}>
          <Button look="solid" type="submit" disabled={loading}>
            {t('save')}
          </Button>
          <span className={styles.quiet}>{t('calendarEffect')}</span>
        </div>
      ) : null}
    </form>
  );
}

type DayText = { date: string; name: string; sessions: string };

const dayText = ({ date, name, sessions }: Calendar['days'][number]): DayText => ({
  date,
  name,
  sessions: sessionsText(sessions),
});

type SpecialDaysProps = {
  days: readonly DayText[];
  mayKeep: boolean;
  onDays: (days: DayText[]) => void;
};

function SpecialDays({ days, mayKeep, onDays }: SpecialDaysProps) {
  const { t } = useTranslation('case-rules');
  const write = (index: number, change: Partial<DayText>): void =>
    onDays(days.map((day, at) => (at === index ? { ...day, ...change } : day)));
  const cell = (index: number, name: keyof DayText, label: string) => (
    <input
      type={name === 'date' ? 'date' : 'text'}
      aria-label={`${label} ${days[index]?.date ?? ''}`}
      required={name === 'date'}
      maxLength={40}
      disabled={!mayKeep}
      placeholder={name === 'sessions' ? t('dayOff') : ''}
      value={days[index]?.[name] ?? ''}
      onChange={(event) => write(index, { [name]: event.target.value })}
    />
  );
  return (
    <>
      <h3>{t('specialDays')}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('date')}</th>
            <th>{t('dayName')}</th>
            <th>{t('daySessions')}</th>
            <th aria-label={t('acts')} />
          </tr>
        </thead>
        <tbody>
          {days.map((_, index) => (
            <tr key={index} data-day={index}>
              <td>{cell(index, 'date', t('date'))}</td>
              <td>{cell(index, 'name', t('dayName'))}</td>
              <td>{cell(index, 'sessions', t('daySessions'))}</td>
              <td>
                {mayKeep ? (
                  <Button onClick={() => onDays(days.filter((__, at) => at !== index))}>
                    {t('remove')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayKeep ? (
        <div className={styles.acts}>
          <Button onClick={() => onDays([...days, { date: '', name: '', sessions: '' }])}>
            {t('addDay')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
