import { useEffect, useState } from 'react';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '#gis/use-viewer.ts';
import { onJournal } from '#journal/journal-state.ts';
import { select } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { escalationFor, withEscalation, type Escalation } from './escalations.ts';
import styles from './EscalationStrip.module.css';

/** What the rota tells this desk: a limit draws near, is missed, or stays missed. */
export function EscalationStrip({ viewer }: { viewer: Viewer }) {
  const { t, i18n } = useTranslation('desk');
  const titleOf = useIncidentTitle();
  const [lines, setLines] = useState<readonly Escalation[]>([]);
  const { role, displayName } = viewer;
  useEffect(
    () =>
      onJournal({
        entry: (entry) => {
          const next = escalationFor(entry, { role, displayName });
          if (next) setLines((known) => withEscalation(known, next));
        },
      }),
    [role, displayName],
  );
  if (lines.length === 0) return null;
  const seen = (incidentId: string): void =>
    setLines((known) => known.filter((each) => each.incidentId !== incidentId));
  return (
    <ul className={styles.strip} aria-label={t('escalation.title')}>
      {lines.map(({ incidentId, level, title, place, dueAt, told }) => (
        <li key={incidentId} className={styles.line} data-escalation={level}>
          <TriangleAlert size="1.1em" aria-hidden />
          <span>
            <strong>{t(`escalation.${level}`)}</strong> {titleOf(title)} · {place}
          </span>
          <span className={styles.quiet}>
            {t('clock.due')} {clockWords(new Date(dueAt), 'dayMinutes', i18n.language)} ·{' '}
            {t('escalation.told', {
              names: told.map((each) => t(`accounts:role.${each.role}`)).join(' '),
            })}
          </span>
          <Button
            look="plain"
            onClick={() => select({ kind: 'incident', id: incidentId, position: null })}
          >
            {t('escalation.open')}
          </Button>
          <Button look="plain" onClick={() => seen(incidentId)}>
            {t('escalation.seen')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
