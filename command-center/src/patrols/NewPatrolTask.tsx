import { useId, useState, type FormEvent } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { AreaOptions } from '#areas/AreaOptions.tsx';
import styles from '#bulletins/Bulletins.module.css';
import { newCommandId } from '#gis/command-id.ts';
import { CheckListsDocument, IssuePatrolTaskDocument } from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { useClassName } from '#words/use-class-name.ts';

type NewPatrolTaskProps = { viewer: Viewer; onIssued: () => void };

export function NewPatrolTask({ viewer, onIssued }: NewPatrolTaskProps) {
  const { t } = useTranslation('patrols');
  const id = useId();
  const nameOf = useClassName();
  const failureWords = useFailureWords();
  const [commandId] = useState(newCommandId);
  const [task, setTask] = useState({
    listCode: '',
    place: '',
    areaCode: viewer.area.code,
    hours: '24',
  });
  const { data } = useQuery(CheckListsDocument);
  const [issue, { error, loading }] = useMutation(IssuePatrolTaskDocument);
  const write = (part: Partial<typeof task>): void => setTask({ ...task, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { hours, ...rest } = task;
    const dueAt =
      hours === '' ? null : new Date(Date.now() + Number(hours) * 3_600_000).toISOString();
    // A refusal is said below, with all that was written.
    issue({ variables: { ...rest, commandId, dueAt } }).then(onIssued, () => undefined);
  };
  return (
    <form className={styles.form} aria-label={t('new')} onSubmit={submit}>
      <div className={styles.choice}>
        <label htmlFor={`${id}-list`}>{t('field.list')}</label>
        <select
          id={`${id}-list`}
          required
          value={task.listCode}
          onChange={({ target }) => write({ listCode: target.value })}
        >
          <option value="" />
          {(data?.checkLists ?? [])
            .filter(({ retiredAt }) => !retiredAt)
            .map((list) => (
              <option key={list.code} value={list.code}>
                {nameOf(list)}
              </option>
            ))}
        </select>
      </div>
      <div className={styles.choice}>
        <label htmlFor={`${id}-area`}>{t('field.area')}</label>
        <select
          id={`${id}-area`}
          value={task.areaCode}
          onChange={({ target }) => write({ areaCode: target.value })}
        >
          <AreaOptions area={viewer.area} />
        </select>
      </div>
      <div className={styles.choice}>
        <label htmlFor={`${id}-hours`}>{t('field.hours')}</label>
        <input
          id={`${id}-hours`}
          type="number"
          min={1}
          max={2160}
          value={task.hours}
          onChange={({ target }) => write({ hours: target.value })}
        />
      </div>
      <div className={`${styles.choice} ${styles.wide}`}>
        <label htmlFor={`${id}-place`}>{t('field.place')}</label>
        <input
          id={`${id}-place`}
          required
          maxLength={80}
          value={task.place}
          onChange={({ target }) => write({ place: target.value })}
        />
      </div>
      <Button look="solid" type="submit" disabled={loading}>
        {t('issue')}
      </Button>
      {error ? (
        <p className={styles.refused} role="alert">
          {failureWords(error)}
        </p>
      ) : null}
    </form>
  );
}
