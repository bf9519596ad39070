import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import { FieldCheckListsDocument, FieldPatrolsDocument } from '#gis/generated/graphql.ts';
import { useClassName } from '#words/use-class-name.ts';
import cases from '../cases/Cases.module.css';
import { outbox } from '../field-parts.ts';
import { useKeptDraft } from '../outbox/use-kept-draft.ts';
import type { Worker } from '../session/worker-session.ts';
import { useAsked } from '../use-asked.ts';
import { beginPatrol, type FieldCheckList, type PatrolDraft } from './patrol-draft.ts';
import { PatrolSheet } from './PatrolSheet.tsx';
import styles from './Patrol.module.css';

/** 巡查 and 走访: what is asked for, what may be begun by oneself, and what was made. */
export function Patrols({ worker }: { worker: Worker }) {
  const { t, i18n } = useTranslation('field');
  const nameOf = useClassName();
  const lists = useAsked('check-lists', FieldCheckListsDocument, {});
  const asked = useAsked('patrols', FieldPatrolsDocument, {});
  const entries = useStore(outbox.state, (state) => state.entries);
  const [draft, write] = useKeptDraft<PatrolDraft>('patrol', worker.userId);
  const [open, setOpen] = useState(false);
  const [now] = useState(Date.now);
  const inUse = (lists.value?.checkLists ?? []).filter(({ retiredAt }) => !retiredAt);
  const onItsWay = entries.flatMap(({ body, state }) =>
    body.kind === 'patrol' && state !== 'sent' ? (body.round.taskId ?? []) : [],
  );
  const tasks = (asked.value?.myPatrolTasks ?? []).filter(({ id }) => !onItsWay.includes(id));
  const made = asked.value?.myPatrols ?? [];
  const time = (at: string) => clockWords(new Date(at), 'dayMinutes', i18n.language);
  const begin = (list: FieldCheckList | undefined, taskId: string | null, place: string): void => {
    if (list === undefined) return;
    write(beginPatrol(list, { taskId, place, beganAt: Date.now() }));
    setOpen(true);
  };
  return (
    <section className={cases.list} aria-label={t('patrol.title')} data-patrols>
      <header className={cases.head}>
        <h2>{t('patrol.title')}</h2>
        {asked.stale && asked.asOf ? (
          <p data-stale>
            {t('asOf', { time: clockWords(asked.asOf, 'dayMinutes', i18n.language) })}
          </p>
        ) : null}
      </header>
      {draft ? (
        <button
          type="button"
          className={`${cases.row} ${styles.begun}`}
          data-act="go-on-patrol"
          onClick={() => setOpen(true)}
        >
          <strong>{t('patrol.goOn', { name: nameOf(draft.list) })}</strong>
          <span className={cases.where}>{draft.place}</span>
        </button>
      ) : (
        <>
          <ul>
            {tasks.map(({ id, list, place, areaName, dueAt, issuedBy }) => (
              <li key={id}>
                <button
                  type="button"
                  className={cases.row}
                  data-patrol-task={id}
                  onClick={() =>
                    begin(
                      inUse.find(({ code }) => code === list.code),
                      id,
                      place,
                    )
                  }
                >
                  <strong>{place}</strong>
                  <span className={cases.state}>{nameOf(list)}</span>
                  <span className={cases.where}>
                    {areaName} · {issuedBy}
                  </span>
                  {dueAt ? (
                    <span className={cases.due} data-late={Date.parse(dueAt) < now}>
                      {t('cases.due', { time: time(dueAt) })}
                    </span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
          {lists.value === null ? (
            <p className={cases.none}>{t(lists.failed ? 'notKnown' : 'loading')}</p>
          ) : (
            <div className={styles.lists} role="group" aria-label={t('patrol.begin')}>
              {inUse.map((list) => (
                <button
                  key={list.code}
                  type="button"
                  data-check-list={list.code}
                  onClick={() => begin(list, null, '')}
                >
                  {nameOf(list)}
                </button>
              ))}
            </div>
          )}
        </>
      )}
      {made.length > 0 ? (
        <details className={styles.made}>
          <summary>{t('patrol.made', { count: made.length })}</summary>
          <ul>
            {made.map(({ id, list, place, endedAt, notOk }) => (
              <li key={id} data-my-patrol={id}>
                {nameOf(list)} · {place}
                <span className={cases.where}>
                  {time(endedAt)} · {t('patrol.notOk', { count: notOk })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {open && draft ? (
        <PatrolSheet
          worker={worker}
          draft={draft}
          onWrite={write}
          onDone={asked.refresh}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </section>
  );
}
