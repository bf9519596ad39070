import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  isSituationPanel,
  type ScreenIdentity,
  type SituationPanel,
  type WallPanel,
} from 'grid-data';
import { AreaCountsPanel } from '#areas/AreaCountsPanel.tsx';
import { useAreaSummary } from '#areas/use-area-summary.ts';
import { DutyNames } from '#duty/DutyNames.tsx';
import { VideoHealthDocument } from '#gis/generated/graphql.ts';
import { IncidentColumn } from '#incidents/IncidentColumn.tsx';
import { journalState } from '#journal/journal-state.ts';
import { WeatherPanel } from '#outside/WeatherPanel.tsx';
import { WallCard } from '#panels/WallCard.tsx';
import { WallThemes } from '#panels/WallThemes.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import { faceOf } from '#ui/face.ts';
import { Figure } from '#ui/Figure.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useNow } from '#ui/use-now.ts';
import { HealthCounts } from '#video-health/HealthCounts.tsx';
import { serverClock } from './screen-store.ts';
import styles from './Screen.module.css';

const healthEveryMs = 15_000;

type ScreenPanelProps = { panel: WallPanel; screen: ScreenIdentity };

export function ScreenPanel({ panel, screen }: ScreenPanelProps) {
  const { t } = useTranslation('wall');
  if (panel === 'clock') return <BigClock screen={screen} />;
  if (panel === 'weather') return <WeatherPanel />;
  if (panel === 'city-themes') return <WallThemes areaCode={screen.areaCode} />;
  if (isOfSituation(panel)) return <WallCard panel={panel} areaCode={screen.areaCode} />;
  return (
    <Panel title={`${screen.areaName} · ${t(`panel.${panel}`)}`} className={styles.panel}>
      <Content panel={panel} areaCode={screen.areaCode} />
    </Panel>
  );
}

/** 值班 by name is a panel of its own; of the situation's it would be a mere count. */
type OfSituation = Exclude<SituationPanel, 'duty' | 'city-themes'>;
const isOfSituation = (panel: WallPanel): panel is WallPanel & OfSituation =>
  panel !== 'duty' && isSituationPanel(panel);

type Plain = Exclude<WallPanel, 'clock' | 'weather' | 'city-themes' | OfSituation>;
type ContentProps = { panel: Plain; areaCode: string };

function Content({ panel, areaCode }: ContentProps) {
  switch (panel) {
    case 'incidents':
      return <Incidents areaCode={areaCode} />;
    case 'counts':
      return <Counts areaCode={areaCode} />;
    case 'video-health':
      return <Health areaCode={areaCode} />;
    case 'duty':
      return <DutyNames />;
  }
}

function useStale() {
  const lost = useStore(journalState, ({ status }) => status === 'lost');
  const heardAt = useStore(journalState, (state) => state.heardAt);
  return { lost, asOf: heardAt === null ? null : new Date(heardAt) };
}

function Incidents({ areaCode }: { areaCode: string }) {
  const { lost, asOf } = useStale();
  return <IncidentColumn areaCode={areaCode} stale={lost} asOf={asOf} />;
}

function Counts({ areaCode }: { areaCode: string }) {
  const { lost } = useStale();
  const { face } = useAreaSummary(areaCode);
  return <AreaCountsPanel of={face} stale={lost} />;
}

function Health({ areaCode }: { areaCode: string }) {
  const { t } = useTranslation('video-health');
  const { data, error, refetch } = useQuery(VideoHealthDocument, {
    variables: { areaCode },
    pollInterval: healthEveryMs,
  });
  const face = faceOf({
    value: data?.videoHealth,
    error,
    retry: () => void refetch(),
    asOf: data ? new Date(data.videoHealth.asOf) : null,
  });
  return (
    <PanelFaces of={face} emptyWords={t('empty')}>
      {({ online, offline, byHealth }) => (
        <>
          <div className={styles.figures}>
            <Figure name="online" value={online} words={t('online')} size="headline" />
            <Figure
              name="offline"
              value={offline}
              words={t('offline')}
              size="headline"
              tone={offline > 0 ? 'state-high' : 'text'}
            />
          </div>
          <HealthCounts areaCode={areaCode} counts={byHealth} />
        </>
      )}
    </PanelFaces>
  );
}

/** By the server's clock: a machine whose own is wrong must not tell the hall the wrong time. */
function BigClock({ screen }: { screen: ScreenIdentity }) {
  useNow();
  const now = new Date(serverClock.nowMs());
  return (
    <div className={styles.clock}>
      <span className={styles.clockArea}>{screen.areaName}</span>
      <time>{clockWords(now, 'seconds')}</time>
      <span className={styles.quiet}>{clockWords(now, 'date')}</span>
    </div>
  );
}
