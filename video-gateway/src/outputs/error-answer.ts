/** What a caller over HTTP is told of an error: its own fault by name, ours without a word of what is inside. */
import { DomainError, type DomainErrorKind } from 'grid-data';
import { z } from 'zod';

const statusByKind: Record<DomainErrorKind, number> = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
};
const internalError = { kind: 'internal', reason: 'internal', message: 'an error of ours' };

export type ErrorAnswer = {
  status: number;
  body: { error: { kind: string; reason: string; message: string } };
};

export function errorAnswer(error: unknown, onError: (message: string) => void): ErrorAnswer {
  const known = asDomainError(error);
  if (known === null) onError(`http: ${error instanceof Error ? error.message : String(error)}`);
  const { kind, reason, message } = known ?? internalError;
  const status = known === null ? 500 : statusByKind[known.kind];
  return {
    status: statusByReason(known) ?? status,
    body: { error: { kind, reason, message } },
  };
}

/** Where HTTP has a word of its own: too long a body, and what was there and is over. */
function statusByReason(error: DomainError | null): number | null {
  if (error?.reason === 'body-too-large') return 413;
  return error?.details?.['ended'] === true ? 410 : null;
}

function asDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  if (error instanceof z.ZodError) return new DomainError('invalid-input', 'the body is misshapen');
  // Koa and its router report a request they cannot read (such as a broken escape in the path) by status.
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status < 500
    ? new DomainError('invalid-input', 'the request cannot be read')
    : null;
}
