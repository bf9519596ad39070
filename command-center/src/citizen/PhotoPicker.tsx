import { useTranslation } from 'react-i18next';
import { Labelled } from './Labelled.tsx';
import styles from './Citizen.module.css';

type PhotoPickerProps = { files: readonly File[]; onFiles: (files: readonly File[]) => void };

const mostPhotos = 3;

export function PhotoPicker({ files, onFiles }: PhotoPickerProps) {
  const { t } = useTranslation('citizen');
  return (
    <>
      <Labelled name={t('photos', { most: mostPhotos })}>
        {(id) => (
          <input
            id={id}
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif"
            multiple
            onChange={(event) => onFiles([...(event.target.files ?? [])].slice(0, mostPhotos))}
          />
        )}
      </Labelled>
      {files.length > 0 ? (
        <p className={styles.quiet}>{files.map(({ name }) => name).join(' · ')}</p>
      ) : null}
    </>
  );
}
