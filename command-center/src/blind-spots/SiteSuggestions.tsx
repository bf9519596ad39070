import { useState } from 'react';
import { useLazyQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { SiteSuggestionsDocument } from '#gis/generated/graphql.ts';
import { flyToPlace } from '#map/map-host.ts';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { useLengthWords } from '#words/length-words.ts';
import { useSiteShapes, type Site } from './blind-spot-shapes.ts';
import { Row } from './CoverageRows.tsx';
import toolStyles from '#ui/ToolPanel.module.css';
import styles from './blind-spots.module.css';

const none: readonly Site[] = [];
const fields = [
  { name: 'count', least: 1, most: 20 },
  { name: 'heightMeters', least: 2, most: 60 },
  { name: 'rangeMeters', least: 20, most: 500 },
] as const;

/** Where the next cameras would see most of what nobody sees, and how much each adds. */
export function SiteSuggestions({ areaCode }: { areaCode: string }) {
  const { t } = useTranslation('blind-spots');
  const failureWords = useFailureWords();
  const lengthWords = useLengthWords();
  const [wish, setWish] = useState({ count: 5, heightMeters: 6, rangeMeters: 100 });
  const [ask, { data, loading, error }] = useLazyQuery(SiteSuggestionsDocument, {
    fetchPolicy: 'no-cache',
  });
  const sites = data?.siteSuggestions ?? none;
  useSiteShapes(sites);
  return (
    <>
      <form
        className={styles.wish}
        onSubmit={(event) => {
          event.preventDefault();
          void ask({ variables: { areaCode, ...wish } });
        }}
      >
        {fields.map(({ name, least, most }) => (
          <label key={name} className={styles.field}>
            {t(`wish.${name}`)}
            <input
              type="number"
              required
              min={least}
              max={most}
              value={wish[name]}
              data-field={name}
              onChange={({ target }) => setWish({ ...wish, [name]: target.valueAsNumber })}
            />
          </label>
        ))}
        <Button type="submit" look="solid" disabled={loading} data-act="suggest">
          {t(loading ? 'suggesting' : 'suggest')}
        </Button>
      </form>
      {error ? (
        <p className={toolStyles.bad} role="alert">
          {failureWords(error)}
        </p>
      ) : null}
      {data && sites.length === 0 ? <p className={toolStyles.quiet}>{t('empty.sites')}</p> : null}
      <ol className={styles.rows} data-sites={sites.length}>
        {sites.map(({ position, gainMeters, seenShare, roadName }, i) => (
          <Row
            key={`${position.longitude} ${position.latitude}`}
            id={String(i)}
            name={`${i + 1}. ${roadName ?? t('noName')}`}
            aside={t('gain', {
              length: lengthWords(gainMeters),
              percent: (seenShare * 100).toFixed(1),
            })}
            onOpen={() => flyToPlace([position.longitude, position.latitude])}
          />
        ))}
      </ol>
    </>
  );
}
