/** GET /documents/{id}: the file itself, to whoever may take it out. */
import type { Viewer } from '#access/viewer.ts';
import { DomainError } from 'grid-data';
import type { Middleware } from 'koa';
import { mediaTypes } from './paper.ts';
import type { DocumentService } from './service.ts';

export function documentRoutes(documents: DocumentService): Middleware {
  return async (ctx, next) => {
    const [, id] = /^\/documents\/([0-9a-f-]{36})$/.exec(ctx.path) ?? [];
    if (id === undefined || ctx.method !== 'GET') return next();
    const viewer = ctx.state['viewer'] as Viewer | null;
    if (viewer === null) throw new DomainError('not-signed-in', 'sign in first');
    const { content, fileName, format } = await documents.withContent(viewer, id);
    ctx.set('Content-Disposition', `attachment; filename="${fileName}"`);
    ctx.set('Cache-Control', 'private, no-store');
    ctx.type = mediaTypes[format];
    ctx.body = content;
  };
}
