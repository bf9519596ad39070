import type { Database } from '#database/transaction.ts';
import { sql } from '#database/sql.ts';
import { cameByHttps, clientAddress } from '#http/client-address.ts';
import Router from '@koa/router';
import { DomainError } from 'grid-data';
import type { Context, Middleware } from 'koa';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import {
  endedSessionCookie,
  sessionCookie,
  sessionToken,
  type CookieForm,
} from './session-cookie.ts';
import { sessionIdOf, type Sessions } from './sessions.ts';
import { systemViewer, type Viewer } from './viewer.ts';

const signInBody = z.object({
  name: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
});

type Parts = { sessions: Sessions; database: Database };

/** Sets `ctx.state.viewer` for all that follows: the viewer of the session cookie, or null. */
export function recogniseViewer({ sessions }: Pick<Parts, 'sessions'>): Middleware {
  return async (ctx, next) => {
    ctx.state['viewer'] = await viewerOfRequest(sessions, ctx.req);
    await next();
  };
}

/** Who holds the request's session cookie, for WebSockets too. */
export async function viewerOfRequest(
  sessions: Sessions,
  request: IncomingMessage,
): Promise<Viewer | null> {
  const token = sessionToken(request, cookieForm(request));
  return token === null ? null : sessions.viewerOf(token);
}

/** The session that a request's cookie names, be it open or not. */
export function sessionIdOfRequest(request: IncomingMessage): string | null {
  const token = sessionToken(request, cookieForm(request));
  return token === null ? null : sessionIdOf(token);
}

function cookieForm(request: IncomingMessage): CookieForm {
  return { secure: cameByHttps(request) };
}

/** POST, GET and DELETE /session: signing in lies outside GraphQL, so that no batch can try many passwords. */
export function sessionRoutes(parts: Parts): Middleware {
  const { sessions } = parts;
  const router = new Router();
  router.post('/session', async (ctx) => {
    const body = signInBody.safeParse((ctx.request as { body?: unknown }).body);
    if (!body.success) {
      throw new DomainError('invalid-input', 'name and password are needed', {
        reason: 'bad-body',
      });
    }
    const signedIn = await sessions.signIn(
      body.data.name,
      body.data.password,
      clientAddress(ctx.req),
    );
    ctx.set('Set-Cookie', sessionCookie(signedIn.token, signedIn.expiresAt, cookieForm(ctx.req)));
    ctx.body = { user: await userOf(signedIn.viewer, parts) };
  });
  router.get('/session', async (ctx) => {
    ctx.body = { user: await userOf(signedInViewer(ctx), parts) };
  });
  router.delete('/session', async (ctx) => {
    await sessions.signOut(signedInViewer(ctx));
    ctx.set('Set-Cookie', endedSessionCookie(cookieForm(ctx.req)));
    ctx.status = 204;
  });
  return router.routes() as unknown as Middleware;
}

function signedInViewer(ctx: Context): Viewer {
  const viewer = ctx.state['viewer'] as Viewer | null;
  if (viewer === null) throw new DomainError('not-signed-in', 'sign in first');
  return viewer;
}

async function userOf(viewer: Viewer, { database }: Parts) {
  const [area] = await database.inScope(systemViewer(), (db) =>
    db.query<{ name: string }>(sql`-- What is the viewer's area called?
      select name from areas where code = ${viewer.areaCode}`),
  );
  return {
    userId: viewer.userId,
    name: viewer.name,
    displayName: viewer.displayName,
    role: viewer.role,
    permissions: [...viewer.permissions],
    areaCode: viewer.areaCode,
    areaName: area?.name ?? null,
    departmentCode: viewer.departmentCode,
  };
}
