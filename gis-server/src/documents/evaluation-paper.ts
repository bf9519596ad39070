/** 综合评价 as a paper: the figures with their formulas, by department and by area, then the 成绩单. */
import type { FigureRecord, GroupRecord } from '#evaluation/figure-record.ts';
import { cameraUseSections, type CameraUseTold } from './camera-use-sections.ts';
import { cityTime } from './city-time.ts';
import type { Cell, Paper, Section } from './paper.ts';
import { paperWords, type PaperLanguage, type PaperWords } from './paper-words.ts';
import { scorecardSection, type ScorecardTold } from './scorecard-section.ts';

export type EvaluationTold = {
  areaName: string;
  from: Date;
  to: Date;
  madeBy: string;
  madeAt: Date;
  figures: readonly FigureRecord[];
  departments: readonly GroupRecord[];
  areas: readonly GroupRecord[];
  /** Not in the report of a day. */
  scorecard?: ScorecardTold;
  /** Not in the reports that the house writes by itself: they are of the cases. */
  cameraUse?: CameraUseTold;
};

/** The figures that a table of many has room for. */
const compared = [
  'in-time-dispose-rate',
  'dispose-rate',
  'overdue-open',
  'rework-rate',
  'in-time-close-rate',
  'mean-dispose-minutes',
] as const;

export function evaluationPaper(told: EvaluationTold, language: PaperLanguage): Paper {
  const words = paperWords[language];
  const { areaName, from, to, madeBy, madeAt } = told;
  // Until the last moment before the end, as people name a stretch.
  const lastMoment = new Date(to.getTime() - 1);
  return {
    title: words.evaluation.title(areaName),
    lines: [
      words.stretch(cityTime(from), cityTime(lastMoment)),
      words.made(madeBy, cityTime(madeAt)),
    ],
    sections: [
      figuresSection(told.figures, words, language),
      groupsSection(words.evaluation.byDepartment, told.departments, { words, language }),
      groupsSection(words.evaluation.byArea, told.areas, { words, language }),
      ...(told.scorecard ? [scorecardSection(told.scorecard, { words, language })] : []),
      ...(told.cameraUse ? cameraUseSections(told.cameraUse, words) : []),
    ].filter(({ blocks }) => blocks.length > 0),
    foot: words.evaluation.title(areaName),
  };
}

function figuresSection(
  figures: readonly FigureRecord[],
  words: PaperWords,
  language: PaperLanguage,
): Section {
  const { columns } = words.evaluation;
  return {
    heading: words.evaluation.figures,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: columns.figure, share: 0.2 },
          { title: columns.value, share: 0.1, align: 'right' },
          { title: columns.counted, share: 0.09, align: 'right' },
          { title: columns.among, share: 0.09, align: 'right' },
          { title: columns.formula, share: 0.44 },
          { title: columns.version, share: 0.08, align: 'right' },
        ],
        rows: figures.map((figure) => [
          `${nameOf(figure, language)}${words.unit[figure.unit]}`,
          figure.value,
          figure.numerator,
          figure.denominator,
          language === 'en' ? figure.textEn : figure.textZh,
          figure.version,
        ]),
      },
    ],
  };
}

function groupsSection(
  heading: string,
  groups: readonly GroupRecord[],
  { words, language }: { words: PaperWords; language: PaperLanguage },
): Section {
  const first = groups[0];
  if (first === undefined) return { heading, blocks: [] };
  const of = ({ figures }: GroupRecord, key: string) => figures.find((each) => each.key === key)!;
  const share = 0.72 / compared.length;
  return {
    heading,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: words.evaluation.columns.name, share: 0.28 },
          ...compared.map((key) => {
            const figure = of(first, key);
            const title = `${nameOf(figure, language)}${words.unit[figure.unit]}`;
            return { title, share, align: 'right' as const };
          }),
        ],
        rows: groups.map((group): Cell[] => [
          language === 'en' ? group.nameEn : group.nameZh,
          ...compared.map((key) => of(group, key).value),
        ]),
      },
    ],
  };
}

function nameOf({ nameZh, nameEn }: FigureRecord, language: PaperLanguage): string {
  return language === 'en' ? nameEn : nameZh;
}
