import { useTranslation } from 'react-i18next';
import { journalState } from '#journal/journal-state.ts';
import { ClockTime } from '#ui/ClockTime.tsx';
import { useStore } from '#ui/create-store.ts';
import { Mark } from '#ui/Mark.tsx';
import styles from './ConnectionState.module.css';

const looks = {
  live: { shape: 'disc', color: 'state-good' },
  connecting: { shape: 'ring', color: 'state-middle' },
  lost: { shape: 'triangle', color: 'state-alarm' },
} as const;

/** Whether the picture is live, and when the last word came. */
export function ConnectionState() {
  const { t } = useTranslation('shell');
  const status = useStore(journalState, (state) => state.status);
  const heardAt = useStore(journalState, (state) => state.heardAt);
  return (
    <span className={styles.state} data-status={status}>
      <Mark {...looks[status]} />
      {t(`connectionState.${status}`)}
      {heardAt === null ? null : <ClockTime at={new Date(heardAt)} />}
    </span>
  );
}
