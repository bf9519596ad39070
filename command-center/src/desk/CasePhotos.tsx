import { useTranslation } from 'react-i18next';
import type { CaseFileFragment } from '#gis/generated/graphql.ts';
import { SectionTitle } from '#ui/SectionTitle.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { photoSides } from './photo-sides.ts';
import styles from './CasePhotos.module.css';

/** Before at the left, after the disposal at the right: what a check looks at. */
export function CasePhotos({ incident }: { incident: CaseFileFragment }) {
  const { t, i18n } = useTranslation('desk');
  if (incident.photos.length === 0) return null;
  const sides = photoSides(incident.photos);
  return (
    <>
      <SectionTitle>{t('photos.title')}</SectionTitle>
      <div className={styles.sides} data-photos={incident.photos.length}>
        {(['before', 'after'] as const).map((side) => (
          <div key={side} className={styles.side} data-photo-side={side}>
            <p className={styles.quiet}>{t(`photos.${side}`)}</p>
            {sides[side].length === 0 ? <p className={styles.quiet}>{t('photos.none')}</p> : null}
            {sides[side].map(({ id, addedAt, addedBy, width, height }) => (
              <figure key={id}>
                <a href={`/photos/${id}`} target="_blank" rel="noreferrer">
                  <img
                    src={`/photos/${id}/preview`}
                    width={width}
                    height={height}
                    alt={t('photos.alt', { side: t(`photos.${side}`) })}
                    loading="lazy"
                  />
                </a>
                <figcaption className={styles.quiet}>
                  {addedBy} {clockWords(new Date(addedAt), 'dayMinutes', i18n.language)}
                </figcaption>
              </figure>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
