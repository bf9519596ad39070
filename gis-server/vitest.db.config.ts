import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/** Database tests: one embedded and one PostgreSQL server for the whole run, files one after the other. */
export default defineConfig({
  // As Node itself resolves it: two copies of graphql in one process refuse each other's schemas.
  resolve: { alias: { graphql: createRequire(import.meta.url).resolve('graphql') } },
  test: {
    name: 'gis-server-db',
    root: import.meta.dirname,
    include: ['src/**/*.db.test.ts'],
    globalSetup: ['src/database/testing/global-setup.ts'],
    fileParallelism: false,
    // One after the other in one process: what they share is read once.
    isolate: false,
    sequence: { groupOrder: 1 },
    testTimeout: 90_000,
    hookTimeout: 90_000,
    retry: 1,
  },
});
