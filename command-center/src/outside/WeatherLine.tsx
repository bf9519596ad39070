import { Cloud, CloudFog, CloudRain, CloudSun, Snowflake, Sun, Zap } from 'lucide-react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { WeatherDocument, type WeatherQuery } from '#gis/generated/graphql.ts';
import { ClockTime } from '#ui/ClockTime.tsx';
import { windForce, windPoint } from './wind-words.ts';
import styles from './WeatherLine.module.css';

export const weatherEveryMs = 60_000;
const icons = {
  clear: Sun,
  cloudy: CloudSun,
  overcast: Cloud,
  fog: CloudFog,
  rain: CloudRain,
  storm: Zap,
  snow: Snowflake,
} as const;

type Report = NonNullable<NonNullable<WeatherQuery['weather']>['report']>;

/** The weather with who says so and when; nothing where no source is configured. */
export function WeatherLine() {
  const { t } = useTranslation('outside');
  const { data } = useQuery(WeatherDocument, { pollInterval: weatherEveryMs });
  const weather = data?.weather;
  if (!weather) return null;
  const { report, failure, stale } = weather;
  return (
    <section
      className={styles.weather}
      aria-label={t('weather.title')}
      data-weather={failure ?? (stale ? 'stale' : 'fresh')}
    >
      {report ? <Said report={report} stale={stale} /> : null}
      {failure ? <span className={styles.trouble}>{t(`failure.${failure}`)}</span> : null}
    </section>
  );
}

function Said({ report, stale }: { report: Report; stale: boolean }) {
  return (
    <>
      <span className={stale ? styles.stale : styles.now}>
        <WeatherWords report={report} />
      </span>
      <span className={styles.source}>
        <WeatherSource report={report} stale={stale} />
      </span>
      <WeatherWarnings report={report} />
    </>
  );
}

export function WeatherWords({ report }: { report: Report }) {
  const { t } = useTranslation('outside');
  const { sky, windFromDeg, rainMmPerHour } = report;
  const Icon = icons[sky as keyof typeof icons] ?? Cloud;
  const force = windForce(report.windMetersPerSecond);
  const wind =
    windFromDeg == null
      ? t('weather.force', { force })
      : t('weather.wind', { from: t(`weather.from.${windPoint(windFromDeg)}`), force });
  return (
    <>
      <Icon size="1.1em" aria-hidden /> {t(`weather.sky.${sky}`)} {report.temperatureC} °C · {wind}
      {rainMmPerHour ? ` · ${t('weather.rain', { mm: rainMmPerHour })}` : ''}
    </>
  );
}

/** Who says so, and of when it is. */
export function WeatherSource({ report, stale }: { report: Report; stale: boolean }) {
  const { t } = useTranslation('outside');
  return (
    <>
      {report.source} <ClockTime at={new Date(report.observedAt)} seconds={false} />
      {report.illustrative ? ` · ${t('illustrative')}` : ''}
      {stale ? ` · ${t('stale')}` : ''}
    </>
  );
}

export function WeatherWarnings({ report }: { report: Report }) {
  const { t } = useTranslation('outside');
  return report.warnings.map(({ title, level, until }) => (
    <span key={title} className={styles.warning} data-level={level} role="status">
      {title}
      {until ? (
        <>
          {' '}
          {t('weather.until')} <ClockTime at={new Date(until)} seconds={false} />
        </>
      ) : null}
    </span>
  ));
}
