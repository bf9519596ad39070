import { useEffect, useMemo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import {
  overlap,
  standingAt,
  viewOfPart,
  viewpointAt,
  type ScreenIdentity,
  type WallMotion,
  type WallRect,
  type WallTileOf,
  type WallViewpoint,
} from 'grid-data';
import { followDaylight } from '#map/daylight/follow-daylight.ts';
import type { ViewState } from '#map/engine.ts';
import { useIncidentPoints } from '#incidents/use-incident-points.ts';
import { mapContainer, showEngine, useMapHost } from '#map/map-host.ts';
import { mapModel } from '#map/map-model.ts';
import { MapView } from '#map/MapView.tsx';
import { useClassSymbols } from '#map/use-class-symbols.ts';
import { useMapFeed } from '#map/use-map-feed.ts';
import { useStore } from '#ui/create-store.ts';
import { useMovingUnits } from '#units/use-moving-units.ts';
import { rememberedPicture } from './screen-memory.ts';
import { screenStore, serverClock } from './screen-store.ts';
import type { Pixels } from './use-pixels.ts';
import styles from './Screen.module.css';

type MapTile = WallTileOf<'map'>;
type ScreenMapProps = { tile: MapTile; screen: ScreenIdentity; pixels: Pixels };

/** A part of the wall's map: where it looks follows from the server's clock, as on every other screen. */
export function ScreenMap({ tile, screen, pixels }: ScreenMapProps) {
  const { t } = useTranslation('wall');
  useMapFeed();
  useClassSymbols();
  useIncidentPoints(screen.areaCode);
  useMovingUnits(screen.areaCode, tile.layers.includes('units'));
  const ready = useMapHost((host) => host.ready);
  const motions = useStore(screenStore, (state) => state.showing?.motions);
  const motion = useMemo(
    () => motions?.[tile.id] ?? standingAt(tile.viewpoint, 0),
    [motions, tile],
  );
  const part = useMemo(() => partOf(tile, screen.rect, motion), [tile, screen.rect, motion]);
  const perMm = pixels.perMmX;
  useWallView(useMemo(() => ({ tile, motion, part, perMm }), [tile, motion, part, perMm]));
  const old = ready ? null : rememberedPicture();
  return (
    <div className={styles.map} style={placeIn(part, tile.rect)} data-wall-map>
      <MapView label={t('tile.map')} />
      {old === null ? null : <img className={styles.lastPicture} src={old} alt="" />}
    </div>
  );
}

/**
 * A map that looks straight down is drawn for this screen alone. One that is tilted, or a globe, has one vanishing point
 * for the whole wall: it is drawn whole, and the screen shows its part of it.
 */
function partOf(tile: MapTile, screen: WallRect, { from, to }: WallMotion): WallRect {
  const isTilted = tile.engine === 'globe' || from.pitchDeg > 0 || to.pitchDeg > 0;
  return isTilted ? tile.rect : (overlap(tile.rect, screen) ?? tile.rect);
}

function placeIn(part: WallRect, whole: WallRect): CSSProperties {
  const share = (length: number, of: number) => `${(length / of) * 100}%`;
  return {
    left: share(part.leftMm - whole.leftMm, whole.widthMm),
    top: share(part.topMm - whole.topMm, whole.heightMm),
    width: share(part.widthMm, whole.widthMm),
    height: share(part.heightMm, whole.heightMm),
  };
}

type Drawn = { tile: MapTile; motion: WallMotion; part: WallRect; perMm: number };

function viewNow({ tile, motion, part, perMm }: Drawn, atMs: number): ViewState {
  const whole: WallViewpoint = viewpointAt(motion, atMs);
  const { metersPerMm, ...view } = viewOfPart(whole, tile.rect, part);
  return { ...view, metersPerPixel: metersPerMm / perMm };
}

/** Where the map looks once it is at rest, as the engine itself says. */
function noteView({ longitude, latitude, metersPerPixel }: ViewState): void {
  mapContainer.dataset['restingAt'] = `${longitude},${latitude},${metersPerPixel}`;
}

function useWallView(drawn: Drawn): void {
  const { tile } = drawn;
  const engine = useMapHost((host) => host.engine);
  useEffect(() => {
    mapModel.set({ shownLayers: tile.layers, engineKind: tile.engine });
  }, [tile]);
  useEffect(() => {
    void showEngine(tile.engine, viewNow(drawn, serverClock.nowMs()));
    // An engine in the making is not begun anew for each word of the server: its view follows below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [tile.engine]);
  useEffect(() => {
    const { longitude, latitude } = viewNow(drawn, serverClock.nowMs());
    return followDaylight({ place: [longitude, latitude], momentMs: () => serverClock.nowMs() });
    // The sun stands the same over all that a wall shows.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    if (!engine) return undefined;
    const { startsAtMs, durationMs } = drawn.motion;
    const draw = (): void => {
      const atMs = serverClock.nowMs();
      engine.setView(viewNow(drawn, atMs));
      // For whoever measures how well screens agree: the moment of the server that this one draws.
      mapContainer.dataset['drawnAtMs'] = String(atMs);
      if (atMs < startsAtMs + durationMs) frame = requestAnimationFrame(draw);
      else noteView(engine.view());
    };
    // A size that changes with the part is the map's before its view is.
    let frame = requestAnimationFrame(() => {
      engine.resize();
      draw();
    });
    return () => cancelAnimationFrame(frame);
  }, [engine, drawn]);
}
