/** Heat and recurrence: the spots at which cases came up, and the cases of each, as many as it says. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import { readCaseRules } from '#cases/case-rules.ts';
import type { Reading } from '#database/transaction.ts';
import { checkStretch, type EvaluationParts } from '#evaluation/evaluation.ts';
import { pageSize } from '#graphql/page.ts';
import { takeInText, takeInWord } from '#graphql/take-in.ts';
import { incidentsById } from '#incidents/queries.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { caseIdsAtPlace, placesOfCases, placings, type Asked } from './queries.ts';

type Words = {
  areaCode: string;
  from: Date;
  to: Date;
  by: string;
  classCode?: string | null;
};

export type CasePlaces = ReturnType<typeof createCasePlaces>;

/** A street's length: smaller squares say nothing of a village, larger ones hide the corner. */
const squareMeters = 200;
const mostPlaces = 300;

export function createCasePlaces({ database, areas }: Pick<EvaluationParts, 'database' | 'areas'>) {
  const asking = async <T>(
    viewer: Viewer,
    words: Words,
    work: (db: Reading, asked: Asked) => Promise<T>,
  ): Promise<T> => {
    requirePermission(viewer, 'evaluation.read');
    checkStretch(words);
    await areas.takeIn(viewer, { areaCode: words.areaCode });
    const by = takeInWord(words.by, placings, 'by');
    const classCode = takeInText(words.classCode, 40, 'classCode');
    const { areaCode, from, to } = words;
    return database.inScope(viewer, async (db) => {
      const { settings } = await readCaseRules(db);
      const meters = by === 'heat' ? squareMeters : settings.duplicateMeters;
      return work(db, {
        areaCode,
        from,
        to,
        by,
        classCode,
        meters,
        hours: settings.duplicateHours,
      });
    });
  };

  return {
    places: (viewer: Viewer, words: Words) =>
      asking(viewer, words, async (db, asked) => {
        const nodes = await placesOfCases(db, viewer, { ...asked, limit: mostPlaces });
        const { meters, hours } = asked;
        return { total: nodes[0]?.total ?? 0, meters, hours, nodes };
      }),

    cases(
      viewer: Viewer,
      words: Words & { key: string; first: number },
    ): Promise<{ total: number; nodes: IncidentRecord[] }> {
      const limit = pageSize('worklist', words.first);
      return asking(viewer, words, async (db, asked) => {
        const found = await caseIdsAtPlace(db, viewer, { ...asked, key: words.key, limit });
        const ids = found.map(({ id }) => id);
        const rows = new Map((await incidentsById(db, viewer, ids)).map((row) => [row.id, row]));
        return { total: found[0]?.total ?? 0, nodes: ids.flatMap((id) => rows.get(id) ?? []) };
      });
    },
  };
}
