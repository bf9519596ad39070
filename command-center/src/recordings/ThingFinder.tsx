import { useDeferredValue, useId, useState } from 'react';
import { X } from 'lucide-react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { SearchDocument } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Recordings.module.css';

/** `detail` tells those of one name apart: an address or a number. */
export type FoundThing = { id: string; title: string; detail?: string | null };

type ThingFinderProps = {
  kind: 'camera' | 'incident';
  label: string;
  chosen: readonly FoundThing[];
  atMost: number;
  onChange: (chosen: readonly FoundThing[]) => void;
};

const mostOffers = 8;

/** Finds cameras or an incident by name and keeps those chosen. */
export function ThingFinder({ kind, label, chosen, atMost, onChange }: ThingFinderProps) {
  const { t } = useTranslation('recordings');
  const id = useId();
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const { data } = useQuery(SearchDocument, { variables: { text: asked }, skip: asked === '' });
  const offers = (asked === '' ? [] : (data?.search ?? []))
    .filter((hit) => hit.kind === kind && !chosen.some((each) => each.id === hit.id))
    .slice(0, mostOffers);
  return (
    <div className={styles.wide} data-finder={kind}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.bar}>
        {chosen.map((thing) => (
          <span key={thing.id} className={styles.chip} data-chosen={thing.id}>
            <ThingWords kind={kind} thing={thing} />
            <Button
              look="plain"
              aria-label={`${t('remove')} ${thing.title}`}
              onClick={() => onChange(chosen.filter((each) => each.id !== thing.id))}
            >
              <X size="1.1em" aria-hidden />
            </Button>
          </span>
        ))}
        {chosen.length < atMost ? (
          <input
            id={id}
            type="search"
            placeholder={t(`find.${kind}`)}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        ) : null}
        {offers.map((hit) => (
          <Button
            key={hit.id}
            data-offer={hit.id}
            onClick={() => {
              onChange([...chosen, { id: hit.id, title: hit.title, detail: hit.detail ?? null }]);
              setTyped('');
            }}
          >
            <ThingWords kind={kind} thing={hit} />
          </Button>
        ))}
      </div>
    </div>
  );
}

/** The id of an incident says nothing to people; that of a camera is the number it is known by. */
function ThingWords({ kind, thing }: { kind: ThingFinderProps['kind']; thing: FoundThing }) {
  const aside = [thing.detail, kind === 'camera' ? thing.id : null].filter(Boolean).join(' · ');
  return (
    <span className={styles.thing}>
      {thing.title}
      <span className={styles.note}>{aside}</span>
    </span>
  );
}
