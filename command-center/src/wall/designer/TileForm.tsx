import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  mostIncidentCameras,
  mostTileCameras,
  wallPanels,
  type WallPanel,
  type WallRect,
  type WallTile,
  type WallTileOf,
} from 'grid-data';
import { allLayers } from '#map/layers/all-layers.ts';
import { viewOfMap } from '#map/map-host.ts';
import { ThingFinder } from '#recordings/ThingFinder.tsx';
import { Button } from '#ui/Button.tsx';
import { viewpointOf } from '../desk/push-things.ts';
import { NumberField } from './NumberField.tsx';
import { resized } from './scene-draft.ts';
import { useCameraOfCell } from './TileFace.tsx';
import styles from './Designer.module.css';

type Change = (change: (tile: WallTile) => WallTile) => void;

type TileFormProps = {
  tile: WallTile;
  screens: readonly { id: string; name: string; rect: WallRect }[];
  onChange: Change;
  onRemove: () => void;
};

/** The chosen cell in words and numbers. */
export function TileForm({ tile, screens, onChange, onRemove }: TileFormProps) {
  const { t } = useTranslation('wall');
  const place = (part: Partial<WallRect>): void =>
    onChange((it) => resized(it, { ...it.rect, ...part }));
  const sides = ['leftMm', 'topMm', 'widthMm', 'heightMm'] as const;
  return (
    <section
      className={styles.form}
      aria-label={t(`tile.${tile.kind}`)}
      data-form={tile.id}
      data-form-kind={tile.kind}
    >
      <h3 className={styles.wide}>{t(`tile.${tile.kind}`)}</h3>
      <TileContent tile={tile} onChange={onChange} />
      {sides.map((side) => (
        <NumberField
          key={side}
          name={side}
          label={t(`add.${side}`)}
          value={tile.rect[side]}
          {...(side === 'widthMm' || side === 'heightMm' ? { min: 1 } : {})}
          onChange={(value) => place({ [side]: value })}
        />
      ))}
      <div className={`${styles.wide} ${styles.row}`}>
        {screens.map(({ id, name, rect }) => (
          <Button key={id} data-fill={id} onClick={() => onChange((it) => resized(it, rect))}>
            {t('designer.fill', { name })}
          </Button>
        ))}
      </div>
      <div className={styles.wide}>
        <Button data-act="remove-tile" onClick={onRemove}>
          {t('designer.removeTile')}
        </Button>
      </div>
    </section>
  );
}

function TileContent({ tile, onChange }: { tile: WallTile; onChange: Change }) {
  switch (tile.kind) {
    case 'map':
      return <MapContent tile={tile} onChange={onChange} />;
    case 'cameras':
      return <CameraContent tile={tile} onChange={onChange} />;
    case 'incident-cameras':
      return <IncidentContent tile={tile} onChange={onChange} />;
    case 'panel':
      return <PanelContent tile={tile} onChange={onChange} />;
  }
}

type ContentProps<Kind extends WallTile['kind']> = { tile: WallTileOf<Kind>; onChange: Change };

