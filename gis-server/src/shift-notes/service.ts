/** 交接班: what one shift leaves to the next, until somebody of it has taken it. */
import { requireDesk } from '#access/desk.ts';
import type { Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { isUuid, takeInNote } from '#graphql/take-in.ts';
import { incidentsById } from '#incidents/queries.ts';
import { DomainError, type Clock } from 'grid-data';
import { randomUUID } from 'node:crypto';
import * as queries from './queries.ts';
import type { ShiftNoteRecord } from './queries.ts';

const mostListed = 30;
const mostCases = 20;

export type ShiftNoteService = ReturnType<typeof createShiftNoteService>;

export function createShiftNoteService({ database, clock }: { database: Database; clock: Clock }) {
  const list = (viewer: Viewer): Promise<ShiftNoteRecord[]> => {
    requireDesk(viewer);
    return database.inScope(viewer, (db) => queries.shiftNotes(db, viewer, mostListed));
  };

  return {
    list,

    casesOf: (viewer: Viewer, { incidentIds }: ShiftNoteRecord) =>
      database.inScope(viewer, (db) => incidentsById(db, viewer, incidentIds)),

    async write(
      viewer: Viewer,
      asked: { commandId: string; text: string; incidentIds: readonly string[] },
    ): Promise<ShiftNoteRecord[]> {
      requireDesk(viewer);
      const text = takeInNote(asked.text);
      if (text === null) throw invalid('text', 'a note needs words', 'note-missing');
      const ids = [...new Set(asked.incidentIds.map((id) => id.toLowerCase()))];
      if (ids.length > mostCases || !ids.every(isUuid)) {
        throw invalid('incidentIds', `at most ${mostCases} cases`, 'out-of-range');
      }
      const command = { commandId: asked.commandId, kind: 'shift-note.write' };
      await database.command(viewer, command, async (tx) => {
        const seen = await incidentsById(tx, viewer, ids);
        if (seen.length < ids.length) {
          throw invalid('incidentIds', 'one of them is not in your scope', 'unknown-incident');
        }
        const id = randomUUID();
        await queries.insertShiftNote(tx, viewer, { id, text, incidentIds: ids, at: clock.now() });
        tx.record({
          kind: 'shift-note.written',
          ...about(viewer, id),
          payload: { cases: ids.length },
        });
      });
      return list(viewer);
    },

    /** Nobody takes over from themselves. */
    async take(
      viewer: Viewer,
      { commandId, id }: { commandId: string; id: string },
    ): Promise<ShiftNoteRecord[]> {
      requireDesk(viewer);
      await database.command(viewer, { commandId, kind: 'shift-note.take' }, async (tx) => {
        const note = isUuid(id) ? await queries.shiftNoteById(tx, viewer, id) : null;
        if (note === null) {
          throw new DomainError('not-found', 'there is no such note at your center', {
            reason: 'unknown-note',
          });
        }
        if (note.writtenById === viewer.userId) {
          throw new DomainError('not-allowed', 'it is for whoever comes after', {
            reason: 'own-note',
          });
        }
        if (!(await queries.takeShiftNote(tx, viewer, { id, at: clock.now() }))) {
          throw new DomainError('conflict', 'somebody has taken it before', {
            reason: 'already-taken',
            details: { takenBy: note.takenBy },
          });
        }
        const { writtenBy } = note;
        tx.record({ kind: 'shift-note.taken', ...about(viewer, id), payload: { writtenBy } });
      });
      return list(viewer);
    },
  };
}

const about = ({ areaCode }: Viewer, id: string) =>
  ({ areaCode, subjectKind: 'shift-note', subjectId: id }) as const;

const invalid = (field: string, message: string, reason: string): DomainError =>
  new DomainError('invalid-input', `${field}: ${message}`, { reason, details: { field } });
