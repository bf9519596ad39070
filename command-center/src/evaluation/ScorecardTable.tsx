import { useState } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ScorecardDocument, type ScorecardQuery } from '#gis/generated/graphql.ts';
import { ChoiceBar } from '#ui/ChoiceBar.tsx';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { currentLanguage } from '#words/i18n.ts';
import { FigureCell } from './FigureCell.tsx';
import { nameIn, noFigure } from './figure-words.ts';
import type { OpenFigure } from './opened-figure.ts';
import { periodOfMonth } from './period.ts';
import { trendLine } from './trend-line.ts';
import type { Stretch } from './use-stretch.ts';
import styles from './Evaluation.module.css';

type Row = ScorecardQuery['scorecard']['rows'][number];
type ScorecardTableProps = { areaCode: string; month: string; onOpen: OpenFigure };

/** 成绩单: who stands where this month, who rose, and how half a year went. */
export function ScorecardTable({ areaCode, month, onOpen }: ScorecardTableProps) {
  const { t } = useTranslation('evaluation');
  const [by, setBy] = useState<'department' | 'area'>('department');
  const { data, error, refetch } = useQuery(ScorecardDocument, {
    variables: { areaCode, month, by },
    fetchPolicy: 'cache-and-network',
  });
  const retry = () => void refetch();
  return (
    <>
      <ChoiceBar
        className={styles.tabs}
        label={t('tab.scorecard')}
        choices={['department', 'area']}
        chosen={by}
        words={(each) => t(`by.${each}`)}
        onChoose={setBy}
      >
        <span className={styles.quiet}>{t('scoreOf', { month })}</span>
      </ChoiceBar>
      <PanelFaces
        of={faceOf({ value: data?.scorecard, error, retry })}
        emptyWords={t('noGroups')}
        isEmpty={({ rows }) => rows.length === 0}
      >
        {(card) => (
          <>
            <p className={styles.quiet}>
              {currentLanguage() === 'en' ? card.textEn : card.textZh}
              <span className={styles.version}>{t('version', { version: card.version })}</span>
            </p>
            <Scores
              {...{ rows: card.rows, by, onOpen }}
              stretch={{ areaCode, ...periodOfMonth(month) }}
            />
          </>
        )}
      </PanelFaces>
    </>
  );
}

type ScoresProps = {
  rows: readonly Row[];
  by: 'department' | 'area';
  /** The month's: the page may stand at days of one's own. */
  stretch: Stretch;
  onOpen: OpenFigure;
};

function Scores({ rows, by, stretch, onOpen }: ScoresProps) {
  const { t } = useTranslation('evaluation');
  return (
    <table className={styles.table} data-scorecard={by}>
      <thead>
        <tr>
          <th scope="col" className={styles.number}>
            {t('column.rank')}
          </th>
          <th scope="col">{t(`by.${by}`)}</th>
          <th scope="col" className={styles.number}>
            {t('column.score')}
          </th>
          <th scope="col">{t('column.grade')}</th>
          {rows[0]?.figures.map((figure) => (
            <th key={figure.key} scope="col" className={styles.number}>
              {nameIn(figure)}
            </th>
          ))}
          <th scope="col">{t('column.trend')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-scored={row.key} data-rank={row.rank ?? ''}>
            <td className={styles.number}>
              {row.rank ?? noFigure} <Moved row={row} />
            </td>
            <th scope="row">{nameIn(row)}</th>
            <td className={styles.figure}>{row.score?.toFixed(2) ?? noFigure}</td>
            <td>{row.grade ?? noFigure}</td>
            {row.figures.map((figure) => (
              <FigureCell key={figure.key} group={row} {...{ figure, by, stretch, onOpen }} />
            ))}
            <td>
              <Trend row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** By how many places since the month before. */
function Moved({ row: { rank, rankBefore } }: { row: Row }) {
  const { t } = useTranslation('evaluation');
  if (rank == null || rankBefore == null || rank === rankBefore) return null;
  const rose = rank < rankBefore;
  const places = Math.abs(rank - rankBefore);
  return (
    <span className={styles.moved} data-rose={rose}>
      {rose ? <ArrowUp size="1em" aria-hidden /> : <ArrowDown size="1em" aria-hidden />}
      <span aria-hidden>{places}</span>
      <span className={styles.unseen}>{t(rose ? 'rose' : 'fell', { places })}</span>
    </span>
  );
}

function Trend({ row: { trend } }: { row: Row }) {
  const { t } = useTranslation('evaluation');
  const scores = trend.map(({ score }) => score ?? null);
  const words = trend.map(({ month, score }) => `${month} ${score ?? noFigure}`).join(', ');
  return (
    <svg
      className={styles.trend}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('trendOf', { words })}
    >
      <title>{words}</title>
      <path d={trendLine(scores)} />
    </svg>
  );
}
