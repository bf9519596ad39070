import type { ReactNode } from 'react';
import { PictureFigures } from '#video/PictureFigures.tsx';
import type { LivePicture } from '#video/use-live-picture.ts';
import { useMarkOverlay } from '#video/watermark/use-mark-overlay.ts';
import { StateNotice } from './StateNotice.tsx';
import styles from './PictureStage.module.css';

type PictureStageProps = {
  picture: LivePicture;
  showFigures: boolean;
  /** Lies over the picture and takes clicks on it. */
  over?: ReactNode;
  /** Its pictures are drawn in the wall's canvas, which lies under it. */
  onWall?: boolean;
  /** Covers the picture: the question for the purpose, or why there is nothing to ask for. */
  children?: ReactNode;
};

/** The picture itself with what lies over it. */
export function PictureStage(props: PictureStageProps) {
  const { picture, showFigures, over, onWall = false, children } = props;
  const { video, frozen, host, looker, view, player } = picture;
  const kind = view?.state.kind ?? 'connecting';
  const transport = view?.transport ?? null;
  const onCanvas = transport === 'webcodecs';
  const marked = kind !== 'offline' && !onCanvas ? (view?.ticket?.viewId ?? null) : null;
  const stage = useMarkOverlay({ looker, viewId: marked }, () =>
    player()?.stop('watermark-removed'),
  );
  return (
    <div
      ref={stage}
      className={onWall ? styles.onWall : styles.stage}
      data-picture-state={children ? 'asking' : kind}
      data-transport={transport}
    >
      <div ref={host} className={styles.canvas} hidden={!onCanvas} />
      <video
        ref={video}
        className={styles.picture}
        muted
        playsInline
        autoPlay
        disablePictureInPicture
        hidden={onCanvas || transport === 'still-picture'}
      />
      <canvas ref={frozen} className={styles.picture} hidden />
      {over}
      {children ??
        (view ? <StateNotice view={view} onTryAgain={() => player()?.tryAgain()} /> : null)}
      {showFigures && !children ? (
        <PictureFigures isStrip={onWall} read={() => player()?.figures() ?? null} />
      ) : null}
    </div>
  );
}
