import { useEffect, useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { CameraWindowDocument } from '#gis/generated/graphql.ts';
import { NothingToShow } from '#cameras/NothingToShow.tsx';
import { PictureStage } from '#cameras/PictureStage.tsx';
import { StateLine } from '#cameras/StateLine.tsx';
import type { Box } from '#cameras/wall/lay-out.ts';
import { useTilePlace } from '#cameras/wall/use-wall-surface.ts';
import { useLivePicture } from '#video/use-live-picture.ts';
import { notePicture } from './picture-states.ts';
import styles from './Screen.module.css';

type ScreenPictureProps = {
  cameraId: string;
  incidentId: string | null;
  box: Box;
  openedAt: number;
};

/** One camera on a screen: nobody touches it, so it says by itself what is amiss, in its own place. */
export function ScreenPicture({ cameraId, incidentId, box, openedAt }: ScreenPictureProps) {
  const { data, error } = useQuery(CameraWindowDocument, { variables: { id: cameraId } });
  // The server finds the purpose itself; the basis only tells looks for a case from others.
  const look = useMemo(() => {
    const basis = incidentId === null ? { dutyPurpose: '' } : { incidentId };
    return { cameraId, basis, clickedAt: openedAt };
  }, [cameraId, incidentId, openedAt]);
  const picture = useLivePicture(look, useTilePlace(box, false));
  const state = picture.view?.state ?? null;
  const isGone = data !== undefined && data.camera === null;
  const kind = isGone ? 'offline' : (state?.kind ?? 'connecting');
  const reason = isGone
    ? 'not-found'
    : state !== null && 'reason' in state && state.reason !== null
      ? state.reason
      : kind;
  useEffect(() => {
    notePicture(cameraId, { isAlive: kind === 'live', reason });
    return () => notePicture(cameraId, null);
  }, [cameraId, kind, reason]);
  const name = data?.camera?.name ?? cameraId;
  return (
    <section
      className={styles.picture}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      aria-label={name}
      data-camera={cameraId}
    >
      <PictureStage picture={picture} showFigures={false} onWall>
        {isGone ? (
          <NothingToShow reason="not-found" />
        ) : error && !data ? (
          <NothingToShow reason="server-unreachable" />
        ) : null}
      </PictureStage>
      <header className={styles.caption}>
        <h2>{name}</h2>
        {state !== null && state.kind !== 'live' ? <StateLine state={state} /> : null}
      </header>
    </section>
  );
}
