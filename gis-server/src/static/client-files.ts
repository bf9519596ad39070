import { createHash } from 'node:crypto';
import { createReadStream, statSync, readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import type { Context, Middleware } from 'koa';

const typeByEnding: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
  '.glb': 'model/gltf-binary',
  '.ktx2': 'image/ktx2',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** The built pages. Addresses that are no file belong to a page's own views: the field app's below /field, else the hall's. */
export function clientFiles(folder: string): Middleware {
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    const file = fileAt(folder, ctx.path.replace(fieldAssets, '/assets/'));
    if (file !== null) return sendFile(ctx, file);
    const index = fileAt(folder, /^\/field(\/|$)/.test(ctx.path) ? '/field.html' : '/index.html');
    if (index === null || !ctx.accepts('html') || extname(ctx.path) !== '') return next();
    return sendFile(ctx, index);
  };
}

/** The field app's own way to the files of all, so that its service worker hears of what they fetch. */
const fieldAssets = /^\/field\/assets\//;

type FoundFile = { path: string; size: number; modified: number };

/** A plain file below the folder, or null: no path leads out of it. */
function fileAt(folder: string, urlPath: string): FoundFile | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  const path = join(folder, normalize(`/${decoded}`));
  if (decoded.includes('\0') || !path.startsWith(folder + sep)) return null;
  const found = statOf(path);
  return found?.isFile() ? { path, size: found.size, modified: found.mtimeMs } : null;
}

/** What no file system can hold, such as a name of a thousand letters, is as absent as any other. */
function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function sendFile(ctx: Context, { path, size, modified }: FoundFile): void {
  const ending = extname(path);
  ctx.type = typeByEnding[ending] ?? 'application/octet-stream';
  // Vite writes the content's hash into these names: what is there never changes.
  const immutable = /-[\w-]{8}\.\w+$/.test(path) && path.includes(`${sep}assets${sep}`);
  ctx.set('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  ctx.set('ETag', immutable || ending !== '.html' ? `"${size}-${modified}"` : contentTag(path));
  ctx.status = 200;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  ctx.length = size;
  ctx.body = createReadStream(path);
}

function contentTag(path: string): string {
  return `"${createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 16)}"`;
}
