import { useCallback, useEffect, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { NothingToShow } from '../NothingToShow.tsx';
import { byRelevance, incidentsInView } from './fill-by-relevance.ts';
import { countByPurpose, findWallCameras, type FoundCameras } from './find-wall-cameras.ts';
import { showOnWall, useWallModel, wallModel } from './wall-model.ts';
import styles from './WallPage.module.css';

const sizes = [1, 4, 9, 16] as const;

/** Asks for what the wall looks, and where nothing is named, how many cameras it shows. */
export function FillWall({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('cameras');
  const named = useWallModel(({ cameras }) => cameras);
  const purpose = useWallModel((model) => model.purpose);
  const { found, retry } = useFound(viewer.area.code);
  // A wall account has no hands: what it may show by its duty needs no question.
  const fillsItself = viewer.role === 'wall' && named.length === 0;
  useOwnFill(fillsItself ? found : null, viewer.area.code);
  if (found === 'failed') return <Failed onRetry={retry} />;
  if (found === null) return <p className={styles.fill}>{t('wall.looking')}</p>;
  const counts = countByPurpose(found);
  if (counts.size === 0) return <Nothing />;
  if (fillsItself) return <p className={styles.fill}>{t('wall.looking')}</p>;
  if (purpose === null) {
    return (
      <div className={styles.fill} role="group" aria-label={t('chooser.question')}>
        <p className={styles.question}>{t('chooser.question')}</p>
        <div className={styles.choices}>
          {[...counts].map(([each, count]) => (
            <Button key={each} data-purpose={each} onClick={() => wallModel.set({ purpose: each })}>
              {t(`purpose.${each}`, { defaultValue: each })}
              {named.length === 0 ? ` · ${t('wall.count', { count })}` : ''}
            </Button>
          ))}
        </div>
        <p className={styles.note}>{t('chooser.registered')}</p>
      </div>
    );
  }
  const fitting = found.cameras.filter(({ purposes }) => purposes.includes(purpose));
  const fill = (count: number): void =>
    showOnWall(
      fitting.slice(0, count).map(({ id }) => ({ cameraId: id, basis: null })),
      purpose,
    );
  return (
    <div className={styles.fill} role="group" aria-label={t('wall.howMany')}>
      <p className={styles.question}>{t('wall.howMany')}</p>
      <div className={styles.choices}>
        {sizes.map((count) => (
          <Button
            key={count}
            data-fill={count}
            disabled={fitting.length === 0}
            onClick={() => fill(count)}
          >
            {count}
          </Button>
        ))}
      </div>
      <p className={styles.note}>{t('wall.fromHall')}</p>
    </div>
  );
}

function useOwnFill(found: FoundCameras | 'failed' | null, areaCode: string): void {
  const client = useApolloClient();
  useEffect(() => {
    if (found === null || found === 'failed') return;
    incidentsInView(client, areaCode)
      // Without the incidents the wall still has what its duty watches.
      .catch(() => [])
      .then((incidents) => showOnWall(byRelevance(found, incidents), null))
      .catch(() => {});
  }, [client, found, areaCode]);
}

function useFound(areaCode: string) {
  const client = useApolloClient();
  const [found, setFound] = useState<FoundCameras | 'failed' | null>(null);
  const ask = useCallback(() => {
    findWallCameras(client, areaCode)
      .then(setFound)
      .catch(() => setFound('failed'));
  }, [client, areaCode]);
  useEffect(ask, [ask]);
  const retry = () => {
    setFound(null);
    ask();
  };
  return { found, retry };
}

const Failed = ({ onRetry }: { onRetry: () => void }) => (
  <div className={styles.stage}>
    <NothingToShow reason="server-unreachable" onRetry={onRetry} />
  </div>
);

function Nothing() {
  const { t } = useTranslation('cameras');
  return (
    <div className={styles.fill} role="status">
      <p className={styles.question}>{t('wall.nothing')}</p>
      <p className={styles.note}>{t('wall.nothingNext')}</p>
    </div>
  );
}
