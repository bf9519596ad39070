import { useTranslation } from 'react-i18next';
import { useStore } from '#ui/create-store.ts';
import { coneRoom } from './cone-room.ts';
import { isDrawn, useMapModel } from './map-model.ts';
import styles from './ConeNote.module.css';

/** Says that not all cones are drawn, where there are more than a picture bears. */
export function ConeNote() {
  const { t } = useTranslation('map');
  const { all, drawn } = useStore(coneRoom, (state) => state);
  const shown = useMapModel((model) => isDrawn('cameras', model));
  if (!shown || all <= drawn) return null;
  return (
    <p className={styles.note} role="status" data-cones={drawn} data-cameras={all}>
      {t('conesCapped', { all, drawn })}
    </p>
  );
}
