/** 值班日志: a center's shifts one after the other; what is handed over is signed by two and stays as it is. */
import { requireDesk } from '#access/desk.ts';
import type { Duties } from '#access/duties.ts';
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database, Reading, Writing } from '#database/transaction.ts';
import { invalidField, isUuid, takeInText } from '#graphql/take-in.ts';
import { incidentsById } from '#incidents/queries.ts';
import { readJournalHead } from '#journal/read-journal.ts';
import { DomainError, longestDutyEntry, longestShiftSummary, type Clock } from 'grid-data';
import * as lineQueries from './line-queries.ts';
import type { LineRecord } from './line-queries.ts';
import * as queries from './shift-queries.ts';
import type { ShiftRecord } from './shift-queries.ts';

const mostListed = 100;
/** A log that nobody hands over grows; a page lists what is newest of it. */
const mostShown = 2_000;

export type DutyLogService = ReturnType<typeof createDutyLogService>;
type Parts = { database: Database; clock: Clock; duties: Duties };

export function createDutyLogService({ database, clock, duties }: Parts) {
  const byId = async (viewer: Viewer, id: string): Promise<ShiftRecord> => {
    requireDesk(viewer);
    const shift = isUuid(id)
      ? await database.inScope(viewer, (db) => queries.shiftById(db, viewer, id))
      : null;
    return shift ?? unknownShift();
  };

  return {
    byId,

    list(viewer: Viewer, asked: { first: number; before: Date | null }): Promise<ShiftRecord[]> {
      requireDesk(viewer);
      const first = Math.min(mostListed, Math.max(1, asked.first));
      return database.inScope(viewer, (db) => queries.shifts(db, viewer, { ...asked, first }));
    },

    /** All of them, as they are signed and printed. */
    linesOf: (viewer: Viewer, shift: ShiftRecord) =>
      database.inScope(viewer, (db) => linesOf(db, viewer, shift)),

    /** What a page lists of them, and how many older ones it leaves out. */
    async linesShown(viewer: Viewer, shift: ShiftRecord) {
      const lines = await this.linesOf(viewer, shift);
      return { lines: lines.slice(-mostShown), leftOut: Math.max(0, lines.length - mostShown) };
    },

    dutiesOf: (viewer: Viewer, shift: ShiftRecord) =>
      database.inScope(viewer, (db) => queries.dutiesOfShift(db, viewer, shift)),

    async isOnDuty(viewer: Viewer): Promise<boolean> {
      return (await duties.dutyOf(viewer)) !== null;
    },

    async enter(
      viewer: Viewer,
      asked: { commandId: string; text: string; incidentId?: string | null | undefined },
    ): Promise<ShiftRecord> {
      requirePermission(viewer, 'duty.sign-in');
      const text = takeInText(asked.text, longestDutyEntry, 'text');
      if (text === null) throw invalidField('text', 'an entry needs words', 'note-missing');
      const command = { commandId: asked.commandId, kind: 'duty-log.enter' };
      const shiftId = await database.command(viewer, command, async (tx) => {
        const at = clock.now();
        const about = await caseOf(tx, viewer, asked.incidentId ?? null);
        const open = await queries.shiftForUpdate(tx, viewer);
        const id = open?.id ?? (await queries.beginShift(tx, viewer, { at, seq: null }));
        await lineQueries.insertEntry(tx, viewer, { shiftId: id, at, text, ...about });
        tx.record({ kind: 'duty-log.entered', ...aboutShift(viewer, id), payload: {} });
        return id;
      });
      return byId(viewer, shiftId);
    },

    /** Struck out, not taken away: whoever reads the log sees what stood there. */
    async strike(
      viewer: Viewer,
      asked: { commandId: string; id: string; reason: string },
    ): Promise<ShiftRecord> {
      requirePermission(viewer, 'duty.sign-in');
      const reason = takeInText(asked.reason, 200, 'reason');
      if (reason === null) throw invalidField('reason', 'a reason is needed', 'note-missing');
      const command = { commandId: asked.commandId, kind: 'duty-log.strike' };
      const shiftId = await database.command(viewer, command, async (tx) => {
        const { id } = asked;
        const line = isUuid(id) ? await lineQueries.lineById(tx, viewer, id) : null;
        if (line === null || line.kind !== 'entry') return unknownLine();
        if (line.byId !== viewer.userId) {
          throw refused('not-allowed', 'it was written by somebody else', 'not-yours');
        }
        const open = await queries.shiftForUpdate(tx, viewer);
        if (open?.id !== line.shiftId) throw signed();
        if (!(await lineQueries.strike(tx, viewer, { id, at: clock.now(), reason }))) {
          throw refused('conflict', 'it is struck already', 'already-struck');
        }
        tx.record({ kind: 'duty-log.struck', ...aboutShift(viewer, line.shiftId), payload: {} });
        return line.shiftId;
      });
      return byId(viewer, shiftId);
    },

    /** 交班: keeps what the journal told of it, signs it, and begins the next at the same row of the journal. */
    async handOver(
      viewer: Viewer,
      asked: { commandId: string; id: string; summary?: string | null | undefined },
    ): Promise<ShiftRecord> {
      requirePermission(viewer, 'duty.sign-in');
      const summary = takeInText(asked.summary, longestShiftSummary, 'summary');
      const { id } = asked;
      if (!(await this.isOnDuty(viewer))) {
        throw refused('not-allowed', 'who is on duty hands over', 'not-on-duty');
      }
      const command = { commandId: asked.commandId, kind: 'duty-shift.hand-over' };
      await database.command(viewer, command, async (tx) => {
        const shift = await queries.shiftForUpdate(tx, viewer);
        if (shift?.id !== id.toLowerCase()) {
          if (isUuid(id) && (await queries.shiftById(tx, viewer, id))) throw signed();
          return unknownShift();
        }
        const at = clock.now();
        const untilSeq = await readJournalHead(tx);
        const told = await lineQueries.toldLines(tx, viewer, { shift, untilSeq });
        await lineQueries.keepTold(tx, shift, told);
        const lines = await lineQueries.writtenLines(tx, viewer, id);
        const sha256 = lineQueries.hashOf(lines, summary);
        await queries.handOver(tx, viewer, { id, at, summary, sha256 });
        await queries.beginShift(tx, viewer, { at, seq: untilSeq });
        tx.record({
          kind: 'duty-shift.handed-over',
          ...aboutShift(viewer, id),
          payload: { lines: lines.length, sha256 },
        });
      });
      return byId(viewer, id);
    },

    /** 接班: nobody takes over from themselves. */
    async takeOver(
      viewer: Viewer,
      { commandId, id }: { commandId: string; id: string },
    ): Promise<ShiftRecord> {
      requirePermission(viewer, 'duty.sign-in');
      await database.command(viewer, { commandId, kind: 'duty-shift.take-over' }, async (tx) => {
        const shift = isUuid(id) ? await queries.shiftById(tx, viewer, id) : null;
        if (shift === null) return unknownShift();
        const { handedOverBy, handedOverById } = shift;
        if (handedOverBy === null) {
          throw refused('conflict', 'it is not handed over yet', 'not-handed-over');
        }
        if (handedOverById === viewer.userId) {
          throw refused('not-allowed', 'it is for whoever comes after', 'own-shift');
        }
        if (!(await queries.takeOver(tx, viewer, { id, at: clock.now() }))) {
          throw refused('conflict', 'somebody has taken it over before', 'already-taken', {
            takenBy: shift.takenOverBy,
          });
        }
        tx.record({
          kind: 'duty-shift.taken-over',
          ...aboutShift(viewer, id),
          payload: { handedOverBy },
        });
      });
      return byId(viewer, id);
    },
  };
}

