import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { flyToPlace } from '#map/map-host.ts';
import { select, selectArea } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { useLengthWords } from '#words/length-words.ts';
import type { Covered } from './blind-spot-shapes.ts';
import toolStyles from '#ui/ToolPanel.module.css';
import styles from './blind-spots.module.css';

type CoverageRowsProps = { covered: Covered; rows: 'roads' | 'places' | 'areas' };

/** The rows behind a number; each leads to its place on the map. */
export function CoverageRows({ covered, rows }: CoverageRowsProps) {
  const { t } = useTranslation('blind-spots');
  const lengthWords = useLengthWords();
  switch (rows) {
    case 'roads':
      return (
        <Rows words={t('empty.roads')}>
          {covered.unseenRoads.map(({ roadId, name, position, unseenMeters, meters }) => (
            <Row
              key={roadId}
              id={roadId}
              name={name ?? t('noName')}
              aside={t('ofLength', { unseen: lengthWords(unseenMeters), of: lengthWords(meters) })}
              onOpen={() => flyToPlace([position.longitude, position.latitude])}
            />
          ))}
        </Rows>
      );
    case 'places':
      return (
        <Rows words={t('empty.places')}>
          {covered.unseenPlaces.map(({ id, name, kind, position }) => (
            <Row
              key={id}
              id={id}
              name={name}
              aside={t(`places:kinds.${kind}`, { defaultValue: kind })}
              onOpen={() => {
                const place = [position.longitude, position.latitude] as const;
                select({ kind: 'place', id, position: place });
                flyToPlace(place);
              }}
            />
          ))}
        </Rows>
      );
    case 'areas':
      return (
        <Rows words={t('noRoads')}>
          {covered.areas.map(({ area, roads }) => (
            <Row
              key={area.code}
              id={area.code}
              name={area.name}
              aside={t('shareOf', {
                percent: Math.round((roads.onlineMeters / roads.meters) * 100),
                of: lengthWords(roads.meters),
              })}
              onOpen={() => selectArea(area.code)}
            />
          ))}
        </Rows>
      );
  }
}

function Rows({ words, children }: { words: string; children: ReactNode[] }) {
  if (children.length === 0) return <p className={toolStyles.quiet}>{words}</p>;
  return <ul className={styles.rows}>{children}</ul>;
}

type RowProps = { id: string; name: string; aside: string; onOpen: () => void };

export function Row({ id, name, aside, onOpen }: RowProps) {
  return (
    <li>
      <Button look="plain" className={styles.row} data-row={id} onClick={onOpen}>
        <span className={styles.name}>{name}</span>
        <span className={toolStyles.quiet}>{aside}</span>
      </Button>
    </li>
  );
}
