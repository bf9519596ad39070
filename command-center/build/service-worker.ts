/** Builds a service worker: the files that it keeps are written into it, so that it changes when they do. */
import { createHash } from 'node:crypto';
import type { Chunk } from './reach-of.ts';

export type Chunks = Record<string, Chunk & { code?: string; source?: unknown }>;

type KeptFiles = {
  worker: string;
  /** The word in the worker's code that the list takes the place of. */
  word: string;
  page: string;
  /** Beside the page, all by their names in the folder of the build. */
  files: readonly string[];
};

export function writeKeptFiles(chunks: Chunks, { worker, word, page, files: beside }: KeptFiles) {
  const built = chunks[worker];
  if (built?.code === undefined) throw new Error(`${worker} was not built`);
  // A plain service worker that imports anything does not start, and the page works on as if nothing was missing.
  if ((built.imports ?? []).length > 0) {
    throw new Error(`${worker} shares ${built.imports?.join(', ')} with a page`);
  }
  const files = [page, ...beside].map((file) => `/${file}`);
  const version = createHash('sha256')
    .update(files.join('\n'))
    .update(String(chunks[page]?.source))
    .digest('hex')
    .slice(0, 12);
  built.code = built.code.replaceAll(word, JSON.stringify({ version, files }));
}
