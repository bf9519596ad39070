import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { cesiumFiles } from './build/cesium-files.ts';
import { modernFontsOnly } from './build/modern-fonts-only.ts';

const server = process.env['GIS_SERVER_URL'] ?? 'http://127.0.0.1:8080';
const toServer = [
  '/graphql',
  '/session',
  '/tiles',
  '/live',
  '/upload',
  '/video',
  '/healthz',
  '/readyz',
];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), modernFontsOnly(), cesiumFiles()],
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
  },
  worker: { format: 'es' },
});
