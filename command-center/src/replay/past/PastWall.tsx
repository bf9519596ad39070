import { useTranslation } from 'react-i18next';
import type { PastScreen } from '../picture-at.ts';
import styles from './Past.module.css';

/** The hall's screens as a plan: what stood on each, whose scene, by whose hand. */
export function PastWall({ screens }: { screens: readonly PastScreen[] }) {
  const { t } = useTranslation('replay');
  if (screens.length === 0) return null;
  const left = Math.min(...screens.map(({ rect }) => rect.left));
  const top = Math.min(...screens.map(({ rect }) => rect.top));
  const right = Math.max(...screens.map(({ rect }) => rect.left + rect.width));
  const bottom = Math.max(...screens.map(({ rect }) => rect.top + rect.height));
  return (
    <details className={styles.part} data-past-wall={screens.length} open>
      <summary>{t('wallThen', { count: screens.length })}</summary>
      <svg
        className={styles.wall}
        viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
        role="img"
        aria-label={t('wallThen', { count: screens.length })}
      >
        {screens.map((screen) => (
          <Screen key={screen.id} screen={screen} />
        ))}
      </svg>
      <ul className={styles.acts}>
        {screens.map(({ id, name, sceneName, shownByName, content }) => (
          <li key={id} data-past-screen={id}>
            {name}：{sceneName ?? contentWords(content.tiles, t)}
            {shownByName ? ` · ${shownByName}` : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

type Tiles = PastScreen['content']['tiles'];

function contentWords(tiles: Tiles, t: (key: string) => string): string {
  if (tiles.length === 0) return t('emptyScreen');
  return [...new Set(tiles.map(({ kind }) => t(`tiles.${kind}`)))].join('、');
}

const tileColors: Record<Tiles[number]['kind'], string> = {
  map: 'map-area',
  cameras: 'map-camera',
  'incident-cameras': 'state-high',
  panel: 'text-faint',
};

function Screen({ screen: { rect, content } }: { screen: PastScreen }) {
  return (
    <g>
      <rect
        x={rect.left}
        y={rect.top}
        width={rect.width}
        height={rect.height}
        className={styles.screen}
      />
      {content.tiles.map(({ id, kind, rect: tile }) => (
        <rect
          key={id}
          x={tile.leftMm}
          y={tile.topMm}
          width={tile.widthMm}
          height={tile.heightMm}
          fill={`var(--${tileColors[kind]})`}
          fillOpacity={0.6}
        />
      ))}
    </g>
  );
}
