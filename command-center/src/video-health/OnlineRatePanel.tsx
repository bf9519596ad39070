import { useMemo, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { OnlineRateDocument } from '#gis/generated/graphql.ts';
import { showList } from '#map/list-request.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useNow } from '#ui/use-now.ts';
import type { PlatformHealth } from './PlatformTable.tsx';
import { countedSince, floorOf, nearestPoint, percentOf, rateLine } from './rate-line.ts';
import styles from './OnlineRatePanel.module.css';

const hourMs = 3_600_000;
const spans = { day: 24 * hourMs, month: 30 * 24 * hourMs } as const;
type SpanName = keyof typeof spans;
const roundMs = 5 * 60_000;

type OnlineRatePanelProps = { areaCode: string; platforms: readonly PlatformHealth[] };

/** 在线率 over a day or a month; each moment opens the cameras that it counts. */
export function OnlineRatePanel({ areaCode, platforms }: OnlineRatePanelProps) {
  const { t } = useTranslation('video-health');
  const [span, setSpan] = useState<SpanName>('day');
  const [platformId, setPlatformId] = useState<string | null>(null);
  const toMs = Math.floor(useNow(roundMs) / roundMs) * roundMs + roundMs;
  const window = useMemo(() => ({ fromMs: toMs - spans[span], toMs }), [toMs, span]);
  const { data, error, refetch } = useQuery(OnlineRateDocument, {
    variables: {
      areaCode,
      platformId,
      from: new Date(window.fromMs).toISOString(),
      to: new Date(window.toMs).toISOString(),
    },
    fetchPolicy: 'cache-and-network',
  });
  const face = faceOf({
    value: data?.onlineRate.points,
    error,
    retry: () => void refetch(),
  });
  return (
    <section className={styles.rate} aria-label={t('rate.title')}>
      <div className={styles.choices}>
        <span className={styles.title}>{t('rate.title')}</span>
        <select
          aria-label={t('rate.platform')}
          value={platformId ?? ''}
          onChange={({ target }) => setPlatformId(target.value === '' ? null : target.value)}
        >
          <option value="">{t('rate.allPlatforms')}</option>
          {platforms.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {(Object.keys(spans) as SpanName[]).map((name) => (
          <Button
            key={name}
            look="plain"
            aria-pressed={name === span}
            onClick={() => setSpan(name)}
          >
            {t(`rate.span.${name}`)}
          </Button>
        ))}
      </div>
      <PanelFaces
        of={face}
        emptyWords={t('rate.empty')}
        isEmpty={(points) => points.length === 0}
        skeletonRows={2}
      >
        {(points) => <Chart points={points} window={window} watched={{ areaCode, platformId }} />}
      </PanelFaces>
    </section>
  );
}

type Point = { at: string; cameras: number; online: number; offline: number; unknown: number };
type ChartProps = {
  points: readonly Point[];
  window: { fromMs: number; toMs: number };
  watched: { areaCode: string; platformId: string | null };
};

function Chart({ points, window, watched }: ChartProps) {
  const { t } = useTranslation('video-health');
  const [chosenAt, setChosenAt] = useState<string | null>(null);
  const chosen = points.find(({ at }) => at === chosenAt) ?? points.at(-1)!;
  const lengthMs = window.toMs - window.fromMs;
  const gapMs = Math.max(3 * roundMs, (3 * lengthMs) / 400);
  const since = countedSince(points, window, gapMs);
  const choose = (step: number): void => {
    const index = points.indexOf(chosen) + step;
    setChosenAt(points[Math.max(0, Math.min(points.length - 1, index))]!.at);
  };
  const open = (states: readonly string[] | null): void =>
    void showList({ kind: 'conditions', ...watched, at: chosen.at, states });
  const share = (100 * (Date.parse(chosen.at) - window.fromMs)) / lengthMs;
  return (
    <>
      <div
        className={styles.chart}
        role="slider"
        tabIndex={0}
        aria-label={t('rate.moment')}
        aria-valuemin={0}
        aria-valuemax={points.length - 1}
        aria-valuenow={points.indexOf(chosen)}
        aria-valuetext={clockWords(new Date(chosen.at), 'full')}
        onKeyDown={({ key }) => {
          if (key === 'ArrowLeft') choose(-1);
          if (key === 'ArrowRight') choose(1);
        }}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const atMs = window.fromMs + ((event.clientX - box.left) / box.width) * lengthMs;
          setChosenAt(nearestPoint(points, atMs)?.at ?? null);
        }}
      >
        <span className={styles.top}>100%</span>
        <span className={styles.floor}>{floorOf(points)}%</span>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
          <path className={styles.line} d={rateLine(points, window, gapMs)} />
        </svg>
        <span className={styles.moment} style={{ left: `${share}%` }} />
      </div>
      {since ? (
        <p className={styles.since}>{t('rate.since', { at: clockWords(since, 'full') })}</p>
      ) : null}
      <p className={styles.chosen} data-moment={chosen.at}>
        <span>{clockWords(new Date(chosen.at), 'full')}</span>
        <span className={styles.percent}>{percentOf(chosen).toFixed(1)}%</span>
        {(['online', 'offline', 'unknown'] as const).map((state) => (
          <Button
            key={state}
            look="plain"
            data-state={state}
            data-value={chosen[state]}
            onClick={() => open([state])}
          >
            {chosen[state]} {t(state)}
          </Button>
        ))}
      </p>
    </>
  );
}
