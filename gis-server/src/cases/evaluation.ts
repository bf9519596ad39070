/** 综合评价: the figures of a stretch of time and the cases behind each. */
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import { pageSize } from '#graphql/page.ts';
import { takeInWord } from '#graphql/take-in.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { DomainError, figureOf, formulaKeys, formulaOf, formulas } from 'grid-data';
import type { Clock, EvaluatedCase, EvaluationPeriod } from 'grid-data';
import { factsOf } from './case-queries.ts';
import { readCaseRules } from './case-rules.ts';
import { casesOfStretch } from './evaluation-queries.ts';

type Parts = { database: Database; clock: Clock; areas: AreaService };
export type AskedEvaluation = { areaCode: string; from: Date; to: Date };
export type AskedRows = AskedEvaluation & { key: string; counted: boolean; first: number };

export type Evaluation = ReturnType<typeof createEvaluation>;

/** A quarter and a month of grace: what is longer belongs to stored results. */
const longestMs = 125 * 86_400_000;

export function createEvaluation({ database, clock, areas }: Parts) {
  const told = async (viewer: Viewer, { areaCode, from, to }: AskedEvaluation) => {
    if (!(from < to) || to.getTime() - from.getTime() > longestMs) {
      throw new DomainError('invalid-input', 'from, to: a stretch of at most 125 days', {
        reason: 'bad-stretch',
        details: { field: 'to' },
      });
    }
    const within = await areas.takeIn(viewer, { areaCode });
    return database.inScope(viewer, async (db) => {
      const { workTime } = await readCaseRules(db);
      const rows = await casesOfStretch(db, viewer, { within, from, to });
      const period: EvaluationPeriod = { from, to, now: clock.now(), workTime };
      return { rows, period };
    });
  };

  return {
    async figures(viewer: Viewer, asked: AskedEvaluation) {
      const { rows, period } = await told(viewer, asked);
      const cases = rows.map(evaluated);
      return formulas.map((formula) => {
        const { textZh, textEn, unit } = formula;
        return { ...figureOf(formula, cases, period), textZh, textEn, unit };
      });
    },

    /** The cases that a figure is about, or those alone that it counts: as many as the figure says. */
    async rows(
      viewer: Viewer,
      asked: AskedRows,
    ): Promise<{ total: number; nodes: IncidentRecord[] }> {
      const size = pageSize('worklist', asked.first);
      const formula = formulaOf(takeInWord(asked.key, formulaKeys, 'key'));
      const { rows, period } = await told(viewer, asked);
      const among = rows.filter((row) => {
        const one = evaluated(row);
        if (!formula.among(one, period)) return false;
        return !asked.counted || formula.adds(one, period) > 0;
      });
      return { total: among.length, nodes: among.slice(0, size) };
    },
  };
}

function evaluated(row: IncidentRecord): EvaluatedCase {
  return { ...factsOf(row), id: row.id, reportedAt: row.reportedAt };
}
