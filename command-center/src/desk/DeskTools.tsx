import { useTranslation } from 'react-i18next';
import type { Viewer } from '#gis/use-viewer.ts';
import { useAlarmSounds } from '#incidents/alarm-sounds.ts';
import { keepsRecords } from '#records/keeps-records.ts';
import { Button } from '#ui/Button.tsx';
import { useNow } from '#ui/use-now.ts';
import styles from './DeskPage.module.css';

export type DeskSide =
  | 'new-case'
  | 'filter'
  | 'rules'
  | 'notes'
  | 'sound'
  | 'bulletins'
  | 'patrols'
  | 'leaves';

type DeskToolsProps = {
  viewer: Viewer;
  side: DeskSide | null;
  isFiltered: boolean;
  /** Notes of the shift before that this person may take. */
  waitingNotes: number;
  onOpen: (side: DeskSide) => void;
  /** To the log of the duty, or to a special report of the cases at hand. */
  onRecords: (of: 'duty-log' | 'special-report') => void;
};

/** What the desk has besides its lists: filters, notes between shifts, the law of dispatch, sound. */
export function DeskTools(props: DeskToolsProps) {
  const { viewer, side, isFiltered, waitingNotes, onOpen, onRecords } = props;
  const { t } = useTranslation('desk');
  const now = useNow(5_000);
  const quietUntil = useAlarmSounds((state) => state.quietUntil);
  const isQuiet = quietUntil !== null && now < quietUntil;
  const tools: { key: DeskSide; words: string; of: boolean; shortcut?: string }[] = [
    {
      key: 'new-case',
      words: t('intake:newCase'),
      of: viewer.permissions.includes('incident.accept'),
    },
    { key: 'filter', words: t(isFiltered ? 'filter.on' : 'filter.open'), of: true },
    {
      key: 'notes',
      words: waitingNotes > 0 ? t('notes.waiting', { count: waitingNotes }) : t('notes.open'),
      of: viewer.role !== 'department',
      shortcut: 'N',
    },
    {
      key: 'rules',
      words: t('rules.open'),
      of: viewer.permissions.some((each) => seesRules.includes(each)),
    },
    {
      key: 'bulletins',
      words: t('bulletins:open'),
      of: viewer.permissions.includes('bulletin.issue'),
    },
    {
      key: 'patrols',
      words: t('patrols:open'),
      of: viewer.permissions.includes('bulletin.issue'),
    },
    {
      key: 'leaves',
      words: t('leaves:open'),
      of: viewer.permissions.includes('bulletin.issue'),
    },
    { key: 'sound', words: t(isQuiet ? 'sound.isQuiet' : 'sound.open'), of: true },
  ];
  return (
    <div className={styles.tools}>
      {tools
        .filter((tool) => tool.of)
        .map(({ key, words, shortcut }) => (
          <Button
            key={key}
            aria-pressed={side === key}
            data-desk-side={key}
            {...(shortcut ? { shortcut } : {})}
            onClick={() => onOpen(key)}
          >
            {words}
          </Button>
        ))}
      {keepsRecords(viewer) ? (
        <>
          <Button data-desk-records="duty-log" onClick={() => onRecords('duty-log')}>
            {t('dutyLog')}
          </Button>
          <Button data-desk-records="special-report" onClick={() => onRecords('special-report')}>
            {t('specialReport')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** Who sends cases, and who says where they go. */
const seesRules: readonly string[] = ['incident.dispatch', 'incident.register'];
