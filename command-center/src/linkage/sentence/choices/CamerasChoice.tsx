import { useTranslation } from 'react-i18next';
import { mostCamerasOpened } from 'grid-data';
import { ThingFinder } from '#recordings/ThingFinder.tsx';
import { NumberChoice } from './NumberChoice.tsx';
import styles from '../Sentence.module.css';

type CamerasChoiceProps = {
  first: number;
  cameraIds: readonly string[];
  onChange: (part: { first?: number; cameraIds?: string[] }) => void;
};

/** The best for the place, as many as one looks at, or those that are named. */
export function CamerasChoice({ first, cameraIds, onChange }: CamerasChoiceProps) {
  const { t } = useTranslation('linkage');
  return (
    <div className={styles.cameras}>
      <NumberChoice
        label={t('bestOf')}
        value={first}
        min={1}
        max={mostCamerasOpened}
        onChange={(next) => onChange({ first: next })}
      />
      <p className={styles.none}>{t('orNamed')}</p>
      <ThingFinder
        kind="camera"
        label={t('namedCameras')}
        chosen={cameraIds.map((id) => ({ id, title: id }))}
        atMost={mostCamerasOpened}
        onChange={(chosen) => onChange({ cameraIds: chosen.map(({ id }) => id) })}
      />
    </div>
  );
}
