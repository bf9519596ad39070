import type { LonLat } from 'grid-data';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { useStore } from '#ui/create-store.ts';
import { closePlaceCameras, placeCameras } from './place-cameras.ts';
import { PlaceCameras } from './PlaceCameras.tsx';
import styles from './PlaceCamerasPanel.module.css';

type PlaceCamerasPanelProps = {
  /** Asks all cameras that can to look there; null for whoever may turn none. */
  onLookHere: ((place: LonLat) => void) | null;
};

/** The cameras for a place of the map that was pointed to. */
export function PlaceCamerasPanel({ onLookHere }: PlaceCamerasPanelProps) {
  const { t } = useTranslation('sights');
  const place = useStore(placeCameras, (state) => state.place);
  if (place === null) return null;
  return (
    <Panel title={t('place.title')} onClose={closePlaceCameras}>
      <div className={styles.body} data-place-cameras={place.join(',')}>
        <PlaceCameras place={place} />
        {onLookHere ? (
          <Button data-act="look-here" onClick={() => onLookHere(place)}>
            {t('place.lookHere')}
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}