function MapContent({ tile, onChange }: ContentProps<'map'>) {
  const { t } = useTranslation('wall');
  const put = (part: Partial<WallTileOf<'map'>>): void => onChange(() => ({ ...tile, ...part }));
  const look = (part: Partial<typeof tile.viewpoint>): void =>
    put({ viewpoint: { ...tile.viewpoint, ...part } });
  const { viewpoint, rect } = tile;
  return (
    <>
      <div className={`${styles.wide} ${styles.row}`}>
        <Button
          data-act="take-view"
          onClick={() => {
            const view = viewOfMap();
            if (view) put({ viewpoint: viewpointOf(view, rect) });
          }}
        >
          {t('designer.takeView')}
        </Button>
        {(['flat', 'globe'] as const).map((engine) => (
          <Button
            key={engine}
            look={tile.engine === engine ? 'solid' : 'quiet'}
            aria-pressed={tile.engine === engine}
            onClick={() => put({ engine })}
          >
            {t(`designer.engine.${engine}`)}
          </Button>
        ))}
      </div>
      <NumberField
        name="longitude"
        label={t('designer.longitude')}
        value={viewpoint.longitude}
        step={0.001}
        min={-180}
        max={180}
        onChange={(longitude) => look({ longitude })}
      />
      <NumberField
        name="latitude"
        label={t('designer.latitude')}
        value={viewpoint.latitude}
        step={0.001}
        min={-85}
        max={85}
        onChange={(latitude) => look({ latitude })}
      />
      <NumberField
        name="groundMeters"
        label={t('designer.groundMeters')}
        value={viewpoint.metersPerMm * rect.widthMm}
        step={100}
        min={10}
        max={5_000_000}
        onChange={(meters) => look({ metersPerMm: meters / rect.widthMm })}
      />
      <NumberField
        name="bearingDeg"
        label={t('designer.bearing')}
        value={viewpoint.bearingDeg}
        min={-360}
        max={360}
        onChange={(bearingDeg) => look({ bearingDeg })}
      />
      <NumberField
        name="pitchDeg"
        label={t('designer.pitch')}
        value={viewpoint.pitchDeg}
        min={0}
        max={85}
        onChange={(pitchDeg) => look({ pitchDeg })}
      />
      <fieldset className={styles.wide}>
        <legend>{t('map:layers')}</legend>
        {allLayers.map(({ id }) => (
          <label key={id} className={styles.check}>
            <input
              type="checkbox"
              checked={tile.layers.includes(id)}
              onChange={({ target }) =>
                put({
                  layers: target.checked
                    ? [...tile.layers, id]
                    : tile.layers.filter((each) => each !== id),
                })
              }
            />
            {t(`map:layer.${id}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}

function CameraContent({ tile, onChange }: ContentProps<'cameras'>) {
  const { t } = useTranslation('wall');
  const { cameras } = tile;
  const put = (next: typeof cameras): void => {
    if (next.length > 0) onChange(() => ({ ...tile, cameras: next }));
  };
  const swap = (index: number, other: number): void => {
    const next = [...cameras];
    const [a, b] = [next[index], next[other]];
    if (a === undefined || b === undefined) return;
    next[index] = b;
    next[other] = a;
    put(next);
  };
  return (
    <div className={styles.wide}>
      <ol className={styles.cameras}>
        {cameras.map(({ cameraId }, index) => (
          <li key={cameraId}>
            <CameraLine id={cameraId} />
            <Button
              look="plain"
              aria-label={t('designer.earlier')}
              disabled={index === 0}
              onClick={() => swap(index, index - 1)}
            >
              <ArrowUp size="1em" aria-hidden />
            </Button>
            <Button
              look="plain"
              aria-label={t('designer.later')}
              disabled={index === cameras.length - 1}
              onClick={() => swap(index, index + 1)}
            >
              <ArrowDown size="1em" aria-hidden />
            </Button>
            <Button
              look="plain"
              aria-label={t('designer.takeOut')}
              data-take-out={cameraId}
              disabled={cameras.length === 1}
              onClick={() => put(cameras.filter((camera) => camera.cameraId !== cameraId))}
            >
              <X size="1em" aria-hidden />
            </Button>
          </li>
        ))}
      </ol>
      <ThingFinder
        kind="camera"
        label={t('designer.want.camera')}
        chosen={[]}
        atMost={mostTileCameras}
        onChange={([found]) => {
          if (!found || cameras.some(({ cameraId }) => cameraId === found.id)) return;
          put([...cameras, { cameraId: found.id, incidentId: null }].slice(0, mostTileCameras));
        }}
      />
    </div>
  );
}

function CameraLine({ id }: { id: string }) {
  const { t } = useTranslation('wall');
  const { name, isGone } = useCameraOfCell(id);
  return (
    <span className={styles.cameraLine} data-camera-line={id}>
      {name}
      {isGone ? <span className={styles.gone}>{t('designer.cameraGone')}</span> : null}
    </span>
  );
}

function IncidentContent({ tile, onChange }: ContentProps<'incident-cameras'>) {
  const { t } = useTranslation('wall');
  return (
    <>
      <div className={styles.wide}>
        <ThingFinder
          kind="incident"
          label={t('designer.want.incident')}
          chosen={[]}
          atMost={1}
          onChange={([found]) => {
            if (found) onChange(() => ({ ...tile, incidentId: found.id }));
          }}
        />
      </div>
      <NumberField
        name="most"
        label={t('designer.most')}
        value={tile.most}
        min={1}
        max={mostIncidentCameras}
        onChange={(most) => onChange(() => ({ ...tile, most: Math.round(most) }))}
      />
    </>
  );
}

function PanelContent({ tile, onChange }: ContentProps<'panel'>) {
  const { t } = useTranslation('wall');
  return (
    <label className={styles.wide}>
      {t('tile.panel')}
      <select
        value={tile.panel}
        onChange={({ target }) => onChange(() => ({ ...tile, panel: target.value as WallPanel }))}
      >
        {wallPanels.map((panel) => (
          <option key={panel} value={panel}>
            {t(`panel.${panel}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
