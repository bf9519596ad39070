import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { silentScreenMs, toldClockErrorMs, type ScreenState, type WallTile } from 'grid-data';
import type { ScreenFieldsFragment } from '#gis/generated/graphql.ts';
import { Age } from '#ui/Age.tsx';
import { useStore } from '#ui/create-store.ts';
import { useNow } from '#ui/use-now.ts';
import { deskWall } from './desk-link.ts';
import styles from './WallDesk.module.css';

type MiniatureProps = {
  screen: ScreenFieldsFragment;
  state: ScreenState | null;
  picture: { jpeg: string; at: string } | null;
};

/**
 * The map is the screen's own picture; of cameras only the place and whether they live, for the desk's look would need
 * a purpose of its own.
 */
export function Miniature({ screen, state, picture }: MiniatureProps) {
  const { t } = useTranslation('wall');
  const aheadMs = useStore(deskWall, (desk) => desk.aheadMs);
  const look = lookOf(screen, state, useNow() + aheadMs);
  const tiles = screen.showing?.content.tiles ?? [];
  const isPictured = picture !== null && tiles.some(({ kind }) => kind === 'map');
  return (
    <span className={styles.miniature} data-look={look}>
      {tiles.map((tile) => (
        <span
          key={tile.id}
          className={styles.mini}
          data-kind={tile.kind}
          style={placeOf(tile, screen)}
        >
          {tile.kind === 'map' && picture ? (
            <img src={picture.jpeg} alt="" style={partOf(tile, screen)} data-map-picture />
          ) : (
            <span className={styles.miniWords}>{wordsOf(tile, t)}</span>
          )}
        </span>
      ))}
      <span className={styles.miniName}>
        {screen.name} · {t(`look.${look}`)}
        {isPictured ? (
          <span data-picture-age>
            {' · '}
            {t('pictureAge')} <Age since={new Date(Date.parse(picture.at) - aheadMs)} />
          </span>
        ) : null}
      </span>
    </span>
  );
}

/** What a cell shows, by name where it has one: a plan of grey boxes tells nobody anything. */
function wordsOf(tile: WallTile, t: TFunction<'wall'>): string {
  if (tile.kind === 'panel') return t(`panel.${tile.panel}`);
  if (tile.kind === 'cameras') return t('push.cameras', { count: tile.cameras.length });
  return t(`tile.${tile.kind}`);
}

export type ScreenLook = 'unpaired' | 'offline' | 'silent' | 'behind' | 'amiss' | 'good';

/** One word for how a screen does; its detail says why. */
export function lookOf(
  screen: ScreenFieldsFragment,
  state: ScreenState | null,
  nowMs: number,
): ScreenLook {
  if (screen.pairedAt === null || screen.pairedAt === undefined) return 'unpaired';
  if (state?.connected !== true) return 'offline';
  const { health, heardAt, since } = state;
  // The line may live under a page that has frozen: its last words are no news of it.
  if (nowMs - Date.parse(heardAt ?? since) > silentScreenMs) return 'silent';
  if (health === null) return 'good';
  if (health.version !== (screen.showing?.version ?? 0)) return 'behind';
  const clockIsWrong = Math.abs(health.clockErrorMs ?? 0) > toldClockErrorMs;
  return clockIsWrong || health.picturesFailed.length > 0 ? 'amiss' : 'good';
}

function placeOf({ rect }: WallTile, screen: ScreenFieldsFragment) {
  return {
    left: `${((rect.leftMm - screen.leftMm) / screen.widthMm) * 100}%`,
    top: `${((rect.topMm - screen.topMm) / screen.heightMm) * 100}%`,
    width: `${(rect.widthMm / screen.widthMm) * 100}%`,
    height: `${(rect.heightMm / screen.heightMm) * 100}%`,
  };
}

/** The screen's picture is of its own part of a map that runs over several. */
function partOf({ rect }: WallTile, screen: ScreenFieldsFragment) {
  const leftMm = Math.max(rect.leftMm, screen.leftMm);
  const topMm = Math.max(rect.topMm, screen.topMm);
  const rightMm = Math.min(rect.leftMm + rect.widthMm, screen.leftMm + screen.widthMm);
  const bottomMm = Math.min(rect.topMm + rect.heightMm, screen.topMm + screen.heightMm);
  return {
    left: `${((leftMm - rect.leftMm) / rect.widthMm) * 100}%`,
    top: `${((topMm - rect.topMm) / rect.heightMm) * 100}%`,
    width: `${((rightMm - leftMm) / rect.widthMm) * 100}%`,
    height: `${((bottomMm - topMm) / rect.heightMm) * 100}%`,
  };
}
