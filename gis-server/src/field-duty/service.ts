/** 上岗: positions of grid workers, on duty only, by their own hand and for a short time. */
import { randomUUID } from 'node:crypto';
import { requirePermission, systemViewer, type Viewer } from '#access/viewer.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { isAwayNow } from '#field-leaves/leave-queries.ts';
import type { UnitPosition } from '#live/position-table.ts';
import { DomainError } from 'grid-data';
import type { Clock } from 'grid-data';
import * as queries from './duty-queries.ts';
import type { FieldDutyRecord, WalkedPoint } from './duty-queries.ts';

/** What a worker's phone tells goes into the table of all units. */
export type LiveUnits = {
  put(position: UnitPosition): boolean;
  remove(unitId: string): void;
};

type Parts = { database: Database; clock: Clock; liveUnits: LiveUnits };

export type FieldDutyService = ReturnType<typeof createFieldDutyService>;

const longestDutyMs = 12 * 3_600_000;
const wayKeptMs = 7 * 86_400_000;
const mostAtOnce = 200;
/** A clock that runs ahead by more is wrong. */
const longestAheadMs = 60_000;

export function createFieldDutyService({ database, clock, liveUnits }: Parts) {
  const dutyOf = async (viewer: Viewer): Promise<FieldDutyRecord | null> => {
    const duty = await database.inScope(viewer, (db) => queries.openDutyOf(db, viewer));
    return duty !== null && duty.endsAt > clock.now() ? duty : null;
  };

  return {
    dutyOf,

    async start(viewer: Viewer, { commandId, noticeRead }: StartedDuty): Promise<FieldDutyRecord> {
      requirePermission(viewer, 'incident.report');
      const command = { commandId, kind: 'field-duty.start' };
      await database.command(viewer, command, async (tx) => {
        const before = await queries.openDutyOf(tx, viewer);
        const now = clock.now();
        if (before !== null && before.endsAt > now) return;
        if (before !== null) await end(tx, before, 'lapsed', now);
        if (await isAwayNow(tx, viewer, now)) {
          throw new DomainError('conflict', 'whoever is on leave is not on duty', {
            reason: 'on-leave',
          });
        }
        const duty = {
          id: randomUUID(),
          userId: viewer.userId,
          areaCode: viewer.areaCode,
          unitId: `worker-${viewer.userId}`,
          startedAt: now,
          endsAt: new Date(now.getTime() + longestDutyMs),
        };
        const { displayName } = viewer;
        await queries.insertDuty(tx, { ...duty, noticeRead, displayName });
        tx.record({
          kind: 'field-duty.started',
          ...aboutDuty(duty),
          payload: { displayName, noticeRead },
        });
      });
      const duty = await dutyOf(viewer);
      if (duty !== null) return duty;
      // The same command again, after the duty that it began was over.
      throw new DomainError('conflict', 'this duty is over', { reason: 'duty-over' });
    },

    async end(viewer: Viewer, commandId: string): Promise<boolean> {
      const unitId = await database.command(
        viewer,
        { commandId, kind: 'field-duty.end' },
        async (tx) => {
          const duty = await queries.openDutyOf(tx, viewer);
          if (duty === null) return null;
          await end(tx, duty, 'by-hand', clock.now());
          return duty.unitId;
        },
      );
      if (unitId !== null) liveUnits.remove(unitId);
      return unitId !== null;
    },

    async report(viewer: Viewer, positions: readonly WalkedPoint[]): Promise<number> {
      if (positions.length > mostAtOnce) {
        throw new DomainError('invalid-input', `positions: at most ${mostAtOnce}`, {
          reason: 'too-many',
          details: { field: 'positions', max: mostAtOnce },
        });
      }
      positions.forEach(checkPlace);
      const duty = await dutyOf(viewer);
      if (duty === null) {
        throw new DomainError('conflict', 'no position is taken off duty', { reason: 'off-duty' });
      }
      const latest = clock.now().getTime() + longestAheadMs;
      const taken = positions.filter(
        ({ at }) => at >= duty.startedAt && at <= duty.endsAt && at.getTime() <= latest,
      );
      const [last, ...before] = taken.toSorted((a, b) => b.at.getTime() - a.at.getTime());
      if (last === undefined) return 0;
      if (before.length > 0) {
        await database.write(viewer, (tx) => queries.keepWay(tx, duty, before));
      }
      liveUnits.put({ ...last, unitId: duty.unitId, areaCode: duty.areaCode });
      return taken.length;
    },

    /** What time alone brings: duties that nobody ended, ways that nobody needs. */
    async tidy(): Promise<void> {
      const now = clock.now();
      const ended = await database.write(systemViewer(), async (tx) => {
        const lapsed = await queries.lapsedDuties(tx, now);
        for (const duty of lapsed) await end(tx, duty, 'lapsed', now);
        await queries.forgetWays(tx, new Date(now.getTime() - wayKeptMs));
        return lapsed;
      });
      for (const { unitId } of ended) liveUnits.remove(unitId);
    },
  };
}

type StartedDuty = { commandId: string; noticeRead: number };

async function end(
  tx: Writing,
  duty: FieldDutyRecord,
  ending: 'by-hand' | 'lapsed',
  now: Date,
): Promise<void> {
  await queries.endDuty(tx, duty, now);
  tx.record({ kind: 'field-duty.ended', ...aboutDuty(duty), payload: { ending } });
}

function aboutDuty({ id, areaCode }: FieldDutyRecord) {
  return { areaCode, subjectKind: 'field-duty', subjectId: id } as const;
}

function checkPlace({ longitude, latitude }: WalkedPoint): void {
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return;
  throw new DomainError('invalid-input', `${longitude}, ${latitude} is no place on earth`, {
    reason: 'out-of-range',
    details: { field: 'positions' },
  });
}
