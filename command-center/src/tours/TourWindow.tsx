import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#ui/create-store.ts';
import { PictureStage } from '#cameras/PictureStage.tsx';
import { StateLine } from '#cameras/StateLine.tsx';
import { useLivePicture } from '#video/use-live-picture.ts';
import type { TourRun, TourState } from './tour-run.ts';
import { stopNames } from './tour-player-names.ts';
import { TourControls } from './TourControls.tsx';
import styles from './TourWindow.module.css';

/** A tour in one window: the picture before stays until the next one moves. */
export function TourWindow({ run }: { run: TourRun }) {
  const { t } = useTranslation('tours');
  const state = useStore(run.store, (now) => now);
  const isHidden = state.holds.includes('hidden');
  return (
    <section className={styles.window} aria-label={state.tour.name} data-tour={state.tour.id}>
      <TourControls run={run} />
      {isHidden ? null : state.shown.length === 0 ? (
        <p className={styles.waiting} role="status">
          {t(state.skipped.size === state.tour.stops.length ? 'noneAlive' : 'preparing')}
        </p>
      ) : (
        <TwoPictures state={state} />
      )}
    </section>
  );
}

type Shown = { turn: number; cameraId: string; purpose: string };

/** Both are looks while both are open: the one that goes is closed as soon as the other shows its first picture. */
function TwoPictures({ state }: { state: TourState }) {
  const { tour, shown, before, turn } = state;
  const [settled, setSettled] = useState(0);
  const pictureAt = (at: number, [index]: readonly number[]): Shown[] => {
    const stop = index === undefined || at < settled ? undefined : tour.stops[index];
    return stop ? [{ turn: at, cameraId: stop.cameraId, purpose: tour.purpose }] : [];
  };
  const pictures = [...pictureAt(turn - 1, before), ...pictureAt(turn, shown)];
  return (
    <div className={styles.stage}>
      {pictures.map((picture, i) => (
        <TourPicture
          key={picture.turn}
          picture={picture}
          isBehind={i > 0}
          onSettled={() => setSettled((last) => Math.max(last, picture.turn))}
        />
      ))}
    </div>
  );
}

type TourPictureProps = { picture: Shown; isBehind: boolean; onSettled: () => void };

function TourPicture({ picture: { cameraId, purpose }, isBehind, onSettled }: TourPictureProps) {
  const look = useMemo(
    () => ({ cameraId, basis: { dutyPurpose: purpose }, clickedAt: performance.now() }),
    [cameraId, purpose],
  );
  const picture = useLivePicture(look);
  const kind = picture.view?.state.kind ?? 'connecting';
  // Offline is an answer too: what is wrong is said over the picture, not behind the one before.
  const isSettled = kind === 'live' || kind === 'offline';
  useEffect(() => {
    if (isSettled) onSettled();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it settles
  }, [isSettled]);
  return (
    <div
      className={isBehind ? styles.behind : styles.picture}
      data-camera={cameraId}
      data-settled={isSettled}
    >
      <PictureStage picture={picture} showFigures={false} />
      <footer className={styles.foot}>
        {picture.view ? <StateLine state={picture.view.state} /> : null}
        <span className={styles.name}>{stopNames.get(cameraId) ?? ''}</span>
        <span className={styles.quiet}>{picture.view?.ticket?.chargedTo}</span>
      </footer>
    </div>
  );
}
