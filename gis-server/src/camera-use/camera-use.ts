/** 摄像机使用: how often cameras serve whom they were filed for, and which serve nobody; never who looked. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import { cameraViewsById } from '#camera-views/register-queries.ts';
import { camerasById } from '#cameras/queries.ts';
import type { Reading } from '#database/transaction.ts';
import { checkStretch, type EvaluationParts } from '#evaluation/evaluation.ts';
import { byArea } from '#evaluation/grouping.ts';
import { pageSize } from '#graphql/page.ts';
import { takeInWord } from '#graphql/take-in.ts';
import * as queries from './camera-use-queries.ts';
import type { CameraCount, LookCount, UseOf, UseStretch } from './camera-use-queries.ts';

type PurposeUseRecord = { purpose: string; looks: number; minutes: number };
export type CameraUseGroupRecord = {
  key: string | null;
  name: string | null;
  cameras: number;
  unwatched: number;
  looks: number;
  minutes: number;
  purposes: PurposeUseRecord[];
};

type AskedGroup = UseStretch & {
  by?: string | null | undefined;
  group?: string | null | undefined;
  first: number;
};
type AskedLooks = AskedGroup & { purpose?: string | null | undefined };

export type CameraUse = ReturnType<typeof createCameraUse>;

type Kept = { areaCode: string; platformId: string | null };
type Counts = { looks: LookCount[]; cameras: CameraCount[] };
/** Each is a statement of its own: who opens rows asks for what is behind them alone. */
type Counting = { looks: () => Promise<LookCount[]>; cameras: () => Promise<CameraCount[]> };
type Split = {
  keyOf: (kept: Kept) => string | null;
  named: { key: string | null; name: string | null }[];
};

const ways = ['area', 'platform'] as const;

export function createCameraUse({ database, clock, areas }: EvaluationParts) {
  const told = async <T>(
    viewer: Viewer,
    stretch: UseStretch,
    work: (db: Reading, count: Counting) => Promise<T>,
  ): Promise<T> => {
    checkStretch(stretch);
    await areas.takeIn(viewer, { areaCode: stretch.areaCode });
    return database.inScope(viewer, async (db) =>
      work(db, {
        looks: () => queries.lookCounts(db, viewer, { ...stretch, now: clock.now() }),
        cameras: () => queries.cameraCounts(db, viewer, stretch),
      }),
    );
  };
  /** What is meant by a group, for a statement; an area's villages are known by what was counted in them. */
  const meant = async (
    db: Reading,
    viewer: Viewer,
    { asked, counted }: { asked: AskedGroup; counted: readonly Kept[] },
  ) => {
    if (!asked.by) return { of: anything, isMeant: () => true };
    const by = takeInWord(asked.by, ways, 'by');
    const { keyOf } = await splitBy(by, db, { viewer, areaCode: asked.areaCode });
    const group = asked.group ?? null;
    const isMeant = (kept: Kept) => keyOf(kept) === group;
    const areaCodes = [...new Set(counted.filter(isMeant).map(({ areaCode }) => areaCode))];
    const of: UseOf =
      by === 'area' ? { ...anything, areaCodes } : { ...anything, platform: { id: group } };
    return { of, isMeant };
  };

  return {
    async use(viewer: Viewer, asked: UseStretch & { by: string }) {
      requireReader(viewer);
      const by = takeInWord(asked.by, ways, 'by');
      return told(viewer, asked, async (db, count) => {
        const counts = { looks: await count.looks(), cameras: await count.cameras() };
        const { keyOf, named } = await splitBy(by, db, { viewer, areaCode: asked.areaCode });
        const groups = named.map((name) =>
          groupOf(name, counts, (kept) => keyOf(kept) === name.key),
        );
        return {
          whole: groupOf({ key: null, name: null }, counts, () => true),
          // What belongs to none is told where there is any.
          groups: groups.filter(({ key, cameras, looks }) => key !== null || cameras + looks > 0),
        };
      });
    },

    async looks(viewer: Viewer, asked: AskedLooks) {
      requirePermission(viewer, 'audit.read');
      const limit = pageSize('worklist', asked.first);
      return told(viewer, asked, async (db, count) => {
        const looks = await count.looks();
        const { of, isMeant } = await meant(db, viewer, { asked, counted: looks });
        const purpose = asked.purpose ?? null;
        const own = looks.filter(
          (each) => isMeant(each) && (purpose ?? each.purpose) === each.purpose,
        );
        const ids = await queries.lookIds(db, viewer, { ...asked, of, purpose, limit });
        const rows = await cameraViewsById(db, viewer, ids);
        return { total: sumOf(own, 'looks'), nodes: inOrder(ids, rows) };
      });
    },

    async unwatched(viewer: Viewer, asked: AskedGroup) {
      requireReader(viewer);
      const limit = pageSize('worklist', asked.first);
      return told(viewer, asked, async (db, count) => {
        const cameras = await count.cameras();
        const { of, isMeant } = await meant(db, viewer, { asked, counted: cameras });
        const ids = await queries.unwatchedIds(db, viewer, { ...asked, of, limit });
        const rows = await camerasById(db, viewer, ids);
        const total = sumOf(cameras.filter(isMeant), 'unwatched');
        return { total, nodes: inOrder(ids, rows) };
      });
    },
  };
}

const anything: UseOf = { areaCodes: null, platform: null };

/** Who audits reads no evaluation, and who evaluates no register: both are told the counts. */
function requireReader(viewer: Viewer): void {
  if (!viewer.permissions.has('audit.read')) requirePermission(viewer, 'evaluation.read');
}

async function splitBy(
  by: (typeof ways)[number],
  db: Reading,
  { viewer, areaCode }: { viewer: Viewer; areaCode: string },
): Promise<Split> {
  if (by === 'area') {
    const { keyOfArea, named } = await byArea({ db, viewer, areaCode });
    return {
      keyOf: (kept) => keyOfArea(kept.areaCode),
      named: named.map(({ key, nameZh }) => ({ key, name: key === null ? null : nameZh })),
    };
  }
  const named = (await queries.platformNames(db)).map(({ id, name }) => ({ key: id, name }));
  return { keyOf: ({ platformId }) => platformId, named: [...named, { key: null, name: null }] };
}

function groupOf(
  { key, name }: { key: string | null; name: string | null },
  counts: Counts,
  isMeant: (kept: Kept) => boolean,
): CameraUseGroupRecord {
  const looks = counts.looks.filter(isMeant);
  const cameras = counts.cameras.filter(isMeant);
  const purposes = [...new Set(looks.map(({ purpose }) => purpose))].map((purpose) => {
    const own = looks.filter((each) => each.purpose === purpose);
    return { purpose, looks: sumOf(own, 'looks'), minutes: minutesOf(own) };
  });
  return {
    ...{ key, name },
    cameras: sumOf(cameras, 'cameras'),
    unwatched: sumOf(cameras, 'unwatched'),
    looks: sumOf(looks, 'looks'),
    minutes: minutesOf(looks),
    purposes: purposes.sort((a, b) => b.looks - a.looks || (a.purpose < b.purpose ? -1 : 1)),
  };
}

function sumOf<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

const minutesOf = (looks: readonly LookCount[]): number =>
  Math.round(sumOf(looks, 'seconds') / 6) / 10;

function inOrder<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
