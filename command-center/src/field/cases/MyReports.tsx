import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { photoSides } from '#desk/photo-sides.ts';
import type { FieldMyReportsQuery } from '#gis/generated/graphql.ts';
import type { Asked } from '../use-asked.ts';
import { answersTo } from './answers-to.ts';
import { CasePictures } from './CasePictures.tsx';
import styles from './Cases.module.css';

type Report = FieldMyReportsQuery['myReports']['nodes'][number];

/** What became of each report: the answers of those who took it on, newest first. */
export function MyReports({ asked }: { asked: Asked<FieldMyReportsQuery> }) {
  const { t, i18n } = useTranslation('field');
  const reports = asked.value?.myReports.nodes ?? [];
  return (
    <section className={styles.list} aria-label={t('tasks.myReports')}>
      <header className={styles.head}>
        <h2>{t('tasks.myReports')}</h2>
        {asked.stale && asked.asOf ? (
          <p data-stale>
            {t('asOf', { time: clockWords(asked.asOf, 'dayMinutes', i18n.language) })}
          </p>
        ) : null}
      </header>
      {asked.value === null ? (
        <p className={styles.none}>{t(asked.failed ? 'notKnown' : 'loading')}</p>
      ) : reports.length === 0 ? (
        <p className={styles.none}>{t('tasks.noReports')}</p>
      ) : (
        <ul>
          {reports.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ReportRow({ report }: { report: Report }) {
  const { t, i18n } = useTranslation('field');
  const { id, title, state, reportedAt, area, address, photos } = report;
  const time = (at: string) => clockWords(new Date(at), 'dayMinutes', i18n.language);
  return (
    <li>
      <details className={styles.report} data-my-report={id} data-state={state}>
        <summary>
          <strong>{title}</strong>
          <span className={styles.state}>{t(`incidents:state.${state}`)}</span>
          <span className={styles.where}>
            {time(reportedAt)} · {address ?? area.name}
          </span>
        </summary>
        <ol className={styles.answers}>
          {answersTo(report).map(({ seq, at, by, move, note }) => (
            <li key={seq}>
              <span>{time(at)}</span>
              <span>
                {t(`desk:move.${move}`, { defaultValue: t('tasks.seen') })}
                {by ? ` · ${by}` : ''}
                {note ? <q>{note}</q> : null}
              </span>
            </li>
          ))}
        </ol>
        {/* What an older app kept has no pictures. */}
        {photoSides(photos ?? []).after.length > 0 ? (
          <CasePictures photos={photos} sides={['after']} />
        ) : null}
      </details>
    </li>
  );
}
