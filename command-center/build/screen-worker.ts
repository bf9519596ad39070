/** Builds the service worker of a screen: the files that its page starts with go into it, so that it changes when they do. */
import type { Plugin } from 'vite';
import { reachOf } from './reach-of.ts';
import { writeKeptFiles, type Chunks } from './service-worker.ts';

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
        const chunks = bundle as unknown as Chunks;
        const files = ['cloud-eye.svg', ...filesOfScreen(chunks)];
        writeKeptFiles(chunks, { worker, word: '__SCREEN_FILES__', page, files });
      },
    },
  };
}

function filesOfScreen(chunks: Chunks): string[] {
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
