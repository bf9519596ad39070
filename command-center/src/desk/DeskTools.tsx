import { useTranslation } from 'react-i18next';
import type { Viewer } from '#gis/use-viewer.ts';
import { useAlarmSounds } from '#incidents/alarm-sounds.ts';
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
};

/** What the desk has besides its lists: filters, notes between shifts, the law of dispatch, sound. */
export function DeskTools({ viewer, side, isFiltered, waitingNotes, onOpen }: DeskToolsProps) {
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
    </div>
  );
}

/** Who sends cases, and who says where they go. */
const seesRules: readonly string[] = ['incident.dispatch', 'incident.register'];
