import { sessionCookie } from '#access/session-cookie.ts';
import type { Sessions } from '#access/sessions.ts';
import { cameByHttps, clientAddress } from '#http/client-address.ts';
import Router from '@koa/router';
import { DomainError } from 'grid-data';
import type { Middleware } from 'koa';
import { z } from 'zod';
import type { Pairings } from './pairings.ts';

const claimBody = z.object({ secret: z.string().min(20).max(100) });

/** POST /screens/codes and /screens/claim: for a device that nobody is signed in at. */
export function pairingRoutes(parts: { pairings: Pairings; sessions: Sessions }): Middleware {
  const { pairings, sessions } = parts;
  const router = new Router();
  router.post('/screens/codes', async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = await pairings.newCode(clientAddress(ctx.req));
  });
  router.post('/screens/claim', async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    const body = claimBody.safeParse((ctx.request as { body?: unknown }).body);
    if (!body.success) {
      throw new DomainError('invalid-input', 'the secret of the code is needed', {
        reason: 'bad-body',
      });
    }
    const claim = await pairings.claim(body.data.secret);
    if (claim.state === 'paired') {
      const given = await sessions.openForScreen(claim.deviceId, clientAddress(ctx.req));
      const form = { secure: cameByHttps(ctx.req) };
      ctx.set('Set-Cookie', sessionCookie(given.token, given.expiresAt, form));
    }
    ctx.body = { state: claim.state };
  });
  return router.routes() as unknown as Middleware;
}
