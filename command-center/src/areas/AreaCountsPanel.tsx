import { incidentStages, stageOf, type IncidentStage, type IncidentState } from 'grid-data';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import type { Face } from '#ui/face.ts';
import { showList } from '#map/list-request.ts';
import { Figure } from '#ui/Figure.tsx';
import type { AreaSummary } from './use-area-summary.ts';
import styles from './AreaCountsPanel.module.css';

/** Headline numbers of an area; each opens the rows it counts. */
export function AreaCountsPanel({ of, stale }: { of: Face<AreaSummary>; stale: boolean }) {
  const { t } = useTranslation('areas');
  const shown = of.face === 'ready' && stale ? { ...of, stale } : of;
  return (
    <PanelFaces of={shown} emptyWords={t('empty')} skeletonRows={2}>
      {({ code, counts }) => (
        <div className={styles.counts}>
          <div className={styles.headline}>
            <Figure
              name="open"
              value={counts.openIncidents}
              words={t('counts.open')}
              size="headline"
              onOpen={() => showList({ kind: 'incidents', areaCode: code, openOnly: true })}
            />
            <Figure
              name="overdue"
              value={counts.overdueIncidents}
              words={t('counts.overdue')}
              tone={counts.overdueIncidents > 0 ? 'state-high' : 'text'}
              onOpen={() => showList({ kind: 'incidents', areaCode: code, overdueOnly: true })}
            />
            <Figure
              name="today"
              value={counts.incidentsToday}
              words={t('counts.today')}
              onOpen={() => showList({ kind: 'incidents', areaCode: code, reportedToday: true })}
            />
            <Figure
              name="closed-today"
              value={counts.closedToday}
              words={t('counts.closedToday')}
              onOpen={() => showList({ kind: 'incidents', areaCode: code, closedToday: true })}
            />
          </div>
          <Stages code={code} byState={counts.incidentsByState} />
          <Quiet code={code} counts={counts} />
        </div>
      )}
    </PanelFaces>
  );
}

/** Small print: what watches and who moves, and how fresh all of this is. */
function Quiet({ code, counts }: Pick<AreaSummary, 'code' | 'counts'>) {
  const { t } = useTranslation('areas');
  const states = [
    ['online', counts.camerasOnline],
    ['offline', counts.camerasOffline],
    ['unknown', counts.camerasUnknown],
  ] as const;
  return (
    <p className={styles.quiet}>
      {states.map(([state, count]) => (
        <Button
          key={state}
          look="plain"
          data-camera-state={state}
          data-value={count}
          onClick={() => showList({ kind: 'cameras', areaCode: code, states: [state] })}
        >
          {t(`cameras.${state}`, { count })}
        </Button>
      ))}
      <span className={styles.asOf}>
        {t('asOf', { time: clockWords(new Date(counts.asOf), 'seconds') })}
      </span>
    </p>
  );
}

type StagesProps = { code: string; byState: readonly { state: string; count: number }[] };

/** How far the open ones have come. */
function Stages({ code, byState }: StagesProps) {
  const { t } = useTranslation('areas');
  const stages = incidentStages
    .filter((stage) => stage !== 'close')
    .map((stage) => statesOf(stage, byState));
  return (
    <ul className={styles.stages}>
      {stages.map(({ stage, states, count }) => (
        <li key={stage}>
          <Figure
            name={stage}
            value={count}
            words={t(`stage.${stage}`)}
            size="small"
            onOpen={() => showList({ kind: 'incidents', areaCode: code, states })}
          />
        </li>
      ))}
    </ul>
  );
}

function statesOf(stage: IncidentStage, byState: StagesProps['byState']) {
  const rows = byState.filter(({ state }) => stageOf(state as IncidentState) === stage);
  return {
    stage,
    states: rows.map(({ state }) => state),
    count: rows.reduce((sum, { count }) => sum + count, 0),
  };
}
