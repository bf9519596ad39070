/** Figures kept as they stood, with the versions of their formulas: a command, a row of the journal, never changed. */
import { codesWithin, withinScope } from '#access/scope.ts';
import { requirePermission, type Viewer } from '#access/viewer.ts';
import { readCaseRules } from '#cases/case-rules.ts';
import { joinSql, sql, type Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import { takeInWord } from '#graphql/take-in.ts';
import { DomainError } from 'grid-data';
import { randomUUID } from 'node:crypto';
import {
  allFigures,
  allGroups,
  checkStretch,
  periodOf,
  toldCase,
  type AskedEvaluation,
  type EvaluationParts,
} from './evaluation.ts';
import { casesOfStretch } from './evaluation-queries.ts';
import type { FigureRecord, GroupRecord } from './figure-record.ts';

const keptGroupings = ['area', 'department'] as const;

export type KeptEvaluationRecord = {
  id: string;
  areaCode: string;
  from: Date;
  to: Date;
  keptBy: string;
  keptAt: Date;
  result: {
    figures: FigureRecord[];
    groups: Record<(typeof keptGroupings)[number], GroupRecord[]>;
  };
};

export type KeptEvaluations = ReturnType<typeof createKeptEvaluations>;

const mostListed = 100;

export function createKeptEvaluations({ database, clock, areas }: EvaluationParts) {
  return {
    list(viewer: Viewer, { areaCode, first }: { areaCode: string; first: number }) {
      requirePermission(viewer, 'evaluation.read');
      const limit = Math.min(mostListed, Math.max(1, first));
      return database.inScope(viewer, (db) =>
        keptEvaluations(db, viewer, codesWithin(areaCode, 'e.area_code'), limit),
      );
    },

    async keep(
      viewer: Viewer,
      { commandId, ...asked }: AskedEvaluation & { commandId: string },
    ): Promise<KeptEvaluationRecord> {
      requirePermission(viewer, 'evaluation.keep');
      checkStretch(asked);
      const { areaCode, from, to } = asked;
      const within = await areas.takeIn(viewer, { areaCode });
      const id = await database.command(
        viewer,
        { commandId, kind: 'evaluation.keep' },
        async (tx) => {
          const rules = await readCaseRules(tx);
          const cases = (await casesOfStretch(tx, viewer, { within, from, to })).map(toldCase);
          const period = periodOf(asked, clock, rules);
          const scene = { db: tx, viewer, areaCode };
          const groups: Partial<KeptEvaluationRecord['result']['groups']> = {};
          for (const by of keptGroupings) {
            groups[by] = await allGroups(by, scene, cases, period);
          }
          const figures = await allFigures(scene, cases, period);
          const made = randomUUID();
          await tx.query(sql`-- What do the figures say, once and for all?
            insert into evaluation_results (id, area_code, from_at, to_at, kept_by, kept_by_name, kept_at, result)
            values (${made}, ${areaCode}, ${from}, ${to}, ${viewer.userId}, ${viewer.displayName},
              ${period.now}, ${JSON.stringify({ figures, groups })}::jsonb)`);
          tx.record({
            kind: 'evaluation.kept',
            areaCode,
            subjectKind: 'evaluation',
            subjectId: made,
            payload: {
              from: from.toISOString(),
              to: to.toISOString(),
              formulas: Object.fromEntries(figures.map(({ key, version }) => [key, version])),
            },
          });
          return made;
        },
      );
      const [kept] = await database.inScope(viewer, (db) =>
        keptEvaluations(db, viewer, sql`e.id = ${id}::uuid`, 1),
      );
      if (kept !== undefined) return kept;
      throw new DomainError('not-found', 'what was kept is not in your scope', {
        reason: 'unknown-evaluation',
      });
    },

    groupsOf: ({ result }: KeptEvaluationRecord, by: string): GroupRecord[] =>
      result.groups[takeInWord(by, keptGroupings, 'by')],
  };
}

async function keptEvaluations(db: Reading, viewer: Viewer, where: Statement, limit: number) {
  const conditions = [withinScope(viewer, 'e.area_code'), where];
  const rows =
    await db.query<KeptEvaluationRecord>(sql`-- Which figures were kept, the newest first?
    select e.id, e.area_code as "areaCode", e.from_at as "from", e.to_at as "to",
      e.kept_by_name as "keptBy", e.kept_at as "keptAt", e.result
    from evaluation_results e where ${joinSql(conditions, ' and ')}
    order by e.kept_at desc, e.id limit ${limit}`);
  return rows.map((row) => ({ ...row, result: toldInFull(row.result) }));
}

/** What was kept before there were figures about anything else is about cases. */
function toldInFull({ figures, groups }: KeptEvaluationRecord['result']) {
  const figure = (kept: FigureRecord): FigureRecord => ({
    ...{ rowsAre: 'incident', rows: kept.denominator },
    ...kept,
  });
  const group = (kept: GroupRecord) => ({ ...kept, figures: kept.figures.map(figure) });
  const { area, department } = groups;
  return {
    figures: figures.map(figure),
    groups: { area: area.map(group), department: department.map(group) },
  };
}
