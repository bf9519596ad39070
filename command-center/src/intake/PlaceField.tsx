import { useDeferredValue, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { SearchDocument, type SearchQuery } from '#gis/generated/graphql.ts';
import { flyToPlace } from '#map/map-host.ts';
import { mapModel } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import type { CaseDraft } from './case-draft.ts';
import { Field } from './Field.tsx';
import styles from './Intake.module.css';

type Placed = Pick<CaseDraft, 'position' | 'address'>;
type Written = Partial<Placed & Pick<CaseDraft, 'cityComponent'>>;
type PlaceFieldProps = { draft: Placed; onWrite: (part: Written) => void };
type Hit = SearchQuery['search'][number];

/** What stays where it is, so that a caller can name it. */
const places: readonly string[] = ['place', 'road', 'area', 'city-component', 'grid-cell'];
const mostOffered = 8;

/** Where it is: a place, road or house by its name, or the middle of the map. */
export function PlaceField({ draft, onWrite }: PlaceFieldProps) {
  const { t } = useTranslation('intake');
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data } = useQuery(SearchDocument, {
    variables: { text: asked },
    skip: asked.length === 0,
  });
  const hits = asked
    ? (data?.search ?? []).filter(({ kind, position }) => position && places.includes(kind))
    : [];
  const take = ({ id, title, detail, kind, position }: Hit): void => {
    if (!position) return;
    flyToPlace([position.longitude, position.latitude]);
    const address = kind === 'place' && detail ? `${detail} ${title}` : title;
    onWrite({
      position: { longitude: position.longitude, latitude: position.latitude },
      address,
      cityComponent: kind === 'city-component' ? { code: id, name: title } : null,
    });
    setText('');
  };
  const takeMiddle = (): void => {
    const { view } = mapModel.get();
    if (!view) return;
    const { longitude, latitude } = view;
    onWrite({ position: { longitude, latitude }, cityComponent: null });
  };
  return (
    <>
      <Field name={t('place')} wide>
        {(id) => (
          <input
            id={id}
            type="search"
            autoComplete="off"
            placeholder={t('placeHint')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {asked ? (
        <ul className={styles.offers}>
          {hits.slice(0, mostOffered).map((hit) => (
            <li key={`${hit.kind} ${hit.id}`}>
              <button type="button" data-place-offer={hit.id} onClick={() => take(hit)}>
                {hit.title} <span className={styles.quiet}>{hit.detail}</span>
              </button>
            </li>
          ))}
          {data && hits.length === 0 ? <li className={styles.quiet}>{t('noPlace')}</li> : null}
        </ul>
      ) : null}
      <Field name={t('address')}>
        {(id) => (
          <input
            id={id}
            autoComplete="off"
            maxLength={300}
            value={draft.address}
            onChange={(event) => onWrite({ address: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.field}>
        <span className={styles.quiet} data-position={draft.position ? 'set' : 'none'}>
          {draft.position
            ? t('at', {
                longitude: draft.position.longitude.toFixed(5),
                latitude: draft.position.latitude.toFixed(5),
              })
            : t('noPosition')}
        </span>
        <Button onClick={takeMiddle}>{t('middle')}</Button>
      </div>
    </>
  );
}
