/** 请假与 AB 岗: asked in the field, decided at the centre; meanwhile another is in charge of the cells. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { invalidField, isUuid, takeInText } from '#graphql/take-in.ts';
import { DomainError, longestLeaveDays, type Clock, type LeaveState } from 'grid-data';
import { randomUUID } from 'node:crypto';
import * as queries from './leave-queries.ts';
import type { LeaveRecord } from './leave-queries.ts';

type LeaveAsked = {
  commandId: string;
  substituteId: string;
  fromAt: Date;
  toAt: Date;
  reason: string;
};

export type FieldLeaveService = ReturnType<typeof createFieldLeaveService>;

const longestReason = 200;
/** Asked for without a line, it arrives later than it was written. */
const lateMs = 12 * 3_600_000;

export function createFieldLeaveService({ database, clock }: { database: Database; clock: Clock }) {
  const read = async (viewer: Viewer, id: string): Promise<LeaveRecord> =>
    (await database.inScope(viewer, (db) => queries.leaveById(db, viewer, id))) ?? unknown();

  return {
    mine: (viewer: Viewer) =>
      database.inScope(viewer, (db) => queries.leavesOf(db, viewer, clock.now())),
    substitutes: (viewer: Viewer) =>
      database.inScope(viewer, (db) => queries.substitutesOf(db, viewer, null)),
    charges: (viewer: Viewer) =>
      database.inScope(viewer, (db) => queries.chargesOf(db, viewer, clock.now())),

    list(viewer: Viewer) {
      requirePermission(viewer, 'bulletin.issue');
      return database.inScope(viewer, (db) => queries.leavesInScope(db, viewer));
    },

    async ask(viewer: Viewer, asked: LeaveAsked): Promise<LeaveRecord> {
      requirePermission(viewer, 'incident.report');
      const { fromAt, toAt, substituteId } = asked;
      const reason = takeInText(asked.reason, longestReason, 'reason');
      if (reason === null) throw invalidField('reason', 'is missing', 'missing');
      checkStretch(asked, clock.now());
      const command = { commandId: asked.commandId, kind: 'field-leave.ask' };
      const id = await database.command(viewer, command, async (tx) => {
        const [substitute] = isUuid(substituteId)
          ? await queries.substitutesOf(tx, viewer, substituteId)
          : [];
        if (substitute === undefined) {
          throw invalidField('substituteId', 'may not stand in', 'unknown-substitute');
        }
        const userIds = [viewer.userId, substituteId];
        if (await queries.isAway(tx, viewer, { userIds, fromAt, toAt })) {
          throw new DomainError('conflict', 'one of the two is away then', {
            reason: 'overlapping',
          });
        }
        const made = {
          id: randomUUID(),
          userId: viewer.userId,
          by: viewer.displayName,
          areaCode: viewer.areaCode,
          substituteId,
          substitute: substitute.displayName,
          fromAt,
          toAt,
          reason,
          state: 'asked' as const,
          askedAt: clock.now(),
          decidedBy: null,
          decidedAt: null,
          note: null,
        };
        await queries.insertLeave(tx, made);
        tx.record({
          kind: 'field-leave.asked',
          ...about(made),
          payload: {
            substitute: substitute.displayName,
            fromAt: fromAt.toISOString(),
            toAt: toAt.toISOString(),
          },
        });
        return made.id;
      });
      return read(viewer, id);
    },

    async withdraw(
      viewer: Viewer,
      { commandId, id }: { commandId: string; id: string },
    ): Promise<LeaveRecord> {
      await database.command(viewer, { commandId, kind: 'field-leave.withdraw' }, async (tx) => {
        const leave = isUuid(id) ? await queries.leaveById(tx, viewer, id) : null;
        if (leave === null || leave.userId !== viewer.userId) return unknown();
        const from = ['asked', 'granted'] as const;
        const to = 'withdrawn';
        const change = { id, from, to, note: null, at: clock.now() } as const;
        if (leave.toAt <= clock.now() || !(await queries.setState(tx, viewer, change))) return;
        const { by: name } = leave;
        tx.record({ kind: 'field-leave.decided', ...about(leave), payload: { name, to } });
      });
      return read(viewer, id);
    },

    async decide(
      viewer: Viewer,
      asked: { commandId: string; id: string; granted: boolean; note?: string | null },
    ): Promise<LeaveRecord> {
      requirePermission(viewer, 'bulletin.issue');
      const note = takeInText(asked.note, longestReason, 'note');
      const { commandId, id } = asked;
      await database.command(viewer, { commandId, kind: 'field-leave.decide' }, async (tx) => {
        const leave = isUuid(id) ? await queries.leaveById(tx, viewer, id) : null;
        if (leave === null) return unknown();
        if (leave.userId === viewer.userId) {
          throw new DomainError('not-allowed', 'nobody decides about oneself', {
            reason: 'own-leave',
          });
        }
        const to: LeaveState = asked.granted ? 'granted' : 'refused';
        const change = { id, from: ['asked'], to, note, at: clock.now() } as const;
        if (!(await queries.setState(tx, viewer, change))) {
          throw new DomainError('conflict', 'it is decided already', {
            reason: 'already-decided',
            details: { state: leave.state, decidedBy: leave.decidedBy },
          });
        }
        const { by: name } = leave;
        tx.record({ kind: 'field-leave.decided', ...about(leave), payload: { name, to } });
      });
      return read(viewer, id);
    },
  };
}

function checkStretch({ fromAt, toAt }: LeaveAsked, now: Date): void {
  if (toAt <= fromAt) throw invalidField('toAt', 'lies before its beginning', 'out-of-range');
  if (toAt <= now || fromAt.getTime() < now.getTime() - lateMs) {
    throw invalidField('fromAt', 'lies in the past', 'out-of-range');
  }
  if (toAt.getTime() - fromAt.getTime() > longestLeaveDays * 86_400_000) {
    throw invalidField('toAt', `at most ${longestLeaveDays} days`, 'out-of-range');
  }
}

const about = ({ id, areaCode }: { id: string; areaCode: string }) =>
  ({ areaCode, subjectKind: 'field-leave', subjectId: id }) as const;

function unknown(): never {
  throw new DomainError('not-found', 'there is no such leave for you', { reason: 'unknown-leave' });
}
