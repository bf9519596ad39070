import { DomainError } from 'grid-data';

const lostConnection = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);

/** Errors of the driver that a caller can do something about; everything else stays what it is. */
export function asDomainError(error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error;
  const code = (error as { code?: string }).code ?? '';
  if (lostConnection.has(code) || code.startsWith('08') || code.startsWith('57P')) {
    return unavailable(error, 'database-down');
  }
  if (/timeout exceeded when trying to connect|Connection terminated/.test(error.message)) {
    return unavailable(error, 'database-down');
  }
  // Callers of the graph are told the field before; this is for all other doors.
  if (code === '22021' || code === '22P05') {
    return new DomainError('invalid-input', 'a text holds a character that is no text', {
      reason: 'not-text',
      cause: error,
    });
  }
  if (code === '57014') {
    const message = 'the question takes too long to answer now; ask for less, or later';
    return new DomainError('unavailable', message, { reason: 'question-too-heavy', cause: error });
  }
  if (code === '40001' || code === '40P01') return unavailable(error, 'try-again');
  if (code === '23505') {
    return new DomainError('conflict', 'somebody else was quicker, or the name is taken', {
      reason: 'already-there',
      cause: error,
    });
  }
  // By our own trigger, for whatever has not asked the table of moves first.
  if (code === 'CE001') {
    const message = 'the case is archived: it stays as it is';
    return new DomainError('conflict', message, { reason: 'archived', cause: error });
  }
  // By our own triggers: what was signed is nobody's to change.
  if (code === 'CE002') {
    const message = 'it is signed: it stays as it is';
    return new DomainError('conflict', message, { reason: 'signed', cause: error });
  }
  if (code === '42501') {
    return new DomainError('not-allowed', 'outside the scope of the viewer', {
      reason: 'outside-scope',
      cause: error,
    });
  }
  return error;
}

function unavailable(cause: Error, reason: string): DomainError {
  return new DomainError('unavailable', 'the database cannot answer now', { reason, cause });
}
