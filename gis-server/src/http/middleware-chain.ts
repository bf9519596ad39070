import { recogniseViewer, sessionRoutes, viewerOfRequest } from '#access/session-routes.ts';
import type { Sessions } from '#access/sessions.ts';
import type { Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { documentRoutes } from '#documents/document-routes.ts';
import type { DocumentService } from '#documents/service.ts';
import { createImportRouter } from '#import/routes.ts';
import type { LivePositions } from '#live/live-positions.ts';
import { positionRoutes } from '#live/position-routes.ts';
import { citizenPhotoRoutes, citizenRoutes } from '#citizens/citizen-routes.ts';
import type { CitizenService } from '#citizens/service.ts';
import { photoRoutes } from '#photos/photo-routes.ts';
import type { PhotoService } from '#photos/service.ts';
import { clientFiles } from '#static/client-files.ts';
import { pairingRoutes } from '#wall-screens/pairing/pairing-routes.ts';
import { Pairings } from '#wall-screens/pairing/pairings.ts';
import { trustPage } from '#lan/trust-page.ts';
import { createTileRouter } from '#tiles/tile-router.ts';
import { bodyParser } from '@koa/bodyparser';
import type { Clock } from 'grid-data';
import Koa, { type Middleware } from 'koa';
import type { TileService } from 'tiles';
import { answerErrors } from './error-answer.ts';
import { healthRoutes, type HealthPorts } from './health-routes.ts';
import { ownPagesOnly } from './own-pages-only.ts';
import { securityHeaders } from './security-headers.ts';
import type { VideoProxy } from './video-proxy.ts';

/** Uploads are streamed past the parser and carry limits of their own. */
const bodyLimit = '1mb';

export type ChainParts = {
  database: Database;
  clock: Clock;
  sessions: Sessions;
  tiles: TileService;
  positions: LivePositions;
  video: VideoProxy;
  photos: PhotoService;
  documents: DocumentService;
  citizens: CitizenService;
  graph: Middleware;
  health: HealthPorts;
  internalKey: string;
  origins: readonly string[];
  clientFolder: string;
  /** Of the house's own certificate authority, where phones of the local network come in. */
  authorityFile: string | null;
};

/** What a request passes through, in order. */
export function middlewareChain(parts: ChainParts): Koa {
  const { sessions, database, clock } = parts;
  const koa = new Koa();
  const tileRouter = createTileRouter({
    service: parts.tiles,
    viewerOf: (context) => viewerOfRequest(sessions, context.req),
  });
  const importRouter = createImportRouter(
    { database, clock },
    (context) => context.state['viewer'] as Viewer | null,
  );
  koa.use(securityHeaders());
  koa.use(answerErrors());
  koa.use(healthRoutes(parts.health));
  koa.use(ownPagesOnly(parts.origins));
  koa.use(parts.video.middleware());
  koa.use(tileRouter.routes() as unknown as Middleware);
  koa.use(recogniseViewer({ sessions }));
  koa.use(importRouter.routes() as unknown as Middleware);
  koa.use(photoRoutes(parts.photos));
  koa.use(citizenPhotoRoutes(parts.citizens));
  koa.use(bodyParser({ enableTypes: ['json'], jsonLimit: bodyLimit }) as unknown as Middleware);
  koa.use(citizenRoutes(parts.citizens));
  koa.use(sessionRoutes({ sessions, database }));
  koa.use(pairingRoutes({ pairings: new Pairings({ database, clock }), sessions }));
  koa.use(positionRoutes(parts.positions, parts.internalKey));
  koa.use(documentRoutes(parts.documents));
  koa.use(parts.graph);
  if (parts.authorityFile !== null) koa.use(trustPage(parts.authorityFile));
  koa.use(clientFiles(parts.clientFolder));
  return koa;
}
