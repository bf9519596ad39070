import { DomainError, type DomainErrorKind } from 'grid-data';
import type { Middleware } from 'koa';
import { randomUUID } from 'node:crypto';

const statusByKind: Record<DomainErrorKind, number> = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
};

/** Where HTTP has a finer word. */
const statusByReason: Record<string, number> = {
  'too-many-attempts': 429,
  'body-too-large': 413,
  'photo-too-large': 413,
};

/** Errors of all routes outside the graph, as `{error: {kind, reason, message, …}}`. */
export function answerErrors(): Middleware {
  return async (ctx, next) => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body == null) {
        throw new DomainError('not-found', 'nothing is served here');
      }
    } catch (error) {
      ctx.set('Cache-Control', 'no-store');
      const known = error instanceof DomainError ? error : ofHttpLibrary(error);
      if (known !== null) {
        const { headers } = error as { headers?: Record<string, string> };
        if (headers !== undefined) ctx.set(headers);
        ctx.status =
          statusByReason[known.reason] ?? statusOfLibrary(error) ?? statusByKind[known.kind];
        const { kind, reason, message, details } = known;
        ctx.body = { error: { kind, reason, message, ...details } };
        const retryAfter = details['retryAfterSeconds'];
        if (typeof retryAfter === 'number') ctx.set('Retry-After', String(retryAfter));
        return;
      }
      const reportId = randomUUID();
      console.error(`report ${reportId}: unexpected error at ${ctx.method} ${ctx.path}`, error);
      ctx.status = 500;
      ctx.body = {
        error: { kind: 'internal', reason: 'internal', message: `report id ${reportId}` },
      };
    }
  };
}

const reasonByStatus: Record<number, string> = {
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
};

/** A library's own status where it is the caller's fault; a body that cannot be unpacked is one without a status. */
function statusOfLibrary(error: unknown): number | null {
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof status === 'number') return status >= 400 && status < 500 ? status : null;
  return typeof code === 'string' && /^Z_(DATA|BUF|NEED)/.test(code) ? 400 : null;
}

/** Body parsers and Koa throw errors with a status: the caller's fault below 500. */
function ofHttpLibrary(error: unknown): DomainError | null {
  const status = statusOfLibrary(error);
  if (status === null || !(error instanceof Error)) return null;
  const reason = reasonByStatus[status] ?? 'bad-request';
  return new DomainError('invalid-input', error.message, { reason, cause: error });
}
