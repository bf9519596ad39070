import { useEffect, useMemo, useState, type ChangeEvent } from 'react';
import { Camera, Images, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import { mostPhotos, type DraftPhoto } from '../report/report-draft.ts';
import { shrinkPhoto } from './shrink-photo.ts';
import styles from './Photos.module.css';

type PhotoStripProps = {
  photos: readonly DraftPhoto[];
  onChange: (photos: readonly DraftPhoto[]) => void;
};

/** By the camera or from what the phone has; each can be taken out again. */
export function PhotoStrip({ photos, onChange }: PhotoStripProps) {
  const { t } = useTranslation('field');
  const [broken, setBroken] = useState(0);
  const take = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const input = event.currentTarget;
    const files = [...(input.files ?? [])].slice(0, mostPhotos - photos.length);
    const taken: DraftPhoto[] = [];
    let unreadable = 0;
    for (const file of files) {
      try {
        taken.push({ id: newCommandId(), ...(await shrinkPhoto(file)) });
      } catch {
        unreadable += 1; // no picture: said below
      }
    }
    input.value = '';
    setBroken(unreadable);
    if (taken.length > 0) onChange([...photos, ...taken]);
  };
  const full = photos.length >= mostPhotos;
  return (
    <div className={styles.strip}>
      <label className={styles.take} data-full={full}>
        <Camera size="1.6em" aria-hidden />
        {t('photo.take')}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          disabled={full}
          onChange={(event) => void take(event)}
        />
      </label>
      <label className={styles.choose} data-full={full}>
        <Images size="1.4em" aria-hidden />
        {t('photo.choose')}
        <input
          type="file"
          accept="image/*"
          multiple
          disabled={full}
          onChange={(event) => void take(event)}
        />
      </label>
      {photos.map((photo, index) => (
        <Thumbnail
          key={photo.id}
          photo={photo}
          name={t('photo.nth', { number: index + 1 })}
          onDrop={() => onChange(photos.filter(({ id }) => id !== photo.id))}
        />
      ))}
      {broken > 0 ? <p role="alert">{t('photo.broken', { count: broken })}</p> : null}
    </div>
  );
}

type ThumbnailProps = { photo: DraftPhoto; name: string; onDrop: () => void };

function Thumbnail({ photo, name, onDrop }: ThumbnailProps) {
  const { t } = useTranslation('field');
  const url = useMemo(
    () => URL.createObjectURL(new Blob([photo.bytes], { type: photo.type })),
    [photo],
  );
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <div className={styles.thumbnail} data-photo>
      <img src={url} alt={name} />
      <button type="button" aria-label={t('photo.drop', { name })} onClick={onDrop}>
        <X size="1.2em" aria-hidden />
      </button>
    </div>
  );
}
