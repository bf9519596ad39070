/** Who must act on an error decides its kind; the table stands in ARCHITECTURE.md, "Errors". */
export const domainErrorKinds = [
  'invalid-input', // the caller must change the request
  'not-signed-in', // no session
  'not-allowed', // role, purpose or scope forbids it
  'not-found', // no such thing in the viewer's scope
  'conflict', // the present state does not permit this step
  'unavailable', // database, camera or upstream is down; try again
] as const;

export type DomainErrorKind = (typeof domainErrorKinds)[number];

export type DomainErrorOptions = {
  /** A stable kebab-case word for screens to translate, such as `purpose-not-filed`. */
  reason?: string;
  /** What and where: field names, offending values, allowed values. Never secrets. */
  details?: Record<string, unknown>;
  cause?: unknown;
};

export class DomainError extends Error {
  readonly kind: DomainErrorKind;
  readonly reason: string;
  readonly details: Record<string, unknown>;

  constructor(kind: DomainErrorKind, message: string, options: DomainErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'DomainError';
    this.kind = kind;
    this.reason = options.reason ?? kind;
    this.details = options.details ?? {};
  }
}
