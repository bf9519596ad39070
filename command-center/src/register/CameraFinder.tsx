import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import type { NamedCamera } from './look-camera.ts';
import styles from './Register.module.css';

const mostOffers = 8;

type CameraFinderProps = {
  /** Cameras of the looks on the page, which everyone here may read. */
  loaded: readonly NamedCamera[];
  chosen: NamedCamera | null;
  typed: string;
  onType: (typed: string) => void;
  onChoose: (camera: NamedCamera | null) => void;
};

/** Narrows the register to one camera. */
export function CameraFinder({ loaded, chosen, typed, onType, onChoose }: CameraFinderProps) {
  const { t } = useTranslation('register');
  return (
    <div className={styles.bar} role="search">
      {chosen ? (
        <Button data-chosen-camera={chosen.id} onClick={() => onChoose(null)}>
          {t('onlyCamera', { name: chosen.name })}
          <X size="1.1em" role="img" aria-label={t('allCameras')} />
        </Button>
      ) : (
        <input
          type="search"
          aria-label={t('findCamera')}
          placeholder={t('findCamera')}
          value={typed}
          onChange={(event) => onType(event.target.value)}
        />
      )}
      {offersOf(typed.trim(), loaded).map((camera) => (
        <Button key={camera.id} data-offer={camera.id} onClick={() => onChoose(camera)}>
          {camera.name}
        </Button>
      ))}
    </div>
  );
}

/** Who audits has no map to search: what is on the page is offered. */
function offersOf(asked: string, loaded: readonly NamedCamera[]): NamedCamera[] {
  if (asked === '') return [];
  const named = loaded.filter(({ name }) => name.toLowerCase().includes(asked.toLowerCase()));
  return [...new Map(named.map((camera) => [camera.id, camera])).values()].slice(0, mostOffers);
}
