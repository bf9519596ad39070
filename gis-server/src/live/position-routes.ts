import { carriesInternalKey } from '#http/internal-key.ts';
import { DomainError } from 'grid-data';
import type { Middleware } from 'koa';
import type { LivePositions } from './live-positions.ts';

/** POST /internal/positions, for processes that carry the internal key. */
export function positionRoutes(positions: LivePositions, internalKey: string): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/internal/positions' || ctx.method !== 'POST') return next();
    if (!carriesInternalKey(ctx.req, internalKey)) {
      throw new DomainError('not-signed-in', 'the internal key is needed', {
        reason: 'bad-internal-key',
      });
    }
    ctx.body = await positions.take((ctx.request as { body?: unknown }).body);
  };
}
