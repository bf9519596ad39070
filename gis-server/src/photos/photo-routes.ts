import Router from '@koa/router';
import type { Viewer } from '#access/viewer.ts';
import { requirePermission } from '#access/viewer.ts';
import { DomainError } from 'grid-data';
import type { Context, Middleware } from 'koa';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Uploader } from './photo-record.ts';
import type { PhotoService } from './service.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sha256 of the file, 64 hex digits');
const part = z.object({
  sha256,
  size: z.coerce.number().int(),
  offset: z.coerce.number().int().default(0),
});

/** Whoever works on a case may add to it what it looked like. */
const adding = ['incident.report', 'incident.accept', 'incident.dispose'] as const;

/**
 * POST /photos?sha256=&size=&offset= with the bytes from there on as the body; GET /photos/received?sha256= for where to
 * go on; GET /photos/{id} and /photos/{id}/preview for the pictures.
 */
export function photoRoutes(photos: PhotoService): Middleware {
  const router = new Router();
  router.post('/photos', async (ctx) => {
    const { received, photoId } = await photos.receive(uploaderOf(ctx), partOf(ctx));
    ctx.set('Cache-Control', 'no-store');
    ctx.status = photoId === null ? 202 : 201;
    ctx.body = { received, id: photoId };
  });
  router.get('/photos/received', async (ctx) => {
    const asked = z.object({ sha256 }).safeParse(ctx.query);
    if (!asked.success) throw new DomainError('invalid-input', z.prettifyError(asked.error));
    const { received, photoId } = await photos.received(uploaderOf(ctx), asked.data.sha256);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { received, id: photoId };
  });
  const show = (column: 'picture' | 'preview') => async (ctx: Context & { params: Params }) => {
    const viewer = requirePermission(ctx.state['viewer'] as Viewer | null, 'map.read');
    const bytes = await photos.picture(viewer, ctx.params['id'] ?? '', column);
    // A photo never changes; who may see it does, so no cache but the page's own keeps it.
    ctx.set('Cache-Control', 'private, max-age=600');
    ctx.type = 'image/jpeg';
    ctx.body = bytes;
  };
  router.get('/photos/:id', show('picture'));
  router.get('/photos/:id/preview', show('preview'));
  return router.routes() as unknown as Middleware;
}

type Params = Record<string, string>;

function uploaderOf(ctx: Context): Uploader {
  const viewer = ctx.state['viewer'] as Viewer | null;
  if (viewer === null) throw new DomainError('not-signed-in', 'sign in first');
  if (!adding.some((permission) => viewer.permissions.has(permission))) {
    requirePermission(viewer, adding[0]);
  }
  return { key: viewer.userId, name: viewer.displayName, areaCode: viewer.areaCode };
}

/** The part of a file that a request brings. */
export function partOf(ctx: Context) {
  const asked = part.safeParse(ctx.query);
  if (!asked.success) {
    throw new DomainError('invalid-input', z.prettifyError(asked.error), { reason: 'bad-query' });
  }
  const { size, offset } = asked.data;
  return { ...asked.data, bytes: () => arrived(ctx.req, size - offset) };
}

/** As many bytes as came before the line broke, one more than awaited at most. */
async function arrived(request: IncomingMessage, awaited: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Left open when reading ends early: the answer goes out by the same connection.
  const arriving = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  try {
    for await (const chunk of arriving) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > awaited) break;
    }
  } catch {
    // The line broke: what came before is kept, and the sender asks from where to go on.
  }
  return Buffer.concat(chunks);
}
