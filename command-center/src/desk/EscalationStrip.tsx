import { useEffect, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { OpenEscalationsDocument } from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { onJournal } from '#journal/journal-state.ts';
import { select } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import {
  escalationFor,
  limitMark,
  seenMark,
  withEscalation,
  type Escalation,
} from './escalations.ts';
import { keepSeen, keptSeen } from './kept-list.ts';
import styles from './EscalationStrip.module.css';

/** What the rota tells this desk: a limit draws near, is missed, or stays missed. */
export function EscalationStrip({ viewer }: { viewer: Viewer }) {
  const { t, i18n } = useTranslation('desk');
  const titleOf = useIncidentTitle();
  const [lines, setLines] = useState<readonly Escalation[]>([]);
  const { role, displayName } = viewer;
  const client = useApolloClient();
  useEffect(() => {
    const hear = (entry: Parameters<typeof escalationFor>[0]): void => {
      const next = escalationFor(entry, { role, displayName });
      if (next && !keptSeen().includes(seenMark(next))) {
        setLines((known) => withEscalation(known, next));
      }
    };
    // What was told before this page opened, or while its line was broken, is asked for.
    const ask = (): void => {
      client.query({ query: OpenEscalationsDocument, fetchPolicy: 'network-only' }).then(
        ({ data }) => data?.openEscalations.forEach(hear),
        () => {}, // Asked again when the line is back; what comes meanwhile is heard.
      );
    };
    ask();
    return onJournal({ begin: ask, reload: ask, entry: hear });
  }, [client, role, displayName]);
  if (lines.length === 0) return null;
  const seen = (line: Escalation): void => {
    keepSeen(seenMark(line));
    setLines((known) => known.filter((each) => limitMark(each) !== limitMark(line)));
  };
  return (
    <ul className={styles.strip} aria-label={t('escalation.title')}>
      {lines.map((line) => (
        <li key={limitMark(line)} className={styles.line} data-escalation={line.level}>
          <TriangleAlert size="1.1em" aria-hidden />
          <span>
            <strong>{t(`escalation.${line.level}`)}</strong> {titleOf(line.title)} · {line.place}
          </span>
          <span className={styles.quiet}>
            {t(line.level === 'stage' ? 'clock.stageDue' : 'clock.due')}{' '}
            {clockWords(new Date(line.dueAt), 'dayMinutes', i18n.language)} ·{' '}
            {t('escalation.told', {
              names: line.told.map((each) => t(`accounts:role.${each.role}`)).join(' '),
            })}
          </span>
          <Button
            look="plain"
            onClick={() => select({ kind: 'incident', id: line.incidentId, position: null })}
          >
            {t('escalation.open')}
          </Button>
          <Button look="plain" onClick={() => seen(line)}>
            {t('escalation.seen')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
