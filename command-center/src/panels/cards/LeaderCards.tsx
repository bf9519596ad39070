import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { InstructionsDocument, RequestsToDecideDocument } from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { openInstruct } from '#instructions/instruct-state.ts';
import { Button } from '#ui/Button.tsx';
import { CountButton } from '../CountButton.tsx';
import { PanelCard } from '../PanelCard.tsx';
import { openRows } from '../situation-state.ts';
import { countOf } from '../use-situation.ts';
import type { CardProps } from './card-props.ts';
import styles from '../Panels.module.css';

const pairs = [
  { id: 'reported', today: 'reported-today', yesterday: 'reported-yesterday', moreIsBad: true },
  { id: 'grave', today: 'grave-today', yesterday: 'grave-yesterday', moreIsBad: true },
  { id: 'closed', today: 'closed-today', yesterday: 'closed-yesterday', moreIsBad: false },
] as const;

/** 今日要情: today beside yesterday up to the same time of day. */
export function TodayCard({ situation, asOf }: CardProps) {
  const { t } = useTranslation('panels');
  return (
    <PanelCard
      panel="today"
      source={t('source.incidents')}
      asOf={asOf}
      action={{ words: t('action.graveToday'), run: () => openRows('grave-today') }}
    >
      <div className={styles.days}>
        {pairs.map(({ id, today, yesterday, moreIsBad }) => {
          const [now, before] = [countOf(situation, today), countOf(situation, yesterday)];
          return (
            <div key={id} className={styles.day}>
              <CountButton figure={today} count={now} words={t(`day.${id}`)} size="headline" />
              <CountButton figure={yesterday} count={before} words={t('yesterday')} size="small" />
              <Change by={now - before} moreIsBad={moreIsBad} />
            </div>
          );
        })}
      </div>
    </PanelCard>
  );
}

function Change({ by, moreIsBad }: { by: number; moreIsBad: boolean }) {
  const { t } = useTranslation('panels');
  const isBad = by !== 0 && by > 0 === moreIsBad;
  const tone = by === 0 ? 'text-quiet' : isBad ? 'state-high' : 'state-good';
  return (
    <span className={styles.change} style={{ color: `var(--${tone})` }} data-change={by}>
      {by === 0 ? t('same') : by > 0 ? `▲ ${by}` : `▼ ${-by}`}
    </span>
  );
}

/** 待决事项: what waits for somebody who decides. */
export function DecisionsCard({ situation, asOf, scope, onOpenRequests }: CardProps) {
  const { t } = useTranslation('panels');
  const { viewer } = useViewer();
  const mayDecide = viewer?.permissions.includes('recording.approve') ?? false;
  const mayInstruct = viewer?.permissions.includes('incident.instruct') ?? false;
  const requests = useQuery(RequestsToDecideDocument, { skip: !mayDecide, pollInterval: 30_000 });
  const waiting = useQuery(InstructionsDocument, {
    variables: {
      ...(scope.incidentId === null
        ? { areaCode: scope.areaCode }
        : { incidentId: scope.incidentId }),
      waitingOnly: true,
    },
    pollInterval: 30_000,
  });
  const page = requests.data?.viewRequests;
  return (
    <PanelCard
      panel="decisions"
      source={t('source.decisions')}
      asOf={asOf}
      action={
        mayInstruct && scope.incidentId !== null
          ? { words: t('action.instruct'), run: () => openInstruct(scope.incidentId!) }
          : { words: t('action.unacknowledged'), run: () => openRows('unacknowledged') }
      }
    >
      <div className={styles.figures}>
        <CountButton
          figure="unacknowledged"
          count={countOf(situation, 'unacknowledged')}
          words={t('graveWaiting')}
          tone="state-alarm"
        />
        <CountButton
          figure="overdue"
          count={countOf(situation, 'overdue')}
          words={t('overdue')}
          tone="state-high"
        />
        <CountButton
          figure="suspended"
          count={countOf(situation, 'suspended')}
          words={t('suspended')}
        />
      </div>
      <ul className={styles.waiting}>
        {page ? (
          <li>
            <Button
              look="plain"
              data-act="open-requests"
              data-count={page.nodes.length}
              onClick={onOpenRequests}
            >
              {t('requests', { count: page.nodes.length })}
              {page.pageInfo.hasNextPage ? '+' : ''}
            </Button>
          </li>
        ) : null}
        {(waiting.data?.instructions ?? []).slice(0, 4).map((instruction) => (
          <li key={instruction.id} data-waiting={instruction.id}>
            <Button look="plain" onClick={() => openInstruct(instruction.incident.id)}>
              {t('notReceived', { text: instruction.text })}
            </Button>
          </li>
        ))}
      </ul>
    </PanelCard>
  );
}
