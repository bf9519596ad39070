/** The one place where errors become what a caller of the graph sees. */
import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { DomainError } from 'grid-data';
import type { DomainErrorKind } from 'grid-data';

const codeByKind: Record<DomainErrorKind, string> = {
  'invalid-input': 'BAD_USER_INPUT',
  'not-signed-in': 'UNAUTHENTICATED',
  'not-allowed': 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  unavailable: 'UNAVAILABLE',
};

/** Codes by which GraphQL itself says that the caller's document is wrong: their text is theirs to read. */
const callersFault = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Connection trouble of PostgreSQL (class 08, 57P0x, 53x00, statement timeout) and of sockets: try again later. */
const passingTrouble =
  /^(08...|57P0.|57014|53.00|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;

export type ErrorLog = (line: string, error: unknown) => void;

const logToStderr: ErrorLog = (line, error) => console.error(line, error);

function domainErrorIn(error: unknown): DomainError | null {
  let current = error;
  for (let depth = 0; depth < 8 && current instanceof Error; depth++) {
    if (current instanceof DomainError) return current;
    const { code } = current as { code?: unknown };
    if (typeof code === 'string' && passingTrouble.test(code)) {
      return new DomainError('unavailable', 'The database does not answer; try again', {
        reason: 'database-unavailable',
      });
    }
    current = current instanceof GraphQLError ? current.originalError : current.cause;
  }
  return null;
}

function withoutHints(message: string): string {
  return message.replace(/ ?Did you mean [^?]*\?/g, '');
}

export type ErrorMapping = {
  /** Whether documents may be corrected by "Did you mean …": only where introspection is open. */
  hints: boolean;
  log?: ErrorLog;
};

/** Makes of any error what leaves the server: domain errors by their kind, callers' faults as they are, bugs masked. */
export function formatErrorWith({ hints, log = logToStderr }: ErrorMapping) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const where = {
      ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
    };
    const domain = domainErrorIn(error);
    if (domain !== null) {
      const { kind, reason, details } = domain;
      const message = kind === 'invalid-input' ? formatted.message : domain.message;
      return { message, ...where, extensions: { code: codeByKind[kind], kind, reason, details } };
    }
    const code = formatted.extensions?.['code'];
    if (typeof code === 'string' && callersFault.has(code)) {
      const message = hints ? formatted.message : withoutHints(formatted.message);
      return { message, ...where, extensions: { code, kind: 'invalid-input', reason: 'document' } };
    }
    const reportId = randomUUID();
    log(`report ${reportId}: unexpected error in the graph`, error);
    const extensions = { code: 'INTERNAL', kind: 'internal', reason: 'internal', reportId };
    return { message: `Internal error, report id ${reportId}`, ...where, extensions };
  };
}
