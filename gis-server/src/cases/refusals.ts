/** How a move is refused: each by its own reason, with what would help. */
import type { Viewer } from '#access/viewer.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { DomainError, movesFrom } from 'grid-data';
import type { CaseMove, IncidentState, MoveNeed, MoveRefusal, MoveRefusalReason } from 'grid-data';

/** The argument that a need is said in. */
const fieldOf: Record<MoveNeed, string> = {
  note: 'input.note',
  department: 'input.departmentCode',
  verdict: 'input.verdict',
  'limit-value': 'input.limitValue',
  handler: 'input.handlerName',
  'main-case': 'input.mainIncidentId',
  area: 'input.areaCode',
  'closing-condition': 'input.closingConditionMet',
  photo: 'input.photoIds',
  correction: 'input.correction',
};

export function invalidMove(
  need: MoveNeed,
  message: string,
  reason: MoveRefusalReason | 'missing',
): DomainError {
  const field = fieldOf[need];
  return new DomainError('invalid-input', `${field}: ${message}`, {
    reason: (reason === 'missing' ? `${need}-missing` : reason) satisfies MoveRefusalReason,
    details: { field },
  });
}

export function stateHasNoSuchMove(viewer: Viewer, state: IncidentState, move: string) {
  const own = movesFrom(state).filter(({ by }) =>
    by.some((right) => viewer.permissions.has(right)),
  );
  return new DomainError('conflict', `no move ${move} leads on from ${state}`, {
    reason: 'step-not-in-loop' satisfies MoveRefusalReason,
    details: { state, move, permitted: own.map((row) => row.move) },
  });
}

export function refuseGuard(
  viewer: Viewer,
  refusal: MoveRefusal,
  { row, incident }: { row: CaseMove; incident: IncidentRecord },
): DomainError {
  switch (refusal) {
    case 'permission-missing':
      return new DomainError('not-allowed', `the role ${viewer.role} may not ${row.move}`, {
        reason: 'permission-missing' satisfies MoveRefusalReason,
        details: { permission: row.by[0], oneOf: row.by },
      });
    case 'own-department':
      return new DomainError('not-allowed', 'the case is with another department', {
        reason: 'other-department' satisfies MoveRefusalReason,
        details: { departmentCode: incident.departmentCode },
      });
    case 'at-level':
      return new DomainError('not-allowed', 'the case was handed down and is handled there', {
        reason: 'unmet-at-level' satisfies MoveRefusalReason,
        details: { handledByArea: incident.facts.handledByArea },
      });
    default:
      return new DomainError('conflict', `${row.move}: it does not hold that ${refusal}`, {
        reason: `unmet-${refusal}` satisfies MoveRefusalReason,
        details: { move: row.move, state: incident.state },
      });
  }
}

export function unknownIncident(id: string): DomainError {
  return new DomainError('not-found', `there is no incident ${id.slice(0, 40)} in your scope`, {
    reason: 'unknown-incident' satisfies MoveRefusalReason,
  });
}
