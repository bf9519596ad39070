/** What others said and did about a report, out of its history. */
import type { FieldMyReportsQuery } from '#gis/generated/graphql.ts';

type Row = FieldMyReportsQuery['myReports']['nodes'][number]['history'][number];

export type ReportAnswer = {
  seq: number;
  at: string;
  by: string | null;
  /** A move of the loop, or `acknowledged`. */
  move: string;
  note: string | null;
};

const told: readonly string[] = ['incident.moved', 'incident.acted', 'incident.acknowledged'];

export function answersTo({ history }: { history: readonly Row[] }): ReportAnswer[] {
  return history
    .filter(({ kind }) => told.includes(kind))
    .map(({ seq, at, actorName, payload }) => {
      const { move, note } = (payload ?? {}) as { move?: unknown; note?: unknown };
      return {
        seq,
        at,
        by: actorName ?? null,
        move: typeof move === 'string' ? move : 'acknowledged',
        note: typeof note === 'string' ? note : null,
      };
    })
    .reverse();
}
