import { MessageSquareWarning } from 'lucide-react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { InstructionsDocument } from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { select } from '#map/map-model.ts';
import { flyToPlace } from '#map/map-host.ts';
import { Button } from '#ui/Button.tsx';
import { InstructionLine } from './InstructionLine.tsx';
import { useInstructionNews } from './use-instruction-news.ts';
import styles from './Instructions.module.css';

const receivers = ['incident.accept', 'incident.register', 'incident.dispatch', 'incident.dispose'];
const mostShown = 3;

/** What a leader has said and nobody has taken yet stands in sight of those who may take it. */
export function InstructionStrip({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('instructions');
  const mayReceive = viewer.permissions.some((each) => receivers.includes(each));
  const { data, refetch } = useQuery(InstructionsDocument, {
    variables: { waitingOnly: true },
    skip: !mayReceive,
  });
  useInstructionNews(refetch);
  const waiting = (data?.instructions ?? []).filter(({ receivable }) => receivable);
  if (waiting.length === 0) return null;
  return (
    <section
      className={styles.strip}
      role="status"
      aria-label={t('title')}
      data-strip={waiting.length}
    >
      <h2>
        <MessageSquareWarning size="1.2em" aria-hidden /> {t('strip', { count: waiting.length })}
      </h2>
      <ul>
        {waiting.slice(0, mostShown).map((instruction) => (
          <InstructionLine
            key={instruction.id}
            instruction={instruction}
            onReceived={() => void refetch()}
          />
        ))}
      </ul>
      <Button
        look="plain"
        data-act="open-case"
        onClick={() => {
          const { id, position } = waiting[0]!.incident;
          const place = [position.longitude, position.latitude] as const;
          select({ kind: 'incident', id, position: place });
          flyToPlace(place);
        }}
      >
        {t('openCase')}
      </Button>
    </section>
  );
}
