import { CameraOff } from 'lucide-react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { WallTile, WallTileOf } from 'grid-data';
import { CameraOfCellDocument, IncidentOfCellDocument } from '#gis/generated/graphql.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import styles from './Designer.module.css';

/** What a tile will show, in words: no picture of a camera is opened for a plan. */
export function TileFace({ tile }: { tile: WallTile }) {
  const { t } = useTranslation('wall');
  return (
    <span className={styles.tileFace} data-tile-kind={tile.kind}>
      {tile.kind === 'cameras' ? (
        <CameraGrid cameras={tile.cameras} />
      ) : (
        <>
          <strong>
            {tile.kind === 'panel' ? t(`panel.${tile.panel}`) : t(`tile.${tile.kind}`)}
          </strong>
          {tile.kind === 'map' ? <MapWords tile={tile} /> : null}
          {tile.kind === 'incident-cameras' ? <IncidentWords id={tile.incidentId} /> : null}
        </>
      )}
    </span>
  );
}

function MapWords({ tile }: { tile: WallTileOf<'map'> }) {
  const { t } = useTranslation('wall');
  const { viewpoint, rect, engine, layers } = tile;
  const kilometers = (viewpoint.metersPerMm * rect.widthMm) / 1000;
  return (
    <span>
      {t(`designer.engine.${engine}`)} ·{' '}
      {t('designer.mapWidth', { km: kilometers.toFixed(kilometers < 10 ? 1 : 0) })} ·{' '}
      {t('designer.layerCount', { count: layers.length })}
    </span>
  );
}

function IncidentWords({ id }: { id: string }) {
  const { t } = useTranslation('wall');
  const titleOf = useIncidentTitle();
  const { data } = useQuery(IncidentOfCellDocument, { variables: { id } });
  if (data && !data.incident) {
    return <span className={styles.gone}>{t('designer.incidentGone')}</span>;
  }
  return <span>{data?.incident ? titleOf(data.incident.title) : ''}</span>;
}

type Cameras = WallTileOf<'cameras'>['cameras'];

function CameraGrid({ cameras }: { cameras: Cameras }) {
  const columns = Math.ceil(Math.sqrt(cameras.length));
  return (
    <span
      className={styles.cameraGrid}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {cameras.map(({ cameraId }) => (
        <CameraCell key={cameraId} id={cameraId} />
      ))}
    </span>
  );
}

export function useCameraOfCell(id: string) {
  const { data } = useQuery(CameraOfCellDocument, { variables: { id } });
  const camera = data?.camera ?? null;
  const isGone = data !== undefined && (camera === null || camera.refusal === 'camera-gone');
  return { name: camera?.name ?? id, state: camera?.state ?? null, isGone };
}

/** A camera that was taken down says so in its own cell; the rest of the scene stands. */
function CameraCell({ id }: { id: string }) {
  const { t } = useTranslation('wall');
  const { name, state, isGone } = useCameraOfCell(id);
  return (
    <span className={styles.cameraCell} data-cell-camera={id} data-gone={isGone || undefined}>
      {isGone ? (
        <>
          <CameraOff size="1.2em" aria-hidden />
          <span className={styles.gone}>{t('designer.cameraGone')}</span>
          <small>{name}</small>
        </>
      ) : (
        <>
          <span>{name}</span>
          {state === null || state === 'online' ? null : (
            <small className={styles.amiss}>{t(`lists:cameraState.${state}`)}</small>
          )}
        </>
      )}
    </span>
  );
}
