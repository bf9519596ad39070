/** GraphiQL on our own origin, for development: built from its npm package when it is first asked for. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { DomainError } from 'grid-data';
import type { Middleware } from 'koa';

const packageFolder = join(import.meta.dirname, '..', '..', '..');
const builtFolder = join(packageFolder, 'dist', 'graphiql');

/** Its editor writes style elements, and its fonts and icons come as data. */
const contentPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

let building: Promise<void> | null = null;

function build(): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = join(
      dirname(createRequire(import.meta.url).resolve('vite/package.json')),
      'bin',
      'vite.js',
    );
    const args = [vite, 'build', join(packageFolder, 'graphiql'), '--logLevel', 'error'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            new DomainError('unavailable', `GraphiQL could not be built: ${said.slice(0, 2_000)}`, {
              reason: 'graphiql-build',
            }),
          ),
    );
  });
}

/** Serves /graphiql and what its page loads; everything else goes on. */
export function graphiqlMiddleware(): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/graphiql' && !ctx.path.startsWith('/graphiql/')) return next();
    if (ctx.method !== 'GET') return next();
    if (ctx.path === '/graphiql') return ctx.redirect('/graphiql/');
    if (!existsSync(join(builtFolder, 'index.html'))) {
      building ??= build().finally(() => (building = null));
      await building;
    }
    const asked = normalize(ctx.path.slice('/graphiql/'.length) || 'index.html');
    const file = join(builtFolder, asked);
    const type = types[extname(file)];
    if (!file.startsWith(builtFolder + sep) || type === undefined || !existsSync(file))
      return next();
    ctx.set('Content-Security-Policy', contentPolicy);
    ctx.type = type;
    ctx.body = await readFile(file);
  };
}
