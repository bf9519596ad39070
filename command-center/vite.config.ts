import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { cesiumFiles } from './build/cesium-files.ts';
import { fieldWorker } from './build/field-worker.ts';
import { screenWorker } from './build/screen-worker.ts';
import { modernFontsOnly } from './build/modern-fonts-only.ts';

const server = process.env['GIS_SERVER_URL'] ?? 'http://127.0.0.1:8080';
const toServer = [
  '/graphql',
  '/session',
  '/photos',
  '/citizen/',
  '/tiles',
  '/live',
  '/upload',
  '/photos',
  '/video',
  '/healthz',
  '/readyz',
];

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react(), modernFontsOnly(), cesiumFiles(), fieldWorker(), screenWorker()],
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(toServer.map((path) => [path, { target: server, ws: true }])),
  },
  build: {
    target: 'es2023',
    // The content security policy takes fonts from files only, not from data addresses.
    assetsInlineLimit: 0,
    // The flat map's chunk is 2.2 MB raw by nature (maplibre-gl and deck.gl).
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: {
        main: here('index.html'),
        field: here('field.html'),
        'field-worker': here('src/field/offline/field-worker.ts'),
        'screen-worker': here('src/wall/offline/screen-worker.ts'),
      },
      output: {
        // A service worker keeps its name: the browser compares what it finds there with what it has.
        entryFileNames: ({ name }) =>
          name === 'field-worker' || name === 'screen-worker'
            ? '[name].js'
            : 'assets/[name]-[hash].js',
      },
    },
  },
  worker: { format: 'es' },
});
