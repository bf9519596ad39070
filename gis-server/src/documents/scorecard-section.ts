/** 成绩单 on paper, as on the screen: who stood where in the month, by which rates, and how half a year went. */
import type { ScorecardRecord } from '#evaluation/scorecards.ts';
import type { Block, Cell, Column, Section } from './paper.ts';
import type { PaperLanguage, PaperWords } from './paper-words.ts';

/** The month in which the stretch ends, by department and by area. */
export type ScorecardTold = { department: ScorecardRecord; area: ScorecardRecord };

type Row = ScorecardRecord['rows'][number];
type In = { words: PaperWords; language: PaperLanguage };

const nameShare = 0.22;

export function scorecardSection(told: ScorecardTold, inWords: In): Section {
  const { words, language } = inWords;
  const { department, area } = told;
  const heading = words.scorecard.title(department.month);
  const tables = [
    ...tablesOf(words.evaluation.byDepartment, department.rows, inWords),
    ...tablesOf(words.evaluation.byArea, area.rows, inWords),
  ];
  if (tables.length === 0) return { heading, blocks: [] };
  const formula = language === 'en' ? department.textEn : department.textZh;
  const version = `${words.evaluation.columns.version} ${department.version}`;
  return { heading, blocks: [{ kind: 'text', text: `${formula} (${version})` }, ...tables] };
}

function tablesOf(by: string, rows: readonly Row[], { words, language }: In): Block[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { columns, trend } = words.scorecard;
  const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) =>
    language === 'en' ? nameEn : nameZh;
  const rates = first.figures.map((rate) => `${nameOf(rate)}${words.unit[rate.unit]}`);
  const standing = [columns.rank, columns.rankBefore, columns.score, columns.grade, ...rates];
  const months = first.trend.map(({ month }) => month);
  const table = (titles: readonly string[], cells: (row: Row) => Cell[]): Block => ({
    kind: 'table',
    columns: columnsOf(words.evaluation.columns.name, titles),
    rows: rows.map((row) => [nameOf(row), ...cells(row)]),
  });
  return [
    { kind: 'text', text: by },
    table(standing, ({ rank, rankBefore, score, grade, figures }) => [
      ...[rank, rankBefore, score, grade],
      ...figures.map(({ value }) => value),
    ]),
    { kind: 'text', text: `${by} · ${trend}` },
    table(months, (row) => row.trend.map(({ score }) => score)),
  ];
}

function columnsOf(name: string, titles: readonly string[]): Column[] {
  const share = (1 - nameShare) / titles.length;
  return [
    { title: name, share: nameShare },
    ...titles.map((title) => ({ title, share, align: 'right' as const })),
  ];
}
