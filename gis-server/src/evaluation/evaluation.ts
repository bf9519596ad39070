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
import type { Clock, EvaluatedCase, EvaluationPeriod, Formula } from 'grid-data';
import { equipmentFigures, equipmentOf, type EquipmentCounts } from './equipment.ts';
import { casesOfStretch, type EvaluatedRow } from './evaluation-queries.ts';
import type { FigureRecord, GroupRecord } from './figure-record.ts';
import { groupingOf, groupings } from './grouping.ts';
import type { Grouping, GroupingName, Scene } from './grouping.ts';

export type EvaluationParts = { database: Database; clock: Clock; areas: AreaService };
export type AskedEvaluation = { areaCode: string; from: Date; to: Date };
export type AskedRows = AskedEvaluation & {
  key: string;
  counted: boolean;
  by?: string | null | undefined;
  group?: string | null | undefined;
  first: number;
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
      told(viewer, asked, (db, cases, period) =>
        allFigures({ db, viewer, areaCode: asked.areaCode }, cases, period),
      ),

    groups: (viewer: Viewer, asked: AskedEvaluation & { by: string }): Promise<GroupRecord[]> =>
      told(viewer, asked, async (db, cases, period) => {
        const by = takeInGrouping(viewer, asked.by, 'by');
        return allGroups(by, { db, viewer, areaCode: asked.areaCode }, cases, period);
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

/** Of the cases, and of what the city owns. */
export async function allFigures(
  { db, viewer, areaCode }: Scene,
  cases: readonly ToldCase[],
  period: EvaluationPeriod,
): Promise<FigureRecord[]> {
  const all = cases.map(({ one }) => one);
  return [
    ...formulas.map((formula) => figureRecord(formula, all, period)),
    ...equipmentFigures(await equipmentOf(db, viewer, { areaCode, period })),
  ];
}

/** Of areas what lies in them too: components and cameras have no department and no person that answers. */
export async function allGroups(
  by: GroupingName,
  scene: Scene,
  cases: readonly ToldCase[],
  period: EvaluationPeriod,
): Promise<GroupRecord[]> {
  const grouping = await groupingOf(by, scene, cases);
  if (by !== 'area') return groupsOf(grouping, cases, period);
  const { db, viewer, areaCode } = scene;
  return groupsOf(grouping, cases, period, await equipmentOf(db, viewer, { areaCode, period }));
}

function figureRecord(
  formula: Formula,
  cases: readonly EvaluatedCase[],
  period: EvaluationPeriod,
): FigureRecord {
  const { post, nameZh, nameEn, textZh, textEn, unit } = formula;
  const figure = figureOf(formula, cases, period);
  const words = { post, nameZh, nameEn, textZh, textEn, unit };
  return { ...figure, ...words, rowsAre: 'incident', rows: figure.denominator };
}

/** Each group with all its figures; areas and departments without cases too, with no figures rather than 0 %. */
export function groupsOf(
  { keyOf, keyOfArea, named }: Grouping,
  cases: readonly ToldCase[],
  period: EvaluationPeriod,
  equipment?: EquipmentCounts,
): GroupRecord[] {
  const groups = named.map((name): GroupRecord => ({ ...name, figures: [] }));
  for (const formula of formulas) {
    const byKey = Map.groupBy(cases, ({ row }) => keyOf(row, formula));
    for (const group of groups) {
      const own = (byKey.get(group.key) ?? []).map(({ one }) => one);
      group.figures.push(figureRecord(formula, own, period));
    }
  }
  if (equipment !== undefined) {
    for (const { key, figures } of groups) {
      figures.push(...equipmentFigures(equipment, (areaCode) => keyOfArea?.(areaCode) === key));
    }
  }
  return groups.filter(({ key, figures }) => key !== null || figures.some(hasRows));
}

function newestFirst(a: IncidentRecord, b: IncidentRecord): number {
  return b.reportedAt.getTime() - a.reportedAt.getTime() || (a.id < b.id ? -1 : 1);
}

const hasRows = ({ rows }: FigureRecord) => rows > 0;

export function toldCase({ row, lastCallBack }: EvaluatedRow): ToldCase {
  const { id, reportedAt } = row;
  return { row, one: { ...factsOf(row), id, reportedAt, lastCallBack } };
}

export function periodOf(
  { from, to }: { from: Date; to: Date },
  clock: Clock,
  { workTime, settings }: CaseRules,
): EvaluationPeriod {
  return { from, to, now: clock.now(), workTime, settings };
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
