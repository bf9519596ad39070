import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  around,
  overlap,
  type ScreenIdentity,
  type WallRect,
  type WallTile,
  type WallTileOf,
} from 'grid-data';
import type { ScreenFieldsFragment } from '#gis/generated/graphql.ts';
import { useMapHost } from '#map/map-host.ts';
import { mapModel } from '#map/map-model.ts';
import { mapRest, restMap } from '#map/map-rest.ts';
import { Button } from '#ui/Button.tsx';
import { remPx } from '#ui/rem-px.ts';
import { takeMapPicture } from '../screen/map-picture.ts';
import { ScreenPanel } from '../screen/ScreenPanel.tsx';
import { placeIn } from './plan-place.ts';
import type { SceneDraft } from './scene-draft.ts';
import { TileFace } from './TileFace.tsx';
import styles from './Designer.module.css';

type HungScreen = ScreenFieldsFragment & { rect: WallRect };
type ScenePreviewProps = {
  draft: SceneDraft;
  screens: readonly HungScreen[];
  onClose: () => void;
};

/** A wall's body text is a sixtieth of a screen's height, here as there. */
const linesOfScreen = 60;

/** The scene as the hall will see it: panels alive, maps drawn, cameras by name, for a look needs a reason. */
export function ScenePreview({ draft, screens, onClose }: ScenePreviewProps) {
  const { t } = useTranslation('wall');
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const pictures = useMapPictures(draft.tiles);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    setSize({ width, height });
    element.querySelector<HTMLElement>('button')?.focus();
  }, []);
  const bounds = around(screens.map(({ rect }) => rect));
  if (bounds === null) return null;
  const perMm = (linesOfScreen * remPx()) / (screens[0]?.heightMm ?? 1);
  const scale = Math.min(
    size.width / (bounds.widthMm * perMm),
    size.height / (bounds.heightMm * perMm),
  );
  return (
    <div
      className={styles.preview}
      role="dialog"
      aria-modal
      aria-label={t('designer.preview')}
      ref={frame}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The hall underneath would close something of its own.
        event.stopPropagation();
        onClose();
      }}
    >
      <Button
        className={styles.previewClose}
        look="solid"
        data-act="close-preview"
        onClick={onClose}
      >
        {t('designer.closePreview')}
      </Button>
      <div
        className={styles.stage}
        data-preview
        style={{
          width: bounds.widthMm * perMm,
          height: bounds.heightMm * perMm,
          transform: `translate(-50%, -50%) scale(${scale * 0.96})`,
        }}
      >
        {screens.map((screen) => (
          <div key={screen.id} className={styles.backdrop} style={placeIn(screen.rect, bounds)} />
        ))}
        {draft.tiles.map((tile) => (
          <div
            key={tile.id}
            className={styles.previewTile}
            style={placeIn(tile.rect, bounds)}
            data-preview-tile={tile.id}
          >
            <PreviewTile tile={tile} screens={screens} picture={pictures.get(tile.id) ?? null} />
          </div>
        ))}
        {screens.map((screen) => (
          <div key={screen.id} className={styles.bezel} style={placeIn(screen.rect, bounds)} />
        ))}
      </div>
    </div>
  );
}

type PreviewTileProps = {
  tile: WallTile;
  screens: readonly HungScreen[];
  picture: string | null;
};

function PreviewTile({ tile, screens, picture }: PreviewTileProps) {
  const screen = screens.find(({ rect }) => overlap(rect, tile.rect) !== null);
  if (tile.kind === 'panel' && screen) {
    return <ScreenPanel panel={tile.panel} screen={identityOf(screen)} />;
  }
  if (tile.kind === 'map' && picture !== null) {
    return <img src={picture} alt="" className={styles.previewMap} data-map-picture />;
  }
  return <TileFace tile={tile} />;
}

function identityOf(screen: HungScreen): ScreenIdentity {
  const { id, name, rect, bezelMm, widthPx, heightPx, area } = screen;
  return { id, name, rect, bezelMm, widthPx, heightPx, areaCode: area.code, areaName: area.name };
}

const isMap = (tile: WallTile): tile is WallTileOf<'map'> => tile.kind === 'map';
const pictureEveryMs = 700;
/** So long a map is given to fetch its tiles before the next one's turn. */
const turnMs = 2_800;

/** The page has one map: it looks where each of the scene's maps looks in turn, and goes back to where it was. */
function useMapPictures(tiles: readonly WallTile[]): ReadonlyMap<string, string> {
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map());
  const engine = useMapHost((host) => host.engine);
  const hasMaps = tiles.some(isMap);
  useEffect(() => {
    const { resting } = mapRest.get();
    if (!hasMaps || !resting) return;
    restMap(false);
    return () => restMap(true);
  }, [hasMaps]);
  useEffect(() => {
    const maps = tiles.filter(isMap);
    if (engine === null || maps.length === 0) return;
    const before = { view: engine.view(), layers: mapModel.get().shownLayers };
    let turn = -1;
    const next = (): void => {
      turn = (turn + 1) % maps.length;
      const { viewpoint, rect, layers } = maps[turn]!;
      const { metersPerMm, ...view } = viewpoint;
      mapModel.set({ shownLayers: layers });
      engine.setView({ ...view, metersPerPixel: (metersPerMm * rect.widthMm) / innerWidth });
    };
    next();
    const turns = maps.length > 1 ? setInterval(next, turnMs) : undefined;
    const takes = setInterval(() => {
      const { id } = maps[turn]!;
      takeMapPicture((_, large) => setPictures((known) => new Map(known).set(id, large)));
    }, pictureEveryMs);
    return () => {
      clearInterval(turns);
      clearInterval(takes);
      mapModel.set({ shownLayers: before.layers });
      engine.setView(before.view);
    };
  }, [tiles, engine]);
  return pictures;
}
