/** Why a pull ended, in words that screens translate. */
import { DomainError, type SourceFailure } from 'grid-data';

export function sourceFailure(
  reason: SourceFailure,
  message: string,
  cause?: unknown,
): DomainError {
  return new DomainError('unavailable', message, { reason, cause });
}

/** Any error as one that carries a reason. */
export function asFailure(error: unknown, otherwise: SourceFailure): DomainError {
  if (error instanceof DomainError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return sourceFailure(otherwise, message, error);
}
