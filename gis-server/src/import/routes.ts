import Router from '@koa/router';
import { requirePermission, type Viewer } from '#access/viewer.ts';
import { datums, DomainError } from 'grid-data';
import { importKinds } from 'grid-data/import';
import type { Context } from 'koa';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { checkMayImport, ImportBatch, type ImportEvent, type ImportPorts } from './import-batch.ts';

const order = z.object({
  kind: z.enum(importKinds),
  datum: z.enum(datums),
  file: z.string().min(1).max(200),
  dryRun: z.enum(['true', 'false']).default('false'),
});

/**
 * POST /imports/{kind}?datum=&file=&dryRun= : rows as lines of JSON in, events as lines of JSON out while they happen.
 * The answer is 200 once the upload may begin; its last line is `done` or `failed`.
 */
export function createImportRouter(
  ports: ImportPorts,
  viewerOf: (context: Context) => Viewer | null,
): Router {
  const router = new Router();
  router.post('/imports/:kind', (context) => {
    const viewer = requirePermission(viewerOf(context), 'data.import');
    const asked = order.safeParse({ ...context.query, kind: context.params['kind'] });
    if (!asked.success) throw new DomainError('invalid-input', z.prettifyError(asked.error));
    const { kind, datum, file: fileName, dryRun } = asked.data;
    if (kind === 'accounts' || kind === 'grid-workers') requirePermission(viewer, 'account.manage');
    checkMayImport(viewer, kind);
    const named = { kind, datum, fileName, dryRun: dryRun === 'true' };
    context.type = 'application/x-ndjson';
    context.set('cache-control', 'no-store');
    context.body = Readable.from(told(new ImportBatch(ports, viewer, named), context.req));
  });
  return router;
}

/**
 * Events as lines of JSON. The upload goes on only as its caller reads them, so that a million refusals for somebody
 * who does not read pile up nowhere; it ends where the caller goes away.
 */
async function* told(batch: ImportBatch, upload: Readable): AsyncGenerator<string, void> {
  try {
    for await (const event of batch.run(upload)) yield line(event);
  } catch (error) {
    // What still comes is let go by, so that the caller gets to read why.
    upload.resume();
    yield line({ type: 'failed', ...why(error) });
  }
}

function line(event: ImportEvent | { type: 'failed'; reason: string; message: string }): string {
  return `${JSON.stringify(event)}\n`;
}

/** The answer has begun, so an error can no longer become a status: it is the last line instead. */
function why(error: unknown): { reason: string; message: string } {
  if (error instanceof DomainError) return { reason: error.reason, message: error.message };
  const reportId = randomUUID();
  console.error(`report ${reportId}: unexpected error in an import`, error);
  return { reason: 'internal', message: `unexpected error, report id ${reportId}` };
}
