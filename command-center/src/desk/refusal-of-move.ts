/** Why a move was refused, and what the case is now where somebody was faster. */
import { CombinedGraphQLErrors } from '@apollo/client/errors';

export type NewerVersion = {
  version: number;
  state: string;
  by: string | null;
  at: string | null;
  lastMove: string | null;
};

export type MoveRefused = { reason: string; newer: NewerVersion | null };

/** Null where it was no refusal of the server: then the failure's own words say it. */
export function refusalOfMove(error: unknown): MoveRefused | null {
  if (!CombinedGraphQLErrors.is(error)) return null;
  const { reason, details } = (error.errors[0]?.extensions ?? {}) as {
    reason?: unknown;
    details?: Record<string, unknown>;
  };
  if (typeof reason !== 'string') return null;
  if (reason !== 'version-conflict') return { reason, newer: null };
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    reason,
    newer: {
      version: Number(details?.['currentVersion']),
      state: text(details?.['currentState']) ?? '',
      by: text(details?.['changedBy']),
      at: text(details?.['changedAt']),
      lastMove: text(details?.['lastMove']),
    },
  };
}
