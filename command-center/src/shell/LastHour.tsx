import { useTranslation } from 'react-i18next';
import { useQuery } from '@apollo/client/react';
import { OpenIncidentsDocument } from '#gis/generated/graphql.ts';
import { gradeLook } from '#incidents/incident-looks.ts';
import { openIncidentsAtOnce } from '#incidents/use-open-incidents.ts';
import { select } from '#map/map-model.ts';
import { flyToPlace } from '#map/map-host.ts';
import { clockWords } from '#ui/clock-words.ts';
import { useNow } from '#ui/use-now.ts';
import styles from './LastHour.module.css';

const hourMs = 3_600_000;

/** The last hour as a line: a tick for each open incident when it was reported; now is its right end. */
export function LastHour({ areaCode }: { areaCode: string }) {
  const { t } = useTranslation('shell');
  const now = useNow(5000);
  const { data } = useQuery(OpenIncidentsDocument, {
    variables: { areaCode, first: openIncidentsAtOnce },
    fetchPolicy: 'cache-only',
  });
  const recent = (data?.incidents.nodes ?? []).filter(
    ({ reportedAt }) => now - Date.parse(reportedAt) < hourMs,
  );
  return (
    <div className={styles.hour} role="group" aria-label={t('lastHour')}>
      <span className={styles.end}>{clockWords(new Date(now - hourMs), 'minutes')}</span>
      <div className={styles.line}>
        {recent.map(({ id, grade, title, reportedAt, position }) => (
          <button
            key={id}
            data-report-tick="true"
            type="button"
            className={styles.tick}
            style={{
              left: `${Math.max(0, Math.min(1, 1 - (now - Date.parse(reportedAt)) / hourMs)) * 100}%`,
              background: `var(--${gradeLook(grade).color})`,
            }}
            title={`${clockWords(new Date(reportedAt), 'seconds')} ${title}`}
            aria-label={`${clockWords(new Date(reportedAt), 'seconds')} ${title}`}
            onClick={() => {
              const place = [position.longitude, position.latitude] as const;
              select({ kind: 'incident', id, position: place });
              flyToPlace(place);
            }}
          />
        ))}
      </div>
      <span className={styles.end}>{t('now')}</span>
    </div>
  );
}