/** While it lasts the journal is asked; afterwards the log holds its own. */
async function linesOf(db: Reading, viewer: Viewer, shift: ShiftRecord): Promise<LineRecord[]> {
  const written = await lineQueries.writtenLines(db, viewer, shift.id);
  if (shift.handedOverAt !== null) return lineQueries.inOrder(written);
  const untilSeq = await readJournalHead(db);
  const told = await lineQueries.toldLines(db, viewer, { shift, untilSeq });
  return lineQueries.inOrder([...written, ...told]);
}

async function caseOf(tx: Writing, viewer: Viewer, incidentId: string | null) {
  if (incidentId === null) return { incidentId, facts: {} };
  const [incident] = isUuid(incidentId) ? await incidentsById(tx, viewer, [incidentId]) : [];
  if (incident === undefined) {
    throw invalidField('incidentId', 'it is not in your scope', 'unknown-incident');
  }
  const { id, caseNo, title, grade } = incident;
  return { incidentId: id, facts: { caseName: caseNo ?? title, grade } };
}

const aboutShift = ({ areaCode }: Viewer, id: string) =>
  ({ areaCode, subjectKind: 'duty-shift', subjectId: id }) as const;

function refused(
  kind: 'not-allowed' | 'conflict',
  message: string,
  reason: string,
  details: object = {},
): DomainError {
  return new DomainError(kind, message, { reason, details: { ...details } });
}

const signed = () => refused('conflict', 'it is handed over: it stays as it is', 'signed');

function unknownShift(): never {
  throw new DomainError('not-found', 'there is no such shift at your center', {
    reason: 'unknown-shift',
  });
}

function unknownLine(): never {
  throw new DomainError('not-found', 'there is no such entry at your center', {
    reason: 'unknown-line',
  });
}
