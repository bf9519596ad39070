import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { RoadsByNameDocument } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { follow } from './route-state.ts';
import styles from './sights.module.css';

/** Roads by name or initials, for whoever would rather type than point; Enter takes the first. */
export function RoadSearch() {
  const { t } = useTranslation('sights');
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data } = useQuery(RoadsByNameDocument, {
    variables: { text: asked },
    skip: asked.length === 0,
  });
  const roads = asked ? (data?.search ?? []) : [];
  const take = ({ id, title }: { id: string; title: string }): void => {
    setText('');
    follow({ kind: 'road', roadId: id, name: title });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const [first] = roads;
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && first) take(first);
  };
  return (
    <div className={styles.search}>
      <input
        value={text}
        data-field="road"
        placeholder={t('route.search')}
        aria-label={t('route.search')}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      {roads.length > 0 ? (
        <ul className={styles.found}>
          {roads.map((road) => (
            <li key={road.id}>
              <Button look="plain" data-road={road.id} onClick={() => take(road)}>
                {road.title}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
