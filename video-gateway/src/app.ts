/** The gateway's doors: HTTP by Koa, and one router for WebSocket upgrades. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Router, type RouterContext } from '@koa/router';
import { DomainError, exportFormOf } from 'grid-data';
import Koa, { type Context, type Next } from 'koa';
import { z } from 'zod';
import type { Gateway } from '#gateway.ts';
import { healthOf, metricsOf } from '#health/gateway-metrics.ts';
import { prometheusText } from '#health/metrics.ts';
import { HttpViews } from '#outputs/http-views.ts';
import { callersBy, type CallerOf } from '#outputs/visiting.ts';
import { WebSocketDoor } from '#outputs/door/websocket-door.ts';
import { playFmp4 } from '#outputs/fmp4-websocket.ts';
import { errorAnswer } from '#outputs/error-answer.ts';
import { HlsDoor } from '#outputs/hls/hls-door.ts';
import { LowLatencyHls } from '#outputs/hls/low-latency-hls.ts';
import { playMany } from '#outputs/multiplex/multiplex-websocket.ts';
import { playRecorded } from '#playback/playback-websocket.ts';
import { exportEndings } from '#playback/export/export-shelf.ts';
import { StillPictures } from '#outputs/still-pictures.ts';

const maxBodyBytes = 4096;
/** Node looks every half minute unless told otherwise: who says a byte a second would hold a socket for forty seconds. */
const patience = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
};
const viewRequest = z.object({
  ticket: z.string().max(2048),
  transport: z.enum(['ll-hls', 'still-picture']).default('ll-hls'),
  sound: z.boolean().default(false),
});

const warmRequest = z.object({ ticket: z.string().max(2048) });

type Pages = { hls: LowLatencyHls; stills: StillPictures; views: HttpViews; callerOf: CallerOf };

export function createApp(gateway: Gateway): { server: Server; close: () => void } {
  const onError = (message: string) => gateway.errors.add(message);
  const callerOf = callersBy(gateway.internalKey);
  const views = new HttpViews();
  const hls = new LowLatencyHls(gateway.desk, views);
  const stills = new StillPictures(gateway.desk, views);
  const welcomes = {
    '/play': playFmp4(gateway.desk, gateway.crowdFrom),
    '/play-many': playMany(gateway.desk, onError),
    '/playback': playRecorded(gateway.playback),
  };
  const doors = new Map(
    Object.entries(welcomes).map(([path, welcome]) => [
      path,
      new WebSocketDoor(welcome, { callerOf, onError }),
    ]),
  );
  const app = new Koa();
  app.on('error', (error: Error) => onError(`http: ${error.message}`));
  app.use(answerErrors(onError));
  const router = createRouter(gateway, { hls, stills, views, callerOf });
  app.use(router.routes());
  app.use(router.allowedMethods());
  const hlsDoor = new HlsDoor(hls, { callerOf, onError });
  const pages = app.callback();
  const server = createServer(patience, (request, response) => {
    if (!hlsDoor.take(request, response)) void pages(request, response);
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const door = doors.get(request.url?.split('?')[0] ?? '');
    if (door) door.handleUpgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
  const close = () => {
    for (const door of doors.values()) door.close();
  };
  return { server, close };
}

const exportRequest = z.object({ ticket: z.string().max(2048) });

function createRouter(gateway: Gateway, { hls, stills, views, callerOf }: Pages): Router {
  const router = new Router();
  const find = ({ params, req }: Pick<RouterContext, 'params' | 'req'>) =>
    views.find(params['viewId'] ?? '', callerOf(req).sessionId).view;
  router.get('/healthz', (context) => {
    context.body = healthOf(gateway);
  });
  router.get('/metrics', (context) => {
    context.type = 'text/plain; version=0.0.4';
    context.body = prometheusText(metricsOf(gateway));
  });
  router.post('/views', async (context) => {
    const { ticket, transport, sound } = viewRequest.parse(await readJson(context.req));
    const visiting = callerOf(context.req);
    const view =
      transport === 'll-hls'
        ? await hls.open(ticket, visiting, sound)
        : await stills.open(ticket, visiting);
    const { viewId, maxViewSeconds } = view.ticket;
    context.status = 201;
    context.body = {
      viewId,
      maxViewSeconds,
      ...(transport === 'll-hls'
        ? { playlist: `/video/hls/${viewId}/index.m3u8` }
        : { snapshot: `/video/snapshot/${viewId}` }),
    };
  });
  router.post('/views/warm', async (context) => {
    const { ticket } = warmRequest.parse(await readJson(context.req));
    context.body = await gateway.warmUps.warm(ticket, callerOf(context.req).sessionId);
  });
  router.get('/views/:viewId', (context) => {
    context.set('Cache-Control', 'no-store');
    const { state, soundHeard } = find(context).relay;
    context.body = { ...state, sound: soundHeard };
  });
  router.delete('/views/:viewId', (context) => {
    find(context).close('viewer-left');
    context.status = 204;
  });
  router.post('/exports', async (context) => {
    const { ticket } = exportRequest.parse(await readJson(context.req));
    const { stream, manifest } = gateway.exports.take(ticket, callerOf(context.req).sessionId);
    context.set('Cache-Control', 'private, no-store');
    const ending = exportEndings[exportFormOf(manifest)];
    context.set('Content-Disposition', `attachment; filename="${manifest.exportId}.${ending}"`);
    context.type = ending;
    context.length = manifest.bytes;
    context.body = stream;
  });
  router.get('/snapshot/:viewId', async (context) => {
    context.set('Cache-Control', 'private, no-store');
    context.type = 'video/mp4';
    context.body = await stills.picture(
      context.params['viewId'] ?? '',
      callerOf(context.req).sessionId,
    );
  });
  return router;
}

function answerErrors(onError: (message: string) => void) {
  return async (context: Context, next: Next) => {
    try {
      await next();
    } catch (error) {
      const { status, body } = errorAnswer(error, onError);
      context.status = status;
      context.body = body;
    }
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // What comes beyond the limit is let go by: a connection cut under the caller's hands would take the answer along.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > maxBodyBytes) {
      request.resume();
      throw new DomainError('invalid-input', 'the body is too long', { reason: 'body-too-large' });
    }
    chunks.push(chunk as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw new DomainError('invalid-input', 'the body is no JSON', { cause: error });
  }
}
