import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/graphiql/',
  build: { outDir: '../dist/graphiql', emptyOutDir: true, chunkSizeWarningLimit: 8_000 },
});
