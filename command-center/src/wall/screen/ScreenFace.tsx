import { useEffect, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { WifiOff } from 'lucide-react';
import type { ScreenIdentity, WallRect, WallTile } from 'grid-data';
import { reconnectJournal, startJournal } from '#journal/start-journal.ts';
import { withheldFromGuests } from '#guests/guests-state.ts';
import { mapModel } from '#map/map-model.ts';
import { closeMap } from '#map/map-host.ts';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import { Guarded } from '#ui/Guarded.tsx';
import { screenStore } from './screen-store.ts';
import { ScreenCameras } from './ScreenCameras.tsx';
import { ScreenIncidentCameras } from './ScreenIncidentCameras.tsx';
import { ScreenMap } from './ScreenMap.tsx';
import { ScreenPanel } from './ScreenPanel.tsx';
import { useFading } from './use-fading.ts';
import { useScreenReport } from './use-screen-report.ts';
import { usePixels, type Pixels } from './use-pixels.ts';
import styles from './Screen.module.css';

/** This screen's part of the wall. */
export function ScreenFace({ screen }: { screen: ScreenIdentity }) {
  const { t } = useTranslation('wall');
  const showing = useStore(screenStore, (state) => state.showing);
  const guestsSince = useStore(screenStore, (state) => state.guestsSince);
  const pixels = usePixels(screen.rect);
  const tiles = useFading(showing?.content.tiles ?? noTiles);
  useEffect(() => {
    mapModel.set({ withheldLayers: guestsSince === null ? [] : withheldFromGuests });
  }, [guestsSince]);
  useScreenReport();
  useEffect(() => {
    const stop = startJournal();
    addEventListener('online', reconnectJournal);
    return () => {
      stop();
      removeEventListener('online', reconnectJournal);
      closeMap();
    };
  }, []);
  return (
    <main className={styles.face} data-screen={screen.id} data-version={showing?.version ?? 0}>
      {tiles.map(({ tile, isLeaving }) => (
        <section
          key={keyOf(tile)}
          className={styles.tile}
          style={placeOf(tile.rect, screen.rect, pixels)}
          data-tile={tile.id}
          data-kind={tile.kind}
          data-leaving={isLeaving || undefined}
        >
          {guestsSince === null || isForGuests(tile) ? (
            <Guarded of={tile}>
              <Tile tile={tile} screen={screen} pixels={pixels} />
            </Guarded>
          ) : (
            <GuestCover screen={screen} />
          )}
        </section>
      ))}
      {tiles.length === 0 ? (
        <p className={styles.nothing}>
          <strong>{screen.name}</strong>
          {t('nothingYet')}
        </p>
      ) : null}
      <OfflineMark />
    </main>
  );
}

/** Ground, time and weather are everybody's; cases, people, numbers and pictures are not. */
const isForGuests = (tile: WallTile): boolean =>
  tile.kind === 'map' ||
  (tile.kind === 'panel' && (tile.panel === 'clock' || tile.panel === 'weather'));

function GuestCover({ screen }: { screen: ScreenIdentity }) {
  const { t } = useTranslation('wall');
  return (
    <p className={styles.cover} data-guest-cover>
      <strong>{screen.areaName}</strong>
      {t('guests')}
    </p>
  );
}

const noTiles: readonly WallTile[] = [];

/** The page's one map goes from scene to scene; everything else comes and goes. */
const keyOf = (tile: WallTile): string => (tile.kind === 'map' ? 'map' : tile.id);

type TileProps = { tile: WallTile; screen: ScreenIdentity; pixels: Pixels };

function Tile({ tile, screen, pixels }: TileProps) {
  switch (tile.kind) {
    case 'map':
      return <ScreenMap tile={tile} screen={screen} pixels={pixels} />;
    case 'cameras':
      return <ScreenCameras cameras={tile.cameras} />;
    case 'incident-cameras':
      return <ScreenIncidentCameras tile={tile} />;
    case 'panel':
      return <ScreenPanel panel={tile.panel} screen={screen} />;
  }
}

function placeOf(rect: WallRect, screen: WallRect, { perMmX, perMmY }: Pixels): CSSProperties {
  return {
    left: (rect.leftMm - screen.leftMm) * perMmX,
    top: (rect.topMm - screen.topMm) * perMmY,
    width: rect.widthMm * perMmX,
    height: rect.heightMm * perMmY,
  };
}

/** What stands on the screen is from before the line broke, and says so. */
function OfflineMark() {
  const { t } = useTranslation('wall');
  const link = useStore(screenStore, (state) => state.link);
  const lostAt = useStore(screenStore, (state) => state.lostAt);
  if (link !== 'lost' || lostAt === null) return null;
  return (
    <p className={styles.offline} role="status" data-offline>
      <WifiOff size="1.1em" aria-hidden />
      <strong>{t('offline')}</strong>
      {t('offlineSince', { time: clockWords(new Date(lostAt), 'seconds') })}
    </p>
  );
}
