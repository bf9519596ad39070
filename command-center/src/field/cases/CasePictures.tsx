import { useTranslation } from 'react-i18next';
import { photoSides } from '#desk/photo-sides.ts';
import { clockWords } from '#ui/clock-words.ts';
import type { FieldCaseFragment } from '#gis/generated/graphql.ts';
import styles from './Cases.module.css';

type CasePicturesProps = {
  /** Absent in what an older app kept. */
  photos: FieldCaseFragment['photos'] | undefined;
  sides: readonly ('before' | 'after')[];
};

/** Side by side, what there was to do and what was done; each picture with the move that it came with. */
export function CasePictures({ photos, sides }: CasePicturesProps) {
  const { t, i18n } = useTranslation(['field', 'desk']);
  if (photos === undefined || photos.length === 0) return null;
  const bySide = photoSides(photos);
  const moveOf = (move: string): string =>
    move === 'report' ? t('cases.reportedAt') : t(`desk:move.${move}`);
  return (
    <div className={styles.pictures} data-photos={photos.length}>
      {sides.map((side) => (
        <div key={side} className={styles.side} data-photo-side={side}>
          <p>{t(`desk:photos.${side}`)}</p>
          {bySide[side].length === 0 ? <p>{t('desk:photos.none')}</p> : null}
          {bySide[side].map(({ id, move, addedAt, addedBy, width, height }) => (
            <figure key={id} data-photo-move={move}>
              <a href={`/photos/${id}`} target="_blank" rel="noreferrer">
                <img
                  src={`/photos/${id}/preview`}
                  width={width}
                  height={height}
                  loading="lazy"
                  alt={t('desk:photos.alt', { side: t(`desk:photos.${side}`) })}
                />
              </a>
              <figcaption>
                {moveOf(move)} · {addedBy}{' '}
                {clockWords(new Date(addedAt), 'dayMinutes', i18n.language)}
              </figcaption>
            </figure>
          ))}
        </div>
      ))}
    </div>
  );
}
