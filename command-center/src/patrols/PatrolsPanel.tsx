import { useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import styles from '#bulletins/Bulletins.module.css';
import { newCommandId } from '#gis/command-id.ts';
import {
  EndPatrolTaskDocument,
  PatrolsAtTheDeskDocument,
  type PatrolsAtTheDeskQuery,
} from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { useJournalRefresh } from '#register/use-journal-refresh.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useClassName } from '#words/use-class-name.ts';
import { NewPatrolTask } from './NewPatrolTask.tsx';
import { PatrolRecordLine } from './PatrolRecordLine.tsx';

type PatrolsPanelProps = { viewer: Viewer; className?: string | undefined; onClose: () => void };

const isOfPatrols = ({ kind }: { kind: string }) => kind.startsWith('patrol');

/** 巡查走访: what is asked for, and what was found on the rounds. */
export function PatrolsPanel({ viewer, className, onClose }: PatrolsPanelProps) {
  const { t } = useTranslation('patrols');
  const [notOkOnly, setNotOkOnly] = useState(false);
  const [writing, setWriting] = useState(false);
  const { data, error, refetch } = useQuery(PatrolsAtTheDeskDocument, {
    variables: { notOkOnly },
    fetchPolicy: 'cache-and-network',
  });
  const known = useJournalRefresh({ concerns: isOfPatrols, refresh: () => refetch() });
  const face = faceOf({ value: data, error, retry: () => void refetch(), ...known });
  return (
    <Panel raised title={t('title')} onClose={onClose} className={className}>
      <p className={styles.buttons}>
        <Button
          look={writing ? 'quiet' : 'solid'}
          aria-pressed={writing}
          data-new-patrol-task
          onClick={() => setWriting(!writing)}
        >
          {t('new')}
        </Button>
        <Button aria-pressed={notOkOnly} onClick={() => setNotOkOnly(!notOkOnly)}>
          {t('notOkOnly')}
        </Button>
      </p>
      {writing ? (
        <NewPatrolTask
          viewer={viewer}
          onIssued={() => {
            setWriting(false);
            void refetch();
          }}
        />
      ) : null}
      <PanelFaces of={face} emptyWords={t('none')}>
        {({ patrolTasks, patrols }) => (
          <div className={styles.full}>
            <h3>{t('tasks', { count: patrolTasks.length })}</h3>
            <ul className={styles.list} data-patrol-tasks={patrolTasks.length}>
              {patrolTasks.map((task) => (
                <Task
                  key={task.id}
                  of={task}
                  mayEnd={task.areaCode.startsWith(viewer.area.code)}
                  onEnded={() => void refetch()}
                />
              ))}
            </ul>
            <h3>{t('made', { count: patrols.length })}</h3>
            {patrols.length === 0 ? <p className={styles.quiet}>{t('none')}</p> : null}
            <ul className={styles.list} data-patrols={patrols.length}>
              {patrols.map((patrol) => (
                <li key={patrol.id}>
                  <PatrolRecordLine of={patrol} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </PanelFaces>
    </Panel>
  );
}

type TaskProps = {
  of: PatrolsAtTheDeskQuery['patrolTasks'][number];
  mayEnd: boolean;
  onEnded: () => void;
};

function Task({ of, mayEnd, onEnded }: TaskProps) {
  const { t, i18n } = useTranslation('patrols');
  const nameOf = useClassName();
  const [end, { loading, error }] = useMutation(EndPatrolTaskDocument);
  const { id, place, list, areaName, dueAt, doneAt, doneBy, endedAt } = of;
  const time = (at: string) => clockWords(new Date(at), 'dayMinutes', i18n.language);
  const open = !doneAt && !endedAt;
  return (
    <li className={styles.task} data-patrol-task={id} data-open={open}>
      <p>
        <strong>{place}</strong> <span className={styles.quiet}>{nameOf(list)}</span>
      </p>
      <p className={styles.quiet}>
        {areaName}
        {dueAt ? ` · ${t('due', { time: time(dueAt) })}` : ''}
        {doneAt ? ` · ${t('done', { name: doneBy ?? '', time: time(doneAt) })}` : ''}
        {endedAt ? ` · ${t('ended', { time: time(endedAt) })}` : ''}
        {open && mayEnd ? (
          <Button
            look="plain"
            disabled={loading}
            onClick={() => {
              end({ variables: { commandId: newCommandId(), id } }).then(onEnded, () => undefined);
            }}
          >
            {t('end')}
          </Button>
        ) : null}
        {error ? <span className={styles.refused}> {t('notEnded')}</span> : null}
      </p>
    </li>
  );
}
