/** 成绩单: areas or departments by their score of a month, with rank and trend. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import { readCaseRules } from '#cases/case-rules.ts';
import { takeInWord } from '#graphql/take-in.ts';
import { DomainError, gradeOf, ranksOf, scoreOf, scoreText, scoreVersion } from 'grid-data';
import type { CaseSettings } from 'grid-data';
import { groupsOf, periodOf, toldCase, type EvaluationParts } from './evaluation.ts';
import { casesOfStretch } from './evaluation-queries.ts';
import type { FigureRecord, GroupRecord } from './figure-record.ts';
import { groupingOf } from './grouping.ts';
import { monthsUntil, type CityMonth } from './city-month.ts';

export type Scorecards = ReturnType<typeof createScorecards>;
export type ScorecardRecord = Awaited<ReturnType<Scorecards['scorecard']>>;

const trendMonths = 6;

export function createScorecards({ database, clock, areas }: EvaluationParts) {
  return {
    async scorecard(viewer: Viewer, asked: { areaCode: string; month: string; by: string }) {
      requirePermission(viewer, 'evaluation.read');
      const by = takeInWord(asked.by, ['area', 'department'] as const, 'by');
      const months = takeInMonth(asked.month);
      const { areaCode } = asked;
      const within = await areas.takeIn(viewer, { areaCode });
      return database.inScope(viewer, async (db) => {
        const rules = await readCaseRules(db);
        const stretch = { within, from: months[0]!.from, to: months.at(-1)!.to };
        const cases = (await casesOfStretch(db, viewer, stretch)).map(toldCase);
        const grouping = await groupingOf(by, { db, viewer, areaCode }, cases);
        const told = months.map((month) => ({
          month,
          groups: groupsOf(grouping, cases, periodOf(month, clock, rules)).filter(isNamed),
        }));
        return {
          month: asked.month,
          version: scoreVersion,
          textZh: scoreText(rules.settings, 'zh'),
          textEn: scoreText(rules.settings, 'en'),
          rows: scoreRows(told, rules.settings),
        };
      });
    },
  };
}

type Told = { month: CityMonth; groups: (GroupRecord & { key: string })[] };

const isNamed = (group: GroupRecord): group is GroupRecord & { key: string } => group.key !== null;

function scoreRows(months: readonly Told[], settings: CaseSettings) {
  const scores = months.map(({ groups }) =>
    groups.map(({ figures }) => scoreOf(figures, settings)),
  );
  const ranks = scores.map(ranksOf);
  const weighed = settings.scoreWeights.map(({ key }) => key as string);
  const rows = months.at(-1)!.groups.map(({ key, nameZh, nameEn, figures }, index) => ({
    ...{ key, nameZh, nameEn },
    score: scores.at(-1)![index]!,
    grade: gradeOf(scores.at(-1)![index]!, settings),
    rank: ranks.at(-1)![index]!,
    rankBefore: ranks.at(-2)?.[index] ?? null,
    figures: weighed.map((of) => figures.find((figure) => figure.key === of) as FigureRecord),
    trend: months.map(({ month }, at) => ({ month: month.name, score: scores[at]![index]! })),
  }));
  return rows.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
}

function takeInMonth(month: string): CityMonth[] {
  const months = monthsUntil(month, trendMonths);
  if (months !== null) return months;
  throw new DomainError('invalid-input', 'month: as 2026-11', {
    reason: 'bad-month',
    details: { field: 'month' },
  });
}
