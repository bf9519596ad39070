import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DutyShiftDocument, DutyShiftsDocument } from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { useJournalRefresh } from '#register/use-journal-refresh.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { EntryForm } from './EntryForm.tsx';
import { ShiftSheet } from './ShiftSheet.tsx';
import styles from './Records.module.css';

type DutyLogProps = { viewer: Viewer; onCase: (incidentId: string) => void };

const tellsOf =
  (...things: readonly string[]) =>
  ({ kind }: { kind: string }) =>
    things.includes(kind.split('.')[0]!);
const ofShifts = tellsOf('duty', 'duty-shift');
/** What becomes a line, or who is on duty. */
const ofLines = tellsOf('duty', 'duty-log', 'duty-shift', 'shift-note', 'incident');

/** 值班日志: at the left the shifts of the center, beside them what the chosen one did. */
export function DutyLog({ viewer, onCase }: DutyLogProps) {
  const { t, i18n } = useTranslation('records');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [before, setBefore] = useState<string[]>([]);
  const page = before.at(-1) ?? null;
  const { data, error, refetch } = useQuery(DutyShiftsDocument, {
    variables: { before: page },
    fetchPolicy: 'cache-and-network',
  });
  const known = useJournalRefresh({ concerns: ofShifts, refresh: () => refetch() });
  const face = faceOf({ value: data?.dutyShifts, error, retry: () => void refetch(), ...known });
  const mayWrite = viewer.permissions.includes('duty.sign-in');
  const time = (at: string) => clockWords(new Date(at), 'dayMinutes', i18n.language);
  if (face.face === 'ready' && face.value.length === 0 && page === null) {
    return (
      <div className={styles.sheet}>
        <p className={styles.quiet}>{t('log.none')}</p>
        {mayWrite ? <EntryForm onWritten={() => void refetch()} /> : null}
      </div>
    );
  }
  return (
    <PanelFaces of={face} emptyWords={t('log.noOlder')} isEmpty={() => false}>
      {(all) => {
        const chosen = all.find(({ id }) => id === chosenId) ?? all[0];
        return (
          <div className={styles.columns}>
            <nav className={styles.choices} aria-label={t('log.shifts')}>
              {all.map((shift) => (
                <button
                  key={shift.id}
                  type="button"
                  className={styles.choice}
                  aria-current={shift.id === chosen?.id}
                  data-shift={shift.id}
                  data-lasts={!shift.handedOverAt}
                  onClick={() => setChosenId(shift.id)}
                >
                  <span>
                    {time(shift.begunAt)} –{' '}
                    {shift.handedOverAt ? time(shift.handedOverAt) : t('log.now')}
                  </span>
                  <span className={shift.mayTakeOver ? styles.waits : styles.quiet}>
                    {shift.handedOverAt
                      ? shift.takenOverBy
                        ? `${shift.handedOverBy} → ${shift.takenOverBy}`
                        : t('log.waits', { name: shift.handedOverBy ?? '' })
                      : t('log.lasts')}
                  </span>
                </button>
              ))}
              <p className={styles.buttons}>
                {page ? (
                  <Button onClick={() => setBefore(before.slice(0, -1))}>{t('log.newer')}</Button>
                ) : null}
                {all.length === 20 ? (
                  <Button onClick={() => setBefore([...before, all.at(-1)!.begunAt])}>
                    {t('log.older')}
                  </Button>
                ) : null}
              </p>
            </nav>
            {chosen ? (
              <Shift
                key={chosen.id}
                id={chosen.id}
                mayTake={viewer.permissions.includes('data.export')}
                onCase={onCase}
                onHandingOver={() => setChosenId(chosen.id)}
              />
            ) : (
              <p className={styles.quiet}>{t('log.noOlder')}</p>
            )}
          </div>
        );
      }}
    </PanelFaces>
  );
}

type ShiftProps = {
  id: string;
  mayTake: boolean;
  onCase: (incidentId: string) => void;
  /** With it the next shift begins; this one is what is looked at. */
  onHandingOver: () => void;
};

function Shift({ id, ...sheet }: ShiftProps) {
  const { t } = useTranslation('records');
  const { data, error, refetch } = useQuery(DutyShiftDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const known = useJournalRefresh({ concerns: ofLines, refresh: () => refetch() });
  const retry = () => void refetch();
  return (
    <PanelFaces
      of={faceOf({ value: data?.dutyShift, error, retry, ...known })}
      emptyWords={t('gone')}
    >
      {(shift) => <ShiftSheet of={shift} {...sheet} />}
    </PanelFaces>
  );
}
