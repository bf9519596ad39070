/** Cesium reads workers and assets at run time from one folder: /cesium/, copied on build, served in place in development. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import type { Plugin } from 'vite';

const engine = dirname(createRequire(import.meta.url).resolve('@cesium/engine/package.json'));

const folders: Record<string, readonly string[]> = {
  Assets: [join(engine, 'Source/Assets')],
  Workers: [join(engine, 'Build/Workers')],
  ThirdParty: [join(engine, 'Source/ThirdParty'), join(engine, 'Build/ThirdParty')],
};

const mimeTypes: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.xml': 'application/xml',
};

export function cesiumFiles(): Plugin {
  let outDir = 'dist';
  return {
    name: 'cesium-files',
    config: () => ({ define: { CESIUM_BASE_URL: JSON.stringify('/cesium/') } }),
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir);
    },
    configureServer: (server) => {
      server.middlewares.use('/cesium', (request, response, next) => {
        const file = fileFor((request.url ?? '').split('?')[0] ?? '');
        if (!file) return next();
        response.setHeader('content-type', mimeTypes[extname(file)] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      });
    },
    writeBundle: async () => {
      for (const [name, sources] of Object.entries(folders)) {
        for (const from of sources) {
          await cp(from, join(outDir, 'cesium', name), { recursive: true });
        }
      }
    },
  };
}

function fileFor(path: string): string | null {
  const [, name, ...rest] = normalize(decodeURIComponent(path)).split('/');
  if (rest.includes('..')) return null;
  const candidates = (folders[name ?? ''] ?? []).map((folder) => join(folder, ...rest));
  return candidates.find((file) => existsSync(file) && statSync(file).isFile()) ?? null;
}
