import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { VideoHealthDocument } from '#gis/generated/graphql.ts';
import { showList } from '#map/list-request.ts';
import { ClockTime } from '#ui/ClockTime.tsx';
import { Figure } from '#ui/Figure.tsx';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { SectionTitle } from '#ui/SectionTitle.tsx';
import { GatewayLines } from './GatewayLines.tsx';
import { HealthCounts } from './HealthCounts.tsx';
import { OnlineRatePanel } from './OnlineRatePanel.tsx';
import { PlatformTable } from './PlatformTable.tsx';
import { WorstCameras } from './WorstCameras.tsx';
import styles from './VideoHealthPanel.module.css';

/** A gateway reports every fifteen seconds; asking more often shows nothing newer. */
const askEveryMs = 15_000;

type VideoHealthPanelProps = { areaCode: string; onClose: () => void };

/** For who keeps the city's video running: what stands, what is wrong, and what to do next. */
export function VideoHealthPanel({ areaCode, onClose }: VideoHealthPanelProps) {
  const { t } = useTranslation('video-health');
  const { data, error, refetch } = useQuery(VideoHealthDocument, {
    variables: { areaCode },
    fetchPolicy: 'cache-and-network',
    pollInterval: askEveryMs,
  });
  const face = faceOf({
    value: data?.videoHealth,
    error,
    retry: () => void refetch(),
    asOf: data ? new Date(data.videoHealth.asOf) : null,
  });
  return (
    <Panel
      raised
      title={t('title')}
      aside={data ? <ClockTime at={new Date(data.videoHealth.asOf)} /> : null}
      onClose={onClose}
      className={styles.panel}
    >
      <PanelFaces of={face} emptyWords={t('empty')} isEmpty={isEmpty} skeletonRows={10}>
        {(health) => (
          <div className={styles.body}>
            <div className={styles.figures}>
              <Figure
                name="online"
                value={health.online}
                words={t('online')}
                onOpen={() => showList({ kind: 'cameras', areaCode, states: ['online'] })}
              />
              <Figure
                name="offline"
                value={health.offline}
                words={t('offline')}
                tone={health.offline > 0 ? 'state-high' : 'text'}
                onOpen={() => showList({ kind: 'cameras', areaCode, states: ['offline'] })}
              />
              <Figure
                name="unknown"
                value={health.unknown}
                words={t('unknown')}
                onOpen={() => showList({ kind: 'cameras', areaCode, states: ['unknown'] })}
              />
            </div>
            <OnlineRatePanel areaCode={areaCode} platforms={health.platforms} />
            <HealthCounts areaCode={areaCode} counts={health.byHealth} />
            <SectionTitle>{t('worst.title')}</SectionTitle>
            <WorstCameras cameras={health.worst} />
            <SectionTitle>{t('platforms')}</SectionTitle>
            <PlatformTable areaCode={areaCode} platforms={health.platforms} />
            <SectionTitle>{t('gateways')}</SectionTitle>
            <GatewayLines gateways={health.gateways} />
          </div>
        )}
      </PanelFaces>
    </Panel>
  );
}

function isEmpty(health: { cameras: number; platforms: readonly object[] }): boolean {
  return health.cameras === 0 && health.platforms.length === 0;
}
