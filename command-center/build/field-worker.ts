/** Builds the field app's service worker: the list of the app's files goes into it, so that it changes when they do. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { reachOf, type Chunk } from './reach-of.ts';

const worker = 'field-worker.js';
const page = 'field.html';
/** Of the public folder, which no chunk names. */
const beside = ['field.webmanifest', 'cloud-eye.svg', 'field-192.png', 'field-512.png'];

export function fieldWorker(): Plugin {
  return {
    name: 'field-worker',
    configureServer: (server) => {
      server.middlewares.use((request, _response, next) => {
        if (/^\/field([/?#]|$)/.test(request.url ?? '')) request.url = `/${page}`;
        next();
      });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = bundle as unknown as Record<
          string,
          Chunk & { code?: string; source?: unknown }
        >;
        const built = chunks[worker];
        if (built?.code === undefined) throw new Error(`${worker} was not built`);
        // A plain service worker that imports anything does not start, and the page works on as if nothing was missing.
        if ((built.imports ?? []).length > 0) {
          throw new Error(`${worker} shares ${built.imports?.join(', ')} with a page`);
        }
        const files = [page, ...beside, ...filesOfField(chunks)].map((file) => `/${file}`);
        const version = createHash('sha256')
          .update(files.join('\n'))
          .update(String(chunks[page]?.source))
          .digest('hex')
          .slice(0, 12);
        built.code = built.code.replaceAll('__FIELD_FILES__', JSON.stringify({ version, files }));
      },
    },
  };
}

/** Everything that the page reaches, lazily too; fonts and pictures in style sheets come in as they are met. */
function filesOfField(chunks: Record<string, Chunk>): string[] {
  const start = Object.values(chunks).find(
    ({ type, fileName }) => type === 'chunk' && /^assets\/field-[^/]+\.js$/.test(fileName),
  );
  if (start === undefined) throw new Error('the field page has no script');
  return [...reachOf(chunks, start.fileName, 'lazily-too')].sort();
}
