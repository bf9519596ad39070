/** Takes one step of the loop: who may, what it asks for, and what it writes down. */
import { requirePermission } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import type { Writing } from '#database/transaction.ts';
import { DomainError, incidentStep, incidentStepsFrom } from 'grid-data';
import type { IncidentState, IncidentStep } from 'grid-data';
import { moveIncident, nextCaseNo } from './commands.ts';
import type { IncidentChange } from './commands.ts';
import { cityDay, dueAt } from './due-time.ts';
import type { IncidentRecord } from './incident-record.ts';
import { departmentExists, incidentClass } from './queries.ts';

export type AskedStep = {
  id: string;
  version: number;
  to: IncidentState;
  departmentCode: string | null;
  note: string | null;
  at: Date;
};

export async function takeStep(
  tx: Writing,
  viewer: Viewer,
  incident: IncidentRecord,
  asked: AskedStep,
): Promise<void> {
  // A stale page is told so first: what it asks may have been right for the case it saw.
  if (incident.version !== asked.version) throw changedMeanwhile(incident, asked);
  const step = permittedStep(viewer, incident, asked);
  const change = await changeOf(tx, incident, asked, step);
  if (!(await moveIncident(tx, viewer, asked, change))) throw changedMeanwhile(incident, asked);
  recordStep(tx, incident, asked, change);
}

function recordStep(
  tx: Writing,
  incident: IncidentRecord,
  { to, note }: AskedStep,
  change: IncidentChange,
): void {
  const about = {
    areaCode: incident.areaCode,
    subjectKind: 'incident',
    subjectId: incident.id,
    position: incident.position,
  } as const;
  const before = incident.departmentCode;
  const departmentCode = change.departmentCode === undefined ? before : change.departmentCode;
  if (before !== null && before !== departmentCode) {
    // A department hears only rows with its own code, and must hear that the case is no longer its own.
    tx.record({
      kind: 'incident.left-department',
      ...about,
      departmentCode: before,
      payload: { fromDepartmentCode: before, toDepartmentCode: departmentCode },
    });
  }
  tx.record({
    kind: 'incident.moved',
    ...about,
    departmentCode,
    payload: { from: incident.state, to, departmentCode, note },
  });
}

function permittedStep(viewer: Viewer, incident: IncidentRecord, asked: AskedStep): IncidentStep {
  const step = incidentStep(incident.state, asked.to);
  if (step === null) {
    const onward = incidentStepsFrom(incident.state, viewer.permissions).map((next) => next.to);
    throw new DomainError('conflict', `no step leads from ${incident.state} to ${asked.to}`, {
      reason: 'step-not-in-loop',
      details: { from: incident.state, to: asked.to, permitted: onward },
    });
  }
  requirePermission(viewer, step.permission);
  if (step.ownDepartmentOnly && viewer.departmentCode !== incident.departmentCode) {
    throw new DomainError('not-allowed', 'the case is with another department', {
      reason: 'other-department',
      details: { departmentCode: incident.departmentCode },
    });
  }
  if (step.needsNote && asked.note === null) {
    throw new DomainError('invalid-input', 'note: this step is given a reason', {
      reason: 'note-missing',
      details: { field: 'note' },
    });
  }
  return step;
}

async function changeOf(
  tx: Writing,
  incident: IncidentRecord,
  { to, at, departmentCode }: AskedStep,
  step: IncidentStep,
): Promise<IncidentChange> {
  switch (to) {
    case 'registered':
      // Sent back by the department: the case keeps its number, and until it is dispatched anew the one who sent it
      // back still sees what becomes of it.
      if (incident.caseNo !== null) return { dueAt: null };
      return {
        registeredAt: at,
        caseNo: await nextCaseNo(tx, incident.areaCode.slice(0, 6) + cityDay(at)),
      };
    case 'dispatched':
      return step.needsDepartment
        ? dispatch(tx, incident, { at, departmentCode })
        : { feedbackAt: null };
    case 'feedback':
      return { feedbackAt: at };
    case 'processing':
      return incident.state === 'feedback' ? { feedbackAt: null } : {};
    case 'closed':
      return { closedAt: at };
    default:
      return {};
  }
}

async function dispatch(
  tx: Writing,
  incident: IncidentRecord,
  { at, departmentCode }: Pick<AskedStep, 'at' | 'departmentCode'>,
): Promise<IncidentChange> {
  const kind = await incidentClass(tx, incident.classCode);
  const to = departmentCode ?? kind?.departmentCode ?? null;
  if (to === null || !(await departmentExists(tx, to))) {
    throw new DomainError('invalid-input', 'departmentCode: name the department it goes to', {
      reason: to === null ? 'department-missing' : 'unknown-code',
      details: { field: 'departmentCode' },
    });
  }
  return {
    departmentCode: to,
    dispatchedAt: at,
    dueAt: kind === null ? null : dueAt(at, kind),
  };
}

function changedMeanwhile(incident: IncidentRecord, { version }: AskedStep): DomainError {
  return new DomainError('conflict', 'somebody moved this incident meanwhile', {
    reason: 'version-conflict',
    details: {
      givenVersion: version,
      currentVersion: incident.version,
      currentState: incident.state,
    },
  });
}
