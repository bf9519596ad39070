/** 综合评价: the figures of a stretch of time and the cases behind each. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import { factsOf } from '#cases/case-queries.ts';
import { readCaseRules } from '#cases/case-rules.ts';
import type { CaseRules } from '#cases/case-rules.ts';
import type { Database, Reading } from '#database/transaction.ts';
import { pageSize } from '#graphql/page.ts';
import { takeInWord } from '#graphql/take-in.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { DomainError, figureOf, formulaKeys, formulaOf, formulas } from 'grid-data';
import type { Clock, EvaluatedCase, EvaluationPeriod, Figure, Formula } from 'grid-data';
import { casesOfStretch } from './evaluation-queries.ts';
import { groupingOf, groupings, type Grouping } from './grouping.ts';

export type EvaluationParts = { database: Database; clock: Clock; areas: AreaService };
export type AskedEvaluation = { areaCode: string; from: Date; to: Date };
export type AskedRows = AskedEvaluation & {
  key: string;
  counted: boolean;
  by?: string | null | undefined;
  group?: string | null | undefined;
  first: number;
};

export type FigureRecord = Figure &
  Pick<Formula, 'post' | 'nameZh' | 'nameEn' | 'textZh' | 'textEn' | 'unit'>;
export type GroupRecord = {
  key: string | null;
  nameZh: string;
  nameEn: string;
  figures: FigureRecord[];
};

export type Evaluation = ReturnType<typeof createEvaluation>;

/** A quarter and a month of grace: what is longer belongs to stored results. */
const longestMs = 125 * 86_400_000;

/** A row as it was read and as the formulas see it. */
export type ToldCase = { row: IncidentRecord; one: EvaluatedCase };

export function createEvaluation({ database, clock, areas }: EvaluationParts) {
  const told = async <T>(
    viewer: Viewer,
    asked: AskedEvaluation,
    work: (db: Reading, cases: ToldCase[], period: EvaluationPeriod) => Promise<T> | T,
  ): Promise<T> => {
    requirePermission(viewer, 'evaluation.read');
    checkStretch(asked);
    const within = await areas.takeIn(viewer, { areaCode: asked.areaCode });
    return database.inScope(viewer, async (db) => {
      const rules = await readCaseRules(db);
      const rows = await casesOfStretch(db, viewer, { within, from: asked.from, to: asked.to });
      return work(db, rows.map(toldCase), periodOf(asked, clock, rules));
    });
  };

  return {
    figures: (viewer: Viewer, asked: AskedEvaluation): Promise<FigureRecord[]> =>
      told(viewer, asked, (_, cases, period) => figuresOf(cases, period)),

    groups: (viewer: Viewer, asked: AskedEvaluation & { by: string }): Promise<GroupRecord[]> =>
      told(viewer, asked, async (db, cases, period) => {
        const by = takeInGrouping(viewer, asked.by, 'by');
        const scene = { db, viewer, areaCode: asked.areaCode };
        return groupsOf(await groupingOf(by, scene, cases), cases, period);
      }),

    /** The cases that a figure is about, or those alone that it counts: as many as the figure says. */
    rows(viewer: Viewer, asked: AskedRows): Promise<{ total: number; nodes: IncidentRecord[] }> {
      const size = pageSize('worklist', asked.first);
      const formula = formulaOf(takeInWord(asked.key, formulaKeys, 'key'));
      return told(viewer, asked, async (db, cases, period) => {
        const scene = { db, viewer, areaCode: asked.areaCode };
        const grouping = asked.by
          ? await groupingOf(takeInGrouping(viewer, asked.by, 'by'), scene, cases)
          : null;
        const among = cases.filter(({ row, one }) => {
          if (!formula.among(one, period)) return false;
          if (grouping !== null && grouping.keyOf(row, formula) !== (asked.group ?? null)) {
            return false;
          }
          return !asked.counted || formula.adds(one, period) > 0;
        });
        const rows = among.map(({ row }) => row).sort(newestFirst);
        return { total: rows.length, nodes: rows.slice(0, size) };
      });
    },
  };
}

export function figuresOf(cases: readonly ToldCase[], period: EvaluationPeriod): FigureRecord[] {
  const all = cases.map(({ one }) => one);
  return formulas.map((formula) => figureRecord(formula, all, period));
}

function figureRecord(
  formula: Formula,
  cases: readonly EvaluatedCase[],
  period: EvaluationPeriod,
): FigureRecord {
  const { post, nameZh, nameEn, textZh, textEn, unit } = formula;
  return { ...figureOf(formula, cases, period), post, nameZh, nameEn, textZh, textEn, unit };
}

/** Each group with all its figures; areas and departments without cases too, with no figures rather than 0 %. */
export function groupsOf(
  { keyOf, named }: Grouping,
  cases: readonly ToldCase[],
  period: EvaluationPeriod,
): GroupRecord[] {
  const groups = named.map((name): GroupRecord => ({ ...name, figures: [] }));
  for (const formula of formulas) {
    const byKey = Map.groupBy(cases, ({ row }) => keyOf(row, formula));
    for (const group of groups) {
      const own = (byKey.get(group.key) ?? []).map(({ one }) => one);
      group.figures.push(figureRecord(formula, own, period));
    }
  }
  return groups.filter(({ key, figures }) => key !== null || figures.some(hasCases));
}

function newestFirst(a: IncidentRecord, b: IncidentRecord): number {
  return b.reportedAt.getTime() - a.reportedAt.getTime() || (a.id < b.id ? -1 : 1);
}

const hasCases = ({ denominator }: FigureRecord) => denominator > 0;

export function toldCase(row: IncidentRecord): ToldCase {
  return { row, one: { ...factsOf(row), id: row.id, reportedAt: row.reportedAt } };
}

export function periodOf(
  { from, to }: { from: Date; to: Date },
  clock: Clock,
  { workTime }: CaseRules,
): EvaluationPeriod {
  return { from, to, now: clock.now(), workTime };
}

/** Figures of single persons are for those who answer for the house. */
function takeInGrouping(viewer: Viewer, word: string, field: string) {
  const by = takeInWord(word, groupings, field);
  if (by === 'person') requirePermission(viewer, 'evaluation.keep');
  return by;
}

export function checkStretch({ from, to }: { from: Date; to: Date }): void {
  if (from < to && to.getTime() - from.getTime() <= longestMs) return;
  throw new DomainError('invalid-input', 'from, to: a stretch of at most 125 days', {
    reason: 'bad-stretch',
    details: { field: 'to' },
  });
}
