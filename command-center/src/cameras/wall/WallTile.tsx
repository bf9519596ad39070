import { useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Maximize2, Minimize2, Volume2, VolumeX, X } from 'lucide-react';
import { CameraWindowDocument } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { useSound } from '#video/audio/use-sound.ts';
import type { PlayerView } from '#video/player/player.ts';
import { useLivePicture, type LookRequest } from '#video/use-live-picture.ts';
import { NothingToShow } from '../NothingToShow.tsx';
import { PictureStage } from '../PictureStage.tsx';
import { StateLine } from '../StateLine.tsx';
import type { Box } from './lay-out.ts';
import { useTilePlace } from './use-wall-surface.ts';
import {
  enlargeOnWall,
  focusOnWall,
  takeFromWall,
  useWallModel,
  type WallCamera,
} from './wall-model.ts';
import styles from './WallTile.module.css';

type WallTileProps = { camera: WallCamera; purpose: string | null; box: Box; openedAt: number };

/** One camera on the wall: its picture lies in the canvas below, its name and state over it. */
export function WallTile({ camera, purpose, box, openedAt }: WallTileProps) {
  const { cameraId, basis } = camera;
  const { t } = useTranslation('cameras');
  const inFocus = useWallModel(({ focus }) => focus === cameraId);
  const isLarge = useWallModel((model) => model.isLarge && model.focus === cameraId);
  const showFigures = useWallModel((model) => model.showFigures);
  const { data, error, refetch } = useQuery(CameraWindowDocument, { variables: { id: cameraId } });
  const look = useTileLook({ cameraId, basis, purpose, openedAt });
  const place = useTilePlace(box, inFocus);
  const picture = useLivePicture(look, place);
  const sound = useSound(picture);
  const name = data?.camera?.name ?? '';
  const buttons = [
    ...(sound.isOffered
      ? [
          {
            id: 'sound',
            Icon: sound.isHeard ? Volume2 : VolumeX,
            words: t(sound.isHeard ? 'window.mute' : 'window.listen'),
            act: sound.toggle,
          },
        ]
      : []),
    {
      id: 'large',
      Icon: isLarge ? Minimize2 : Maximize2,
      words: t(isLarge ? 'window.smaller' : 'window.larger'),
      act: () => enlargeOnWall(cameraId),
    },
    { id: 'close', Icon: X, words: t('wall.take'), act: () => takeFromWall(cameraId) },
  ];
  return (
    <section
      className={styles.tile}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      aria-label={name || t('camera')}
      data-camera={cameraId}
      data-focus={inFocus || undefined}
      data-heard={sound.isHeard || undefined}
      onClick={() => focusOnWall(cameraId)}
      onDoubleClick={() => enlargeOnWall(cameraId)}
    >
      <PictureStage picture={picture} showFigures={showFigures} onWall>
        {error && !data ? (
          <NothingToShow reason="server-unreachable" onRetry={() => void refetch()} />
        ) : data && !data.camera ? (
          <NothingToShow reason="not-found" />
        ) : null}
      </PictureStage>
      <header className={styles.caption}>
        <h2 className={styles.name} title={name}>
          {name}
        </h2>
        {data?.camera?.illustrative ? (
          <span className={styles.illustrative} title={t('illustrativeMeans')}>
            {t('illustrative')}
          </span>
        ) : null}
        {sound.isHeard ? <Volume2 size="1em" aria-label={t('wall.heard')} /> : null}
        <TileState view={picture.view} />
        <span className={styles.buttons}>
          {buttons.map(({ id, Icon, words, act }) => (
            <Button
              key={id}
              look="plain"
              data-act={id}
              aria-label={words}
              title={words}
              onClick={(event) => {
                event.stopPropagation();
                act();
              }}
            >
              <Icon size="1em" aria-hidden />
            </Button>
          ))}
        </span>
      </header>
    </section>
  );
}

/** Normal is quiet: a dot, and words only for what is amiss. */
function TileState({ view }: { view: PlayerView | null }) {
  const { t } = useTranslation('video');
  if (view === null) return null;
  if (view.state.kind !== 'live' || view.state.remark !== undefined)
    return <StateLine state={view.state} />;
  return <span className={styles.live} role="img" aria-label={t('state.live')} data-state="live" />;
}

/** Only what the look is made of decides whether it is a new one. */
function useTileLook(
  asked: WallCamera & { purpose: string | null; openedAt: number },
): LookRequest | null {
  const { cameraId, basis, purpose, openedAt: clickedAt } = asked;
  const ofIncident = basis !== null && 'incidentId' in basis ? basis : null;
  const incidentId = ofIncident?.incidentId ?? null;
  const linkageFiringId = ofIncident?.linkageFiringId ?? null;
  const stated = basis !== null && 'dutyPurpose' in basis ? basis.dutyPurpose : null;
  const dutyPurpose = stated ?? purpose;
  return useMemo(() => {
    if (incidentId !== null) return { cameraId, basis: { incidentId, linkageFiringId }, clickedAt };
    return dutyPurpose === null ? null : { cameraId, basis: { dutyPurpose }, clickedAt };
  }, [cameraId, incidentId, linkageFiringId, dutyPurpose, clickedAt]);
}
