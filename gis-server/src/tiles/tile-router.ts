import { requirePermission, type Viewer } from '#access/viewer.ts';
import Router from '@koa/router';
import { DomainError } from 'grid-data';
import type { Context } from 'koa';
import { answerStaticAsset, type TileScope, type TileService } from 'tiles';

export type TileRouterOptions = {
  service: TileService;
  /** Who asks; null where nobody is signed in. */
  viewerOf: (context: Context) => Promise<Viewer | null>;
};

/** `/tiles/…`: tiles for who is signed in, and the base map's styles, fonts and symbols for any page. */
export function createTileRouter({ service, viewerOf }: TileRouterOptions): Router {
  const router = new Router();
  for (const folder of ['styles', 'fonts', 'symbols']) {
    router.get(`/tiles/${folder}/:file`, async (context) => {
      const asset = await answerStaticAsset(`${folder}/${context.params['file']}`);
      context.set('cache-control', asset.keepable ? 'public, max-age=86400' : 'no-cache');
      answer(context, asset);
    });
  }
  router.get('/tiles/:layer/:z/:x/:file', async (context) => {
    const { layer = '', z = '', x = '', file = '' } = context.params;
    const viewer = viewerFor(layer, await viewerOf(context as Context));
    const { y, ending } = partsOf(file);
    const classPrefix = firstOf(context.query['class']);
    const tile = await service.answerTile({
      layer,
      z: wholeNumber(z),
      x: wholeNumber(x),
      y: wholeNumber(y),
      scope: scopeOf(viewer),
      ...(classPrefix === undefined ? {} : { classPrefix }),
    });
    if ((tile.contentType === 'image/png') !== (ending === 'png')) throw unknownEnding(ending);
    context.set('x-journal-seq', String(tile.seq));
    context.set('cache-control', tile.shared ? 'private, no-cache' : 'private, no-store');
    answer(context, tile);
  });
  return router;

  /** The ground is for everyone signed in; what stands on it needs the permission to read the map. */
  function viewerFor(layer: string, viewer: Viewer | null): Viewer {
    if (viewer !== null && service.isShared(layer)) return viewer;
    return requirePermission(viewer, 'map.read');
  }
}

/** Whose rows the viewer sees; a department sees the cases given to it. */
function scopeOf(viewer: Viewer): TileScope {
  const department = viewer.role === 'department' ? (viewer.departmentCode ?? '') : null;
  return { areaPrefix: viewer.scopePrefix, department };
}

type Answer = {
  body: Uint8Array | null;
  gzipped?: Uint8Array | null;
  contentType: string;
  etag: string;
};

function answer(context: Pick<Context, keyof Context>, { body, gzipped, ...head }: Answer): void {
  if (body === null) {
    context.status = 204;
    return;
  }
  const packed = gzipped != null && context.acceptsEncodings('gzip', 'identity') === 'gzip';
  context.vary('accept-encoding');
  context.set('etag', packed ? head.etag.replace(/"$/, '-gz"') : head.etag);
  context.set('content-type', head.contentType);
  context.status = 200;
  if (context.fresh) {
    context.status = 304;
    return;
  }
  if (packed) context.set('content-encoding', 'gzip');
  const bytes = packed ? gzipped : body;
  context.body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function partsOf(file: string): { y: string; ending: string } {
  const [, y = '', ending = ''] = /^(\d{1,9})\.(mvt|png)$/.exec(file) ?? [];
  if (ending === '') throw unknownEnding(file);
  return { y, ending };
}

function wholeNumber(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function unknownEnding(ending: string): DomainError {
  return new DomainError('invalid-input', 'a tile ends in .mvt, one of the relief in .png', {
    reason: 'tile-ending',
    details: { ending: ending.slice(0, 20) },
  });
}
