import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ReportBinsDocument, type ReportBinsQuery } from '#gis/generated/graphql.ts';
import { useJournalNow } from '#journal/use-journal-now.ts';
import { boundsOf, type Span } from './span.ts';
import styles from './TimeLine.module.css';

const bins = 96;
/** A rolling line need not be newer than the width of a bar shows. */
const newerEveryMs = 15_000;
const gradeColors = ['state-alarm', 'state-high', 'state-middle', 'state-low'] as const;

/** How many cases of each grade were reported along the line. */
export function ReportBars({ span, areaCode }: { span: Span; areaCode: string }) {
  const { t } = useTranslation('replay');
  const now = useJournalNow(newerEveryMs);
  const { fromMs, toMs } = boundsOf(span, now);
  const { data, previousData } = useQuery(ReportBinsDocument, {
    variables: {
      areaCode,
      from: new Date(fromMs).toISOString(),
      to: new Date(toMs).toISOString(),
      bins,
    },
    fetchPolicy: 'no-cache',
  });
  const told = (data ?? previousData)?.reportBins ?? [];
  const total = told.reduce((sum, { reports }) => sum + reports, 0);
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${bins} 100`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('reportsOnLine', { count: total })}
      data-reports={total}
    >
      {barsOf(told).map(({ key, ...bar }) => (
        <rect key={key} {...bar} />
      ))}
    </svg>
  );
}

type Bar = { key: string; x: number; y: number; width: number; height: number; fill: string };

/** Stacked, the gravest at the foot: it stands out however many light ones came with it. */
function barsOf(told: ReportBinsQuery['reportBins']): Bar[] {
  const most = Math.max(1, ...told.map(({ reports }) => reports));
  return told.flatMap(({ byGrade }, i) => {
    let top = 100;
    return byGrade.flatMap((count, grade) => {
      if (count === 0) return [];
      const height = (count / most) * 100;
      top -= height;
      const fill = `var(--${gradeColors[grade]})`;
      return [{ key: `${i} ${grade}`, x: i + 0.1, y: top, width: 0.8, height, fill }];
    });
  });
}
