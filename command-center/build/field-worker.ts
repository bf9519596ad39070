/** Builds the field app's service worker: the list of the app's files goes into it, so that it changes when they do. */
import type { Plugin } from 'vite';
import { reachOf } from './reach-of.ts';
import { writeKeptFiles, type Chunks } from './service-worker.ts';

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
        const chunks = bundle as unknown as Chunks;
        const files = [...beside, ...filesOfField(chunks)];
        writeKeptFiles(chunks, { worker, word: '__FIELD_FILES__', page, files });
      },
    },
  };
}

/** Everything that the page reaches, lazily too; fonts and pictures in style sheets come in as they are met. */
function filesOfField(chunks: Chunks): string[] {
  const start = Object.values(chunks).find(
    ({ type, fileName }) => type === 'chunk' && /^assets\/field-[^/]+\.js$/.test(fileName),
  );
  if (start === undefined) throw new Error('the field page has no script');
  return [...reachOf(chunks, start.fileName, 'lazily-too')].sort();
}
