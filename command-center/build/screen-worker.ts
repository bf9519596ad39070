/** Builds the service worker of a screen: the files that its page starts with go into it, so that it changes when they do. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { reachOf, type Chunk } from './reach-of.ts';

const worker = 'screen-worker.js';
const page = 'index.html';
/** Of the main page what it needs at once; of these what they may need later, too, for then no server may be there. */
const partsOfScreen = ['/wall/screen/ScreenPage.tsx', '/wall/screen/ScreenWatchdog.tsx'];

export function screenWorker(): Plugin {
  return {
    name: 'screen-worker',
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
        const files = [page, 'cloud-eye.svg', ...filesOfScreen(chunks)].map((file) => `/${file}`);
        const version = createHash('sha256')
          .update(files.join('\n'))
          .update(String(chunks[page]?.source))
          .digest('hex')
          .slice(0, 12);
        built.code = built.code.replaceAll('__SCREEN_FILES__', JSON.stringify({ version, files }));
      },
    },
  };
}

function filesOfScreen(chunks: Record<string, Chunk>): string[] {
  const all = Object.values(chunks).filter(({ type }) => type === 'chunk');
  const main = all.find(({ fileName }) => /^assets\/main-[^/]+\.js$/.test(fileName));
  if (main === undefined) throw new Error('the main page has no script');
  const parts = partsOfScreen.map((module) => {
    const part = all.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
    if (part === undefined) throw new Error(`${module} has no chunk of its own`);
    return reachOf(chunks, part.fileName, 'lazily-too');
  });
  const found = [reachOf(chunks, main.fileName, 'at-once'), ...parts];
  return [...new Set(found.flatMap((files) => [...files]))].sort();
}
