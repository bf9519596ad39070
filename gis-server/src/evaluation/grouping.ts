/** Whose a case is in a figure: an area's, a department's, or the person's who did the act that the figure measures. */
import type { Viewer } from '#access/viewer.ts';
import { areasByParent } from '#areas/queries.ts';
import { allDepartments } from '#cases/desk-queries.ts';
import type { Reading } from '#database/transaction.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import type { Formula } from 'grid-data';
import { actorsOf } from './evaluation-queries.ts';

export const groupings = ['area', 'department', 'person'] as const;
export type GroupingName = (typeof groupings)[number];

type Named = { key: string | null; nameZh: string; nameEn: string };
export type Grouping = {
  keyOf: (row: IncidentRecord, formula: Pick<Formula, 'act'>) => string | null;
  /** Where groups are areas: whose what lies there is. */
  keyOfArea?: (areaCode: string) => string | null;
  /** In their order; what is nobody's last. */
  named: readonly Named[];
};

export type Scene = { db: Reading; viewer: Viewer; areaCode: string };

export function groupingOf(
  by: GroupingName,
  scene: Scene,
  cases: readonly { row: IncidentRecord }[],
): Promise<Grouping> {
  switch (by) {
    case 'area':
      return byArea(scene);
    case 'department':
      return byDepartment(scene);
    case 'person':
      return byPerson(scene, cases);
  }
}

/** By the level below; a village is its own. */
export async function byArea({ db, viewer, areaCode }: Scene) {
  const below = await areasByParent(db, viewer, [areaCode]);
  const length = below[0]?.code.length ?? areaCode.length;
  const codes = new Set(below.map(({ code }) => code));
  const elsewhere = { key: null, nameZh: '未划到下级', nameEn: 'Not in a lower area' };
  const keyOfArea = (code: string) => {
    const key = code.slice(0, length);
    return codes.has(key) ? key : null;
  };
  return {
    keyOf: ({ areaCode: code }) => keyOfArea(code),
    keyOfArea,
    named: [
      ...below.map(({ code, name }) => ({ key: code, nameZh: name, nameEn: name })),
      elsewhere,
    ],
  } satisfies Grouping;
}

async function byDepartment({ db, viewer }: Scene): Promise<Grouping> {
  const departments = await allDepartments(db);
  const own =
    viewer.role === 'department'
      ? departments.filter(({ code }) => code === viewer.departmentCode)
      : departments;
  const none = { key: null, nameZh: '尚无部门', nameEn: 'No department yet' };
  return {
    keyOf: ({ departmentCode }) => departmentCode,
    named: [...own.map(({ code: key, nameZh, nameEn }) => ({ key, nameZh, nameEn })), none],
  };
}

async function byPerson(
  { db, viewer }: Scene,
  cases: readonly { row: IncidentRecord }[],
): Promise<Grouping> {
  const ids = cases.map(({ row }) => row.id);
  const actors = await actorsOf(db, viewer, ids);
  const names = new Map<string, string>();
  const byAct = new Map<string, string>();
  for (const { incidentId, act, actorId, actorName } of actors) {
    byAct.set(`${incidentId} ${act}`, actorId);
    names.set(actorId, actorName);
  }
  const nobody = { key: null, nameZh: '尚无人', nameEn: 'Nobody yet' };
  return {
    keyOf: ({ id, source }, { act }) => {
      if (act !== 'find') return byAct.get(`${id} ${act}`) ?? null;
      return source === 'grid-worker' ? (byAct.get(`${id} report`) ?? null) : null;
    },
    named: [
      ...[...names]
        .map(([key, name]) => ({ key, nameZh: name, nameEn: name }))
        .sort((a, b) => (a.nameZh < b.nameZh ? -1 : 1)),
      nobody,
    ],
  };
}
