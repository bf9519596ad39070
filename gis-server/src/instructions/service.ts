/** 批示、交办 with their receipt: each a command, told in the history of its case. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { isUuid, takeInText, takeInWord } from '#graphql/take-in.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { departmentExists, incidentsById } from '#incidents/queries.ts';
import { DomainError, instructionKinds, longestInstruction, type Clock } from 'grid-data';
import { randomUUID } from 'node:crypto';
import * as queries from './instruction-queries.ts';
import type { InstructionRecord } from './instruction-queries.ts';

type InstructionAsked = {
  commandId: string;
  incidentId: string;
  kind: string;
  text: string;
  departmentCode?: string | null;
};

type InstructionsAsked = {
  areaCode?: string | null;
  incidentId?: string | null;
  waitingOnly?: boolean | null;
  first: number;
};

export type InstructionService = ReturnType<typeof createInstructionService>;

const mostListed = 100;

export function createInstructionService({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}) {
  const read = async (viewer: Viewer, id: string): Promise<InstructionRecord> =>
    (await database.inScope(viewer, (db) => queries.instructionById(db, viewer, id))) ??
    unknown('instruction');

  return {
    list(viewer: Viewer, asked: InstructionsAsked): Promise<InstructionRecord[]> {
      const { incidentId = null, areaCode = null, waitingOnly, first } = asked;
      if (incidentId !== null && !isUuid(incidentId)) return Promise.resolve([]);
      const filter = {
        areaCode,
        incidentId,
        waitingOnly: waitingOnly === true,
        first: Math.min(mostListed, Math.max(1, first)),
      };
      return database.inScope(viewer, (db) => queries.instructions(db, viewer, filter));
    },

    async give(viewer: Viewer, asked: InstructionAsked): Promise<InstructionRecord> {
      requirePermission(viewer, 'incident.instruct');
      const kind = takeInWord(asked.kind, instructionKinds, 'input.kind');
      const text = takeInText(asked.text, longestInstruction, 'input.text');
      if (text === null) throw invalid('input.text', 'an instruction needs words', 'missing');
      const command = { commandId: asked.commandId, kind: 'instruction.give' };
      const id = await database.command(viewer, command, async (tx) => {
        const incident = await incidentOf(tx, viewer, asked.incidentId);
        const departmentCode =
          asked.departmentCode ?? (kind === 'assignment' ? incident.departmentCode : null);
        if (departmentCode !== null && !(await departmentExists(tx, departmentCode))) {
          throw invalid('input.departmentCode', 'there is no such department', 'unknown-code');
        }
        const { areaCode } = incident;
        const made = { id: randomUUID(), incidentId: incident.id, areaCode, kind, text };
        const issued = { issuedById: viewer.userId, issuedBy: viewer.displayName };
        await queries.insertInstruction(tx, {
          ...made,
          ...issued,
          departmentCode,
          issuedAt: clock.now(),
        });
        tx.record({
          kind: 'incident.instructed',
          ...caseOf(incident),
          payload: {
            instructionId: made.id,
            kind,
            note: text,
            toDepartmentCode: departmentCode,
          },
        });
        return made.id;
      });
      return read(viewer, id);
    },

    async receive(
      viewer: Viewer,
      asked: { commandId: string; id: string; reply?: string | null },
    ): Promise<InstructionRecord> {
      const reply = takeInText(asked.reply, longestInstruction, 'reply');
      const { commandId, id } = asked;
      await database.command(viewer, { commandId, kind: 'instruction.receive' }, async (tx) => {
        const before = isUuid(id) ? await queries.instructionById(tx, viewer, id) : null;
        if (before === null) return unknown('instruction');
        if (!mayReceive(viewer, before)) {
          throw new DomainError('not-allowed', 'it goes to somebody else', {
            reason: 'not-addressed',
          });
        }
        const incident = await incidentOf(tx, viewer, before.incidentId);
        if (!(await queries.receive(tx, viewer, { id, at: clock.now(), reply }))) taken(before);
        tx.record({
          kind: 'incident.instruction-received',
          ...caseOf(incident),
          payload: { instructionId: id, kind: before.kind, note: reply },
        });
      });
      return read(viewer, id);
    },
  };
}

const staffRights = ['incident.accept', 'incident.register', 'incident.dispatch'] as const;

/** What goes to a department is taken there; what goes to the center, by its staff; nobody takes their own. */
export function mayReceive(viewer: Viewer, instruction: InstructionRecord): boolean {
  if (instruction.issuedById === viewer.userId) return false;
  if (instruction.departmentCode !== null && viewer.role === 'department') {
    return instruction.departmentCode === viewer.departmentCode;
  }
  return (
    instruction.departmentCode === null && staffRights.some((each) => viewer.permissions.has(each))
  );
}

async function incidentOf(tx: Writing, viewer: Viewer, id: string): Promise<IncidentRecord> {
  const [incident] = isUuid(id) ? await incidentsById(tx, viewer, [id]) : [];
  return incident ?? unknown('incident');
}

const caseOf = ({ id, areaCode, departmentCode, position }: IncidentRecord) =>
  ({ areaCode, departmentCode, subjectKind: 'incident', subjectId: id, position }) as const;

function unknown(what: 'incident' | 'instruction'): never {
  throw new DomainError('not-found', `there is no such ${what} in your scope`, {
    reason: `unknown-${what}`,
  });
}

function taken({ receivedBy, receivedAt }: InstructionRecord): never {
  throw new DomainError('conflict', 'somebody has taken it before', {
    reason: 'already-received',
    details: { receivedBy, receivedAt: receivedAt?.toISOString() ?? null },
  });
}

const invalid = (field: string, message: string, reason: string): DomainError =>
  new DomainError('invalid-input', `${field}: ${message}`, { reason, details: { field } });
