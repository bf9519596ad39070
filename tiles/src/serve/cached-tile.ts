import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { CachedTile } from './tile-cache.ts';

const gzipped = promisify(gzip);

/** Below this a tile fits one packet either way. */
const smallestWorthBytes = 1200;
const leastSaving = 0.1;

/** Adds to a tile's bytes what is kept beside them; gzip runs off the event loop. */
export async function cachedTile(
  body: Uint8Array | null,
  compressible: boolean,
): Promise<CachedTile> {
  if (body === null) return { body, gzipped: null, etag: '"empty"' };
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  if (!compressible || body.length < smallestWorthBytes) return { body, gzipped: null, etag };
  const smaller = await gzipped(body, { level: constants.Z_BEST_SPEED });
  const pays = smaller.length < body.length * (1 - leastSaving);
  return { body, gzipped: pays ? smaller : null, etag };
}
