import { useEffect, useMemo, useState } from 'react';
import { PictureStage } from '#cameras/PictureStage.tsx';
import { StateLine } from '#cameras/StateLine.tsx';
import { useLivePicture } from '#video/use-live-picture.ts';
import styles from './TourWindow.module.css';

/** `turn` counts, so that the same camera twice in a row is two looks. */
export type TurningPicture = { turn: number; cameraId: string; purpose: string; name: string };

type TurningPicturesProps = { before: TurningPicture | null; shown: TurningPicture | null };

/** Both are looks while both are open: the one that goes is closed as soon as the other shows its first picture. */
export function TurningPictures({ before, shown }: TurningPicturesProps) {
  const [settled, setSettled] = useState(0);
  const pictures = [before, shown].filter((each) => each !== null && each.turn >= settled);
  return (
    <div className={styles.stage}>
      {pictures.map((picture, i) =>
        picture === null ? null : (
          <Picture
            key={picture.turn}
            picture={picture}
            isBehind={i > 0}
            onSettled={() => setSettled((last) => Math.max(last, picture.turn))}
          />
        ),
      )}
    </div>
  );
}

type PictureProps = { picture: TurningPicture; isBehind: boolean; onSettled: () => void };

function Picture({ picture: { cameraId, purpose, name }, isBehind, onSettled }: PictureProps) {
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
        <span className={styles.name}>{name}</span>
        <span className={styles.quiet}>{picture.view?.ticket?.chargedTo}</span>
      </footer>
    </div>
  );
}
