import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { WeatherDocument } from '#gis/generated/graphql.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { weatherEveryMs, WeatherSource, WeatherWarnings, WeatherWords } from './WeatherLine.tsx';
import styles from './WeatherPanel.module.css';

/** The weather by itself, as a screen of the wall shows it: read from far, and plain where nobody says what it is. */
export function WeatherPanel() {
  const { t } = useTranslation('outside');
  const { data, error, refetch } = useQuery(WeatherDocument, { pollInterval: weatherEveryMs });
  const face = faceOf({
    // Null is an answer: no source is configured.
    value: data && { weather: data.weather ?? null },
    error,
    retry: () => void refetch(),
    asOf: data?.weather?.heardAt ? new Date(data.weather.heardAt) : null,
  });
  return (
    <section className={styles.panel} aria-label={t('weather.title')} data-wall-card="weather">
      <h2 className={styles.title}>{t('weather.title')}</h2>
      <PanelFaces
        of={face}
        emptyWords={t('weather.none')}
        isEmpty={({ weather }) => weather === null}
      >
        {({ weather }) => (
          <>
            {weather?.report ? (
              <>
                <p className={weather.stale ? styles.stale : styles.now}>
                  <WeatherWords report={weather.report} />
                </p>
                <WeatherWarnings report={weather.report} />
                <p className={styles.source}>
                  <WeatherSource report={weather.report} stale={weather.stale} />
                </p>
              </>
            ) : null}
            {weather?.failure ? (
              <p className={styles.trouble}>
                {t(weather.report ? `failure.${weather.failure}` : 'weather.nothingHeard')}
              </p>
            ) : null}
          </>
        )}
      </PanelFaces>
    </section>
  );
}
