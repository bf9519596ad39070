import Router from '@koa/router';
import { clientAddress } from '#http/client-address.ts';
import { partOf } from '#photos/photo-routes.ts';
import { DomainError } from 'grid-data';
import type { Context, Middleware } from 'koa';
import { z } from 'zod';
import type { CitizenService } from './service.ts';

const proof = z.object({ challenge: z.string().max(200), nonce: z.coerce.number().int().min(0) });
const report = z.object({
  proof,
  classCode: z.string().max(40),
  description: z.string().min(1).max(2_000),
  address: z.string().max(300).optional(),
  position: z.object({ longitude: z.number(), latitude: z.number() }),
  name: z.string().max(60).optional(),
  telephone: z.string().max(40).optional(),
  wantsCallBack: z.boolean().optional(),
  photoIds: z.array(z.string().max(40)).max(3).optional(),
});

/** POST /citizen/photos: bytes, so before the parser of JSON. */
export function citizenPhotoRoutes(citizens: CitizenService): Middleware {
  const router = new Router();
  router.post('/citizen/photos', async (ctx) => {
    const given = takeIn(proof, ctx.query);
    const { received, photoId } = await citizens.photo(clientAddress(ctx.req), given, partOf(ctx));
    ctx.set('Cache-Control', 'no-store');
    ctx.status = photoId === null ? 202 : 201;
    ctx.body = { received, id: photoId };
  });
  return router.routes() as unknown as Middleware;
}

/** What the citizens' page asks, without a session: words, places, a challenge, a report, what became of it. */
export function citizenRoutes(citizens: CitizenService): Middleware {
  const router = new Router();
  const answer = (ctx: Context, body: object): void => {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = body;
  };
  router.get('/citizen/words', async (ctx) => answer(ctx, await citizens.words()));
  router.post('/citizen/challenge', async (ctx) =>
    answer(ctx, await citizens.challenge(clientAddress(ctx.req))),
  );
  router.get('/citizen/places', async (ctx) => {
    const { text } = takeIn(z.object({ text: z.string().max(100) }), ctx.query);
    answer(ctx, { places: await citizens.places(clientAddress(ctx.req), text) });
  });
  router.post('/citizen/reports', async (ctx) => {
    const given = takeIn(report, (ctx.request as { body?: unknown }).body);
    ctx.status = 201;
    answer(ctx, await citizens.report(clientAddress(ctx.req), given));
  });
  router.get('/citizen/reports/:receipt', async (ctx) =>
    answer(ctx, await citizens.status(clientAddress(ctx.req), ctx.params['receipt'] ?? '')),
  );
  return router.routes() as unknown as Middleware;
}

function takeIn<T extends z.ZodType>(form: T, given: unknown): z.output<T> {
  const read = form.safeParse(given);
  if (read.success) return read.data;
  throw new DomainError('invalid-input', z.prettifyError(read.error), {
    reason: 'bad-body',
    details: { field: read.error.issues[0]?.path.join('.') ?? '' },
  });
}
