import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { sendPhoto } from './send-photo.ts';
import styles from './CaseMoves.module.css';

type PhotoFieldProps = {
  value: readonly string[];
  /** The move is not made without one. */
  required?: boolean;
  onChange: (ids: string[]) => void;
};

/** As many as one move takes. */
const mostPhotos = 9;

/** Pictures to a move; they are at the server once they stand here, so that a reload keeps them. */
export function PhotoField({ value, required = false, onChange }: PhotoFieldProps) {
  const { t } = useTranslation('desk');
  const id = useId();
  const [state, setState] = useState<{ busy: boolean; refused: string | null }>({
    busy: false,
    refused: null,
  });
  const send = async (files: readonly File[]): Promise<void> => {
    setState({ busy: true, refused: null });
    const ids = [...value];
    let refused: string | null = null;
    for (const file of files.slice(0, mostPhotos - ids.length)) {
      const sent = await sendPhoto(file);
      if ('id' in sent) ids.push(sent.id);
      else ({ refused } = sent);
    }
    onChange([...new Set(ids)]);
    setState({ busy: false, refused });
  };
  return (
    <div className={styles.field} data-photo-field={value.length}>
      <label htmlFor={id}>{t(required ? 'photos.addRequired' : 'photos.add')}</label>
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif"
        multiple
        disabled={state.busy || value.length >= mostPhotos}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void send(files);
        }}
      />
      {value.length > 0 ? (
        <p className={styles.buttons}>
          {t('photos.added', { count: value.length })}
          <Button look="plain" onClick={() => onChange([])}>
            {t('photos.drop')}
          </Button>
        </p>
      ) : null}
      {state.refused ? (
        <p className={styles.refused} role="alert">
          {t(`photos.refused.${state.refused}`)}
        </p>
      ) : null}
    </div>
  );
}
