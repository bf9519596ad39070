import { changesSomething, comesFromOwnPage } from '#access/origin-check.ts';
import { DomainError } from 'grid-data';
import type { Middleware } from 'koa';

/** Refuses what would change something and comes from a page of somebody else. */
export function ownPagesOnly(origins: readonly string[]): Middleware {
  return async (ctx, next) => {
    if (changesSomething(ctx.req) && !comesFromOwnPage(ctx.req, origins)) {
      throw new DomainError('not-allowed', 'requests from other pages are refused', {
        reason: 'foreign-origin',
      });
    }
    await next();
  };
}
