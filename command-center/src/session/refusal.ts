/** Why gis-server refused a question, in the stable word that screens translate. */
import { CombinedGraphQLErrors } from '@apollo/client/errors';

export type Refusal = {
  /** Kebab-case; `unreachable` where no answer came at all. */
  reason: string;
  message: string;
  details: Readonly<Record<string, unknown>>;
};

const reasonByCode: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'not-signed-in',
  FORBIDDEN: 'not-allowed',
  NOT_FOUND: 'not-found',
  BAD_USER_INPUT: 'invalid-input',
  CONFLICT: 'conflict',
};

export function refusalOf(error: unknown): Refusal {
  if (!CombinedGraphQLErrors.is(error)) {
    const message = error instanceof Error ? error.message : String(error);
    return { reason: 'unreachable', message, details: {} };
  }
  const [first] = error.errors;
  const extensions = first?.extensions ?? {};
  const { reason, code, details } = extensions as Record<string, unknown>;
  return {
    reason: typeof reason === 'string' ? reason : (reasonByCode[String(code)] ?? 'unavailable'),
    message: first?.message ?? error.message,
    details: typeof details === 'object' && details !== null ? { ...details } : {},
  };
}
