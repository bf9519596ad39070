import { defineConfig } from 'vitest/config';

/** What takes its time runs with `npm run faults` alone. */
const slow = process.env['SLOW_TESTS'] === undefined ? ['**/*.slow.test.ts'] : [];

const nodeProject = (name: string) => ({
  test: {
    name,
    root: `./${name}`,
    include: ['src/**/*.test.ts'],
    exclude: ['**/*.db.test.ts', ...slow],
    // What is waited for is an event; a machine that does much else beside is no fault.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // A machine that stalls for a minute is not a broken promise: what needed its second try is named in the output.
    retry: 1,
  },
});

/** What the gateway promises with its two halves joined by the exchange link: the same tests as in one process. */
const splitGateway = {
  test: {
    ...nodeProject('video-gateway').test,
    name: 'video-gateway-split',
    env: { VIDEO_ARRANGEMENT: 'split' },
    include: [
      'src/playing.test.ts',
      'src/playback/playback.test.ts',
      'src/ptz/simulated-heads.test.ts',
      // The rest of what crosses the link takes its time: with `npm run faults`.
      ...(process.env['SLOW_TESTS'] === undefined
        ? []
        : [
            'src/playing-many.test.ts',
            'src/low-latency-hls.test.ts',
            'src/playback/export/export.test.ts',
            'src/platforms/simulated-platforms.test.ts',
            'src/sweep/camera-sweep.test.ts',
            'src/views/warm-ups.test.ts',
          ]),
    ],
  },
};

export default defineConfig({
  test: {
    // More than the two cores of a small machine: most of what video tests do is wait for pictures. Two more runs, of the
    // database tests, stand beside them.
    maxWorkers: 4,
    projects: [
      nodeProject('grid-data'),
      nodeProject('tiles'),
      nodeProject('gis-server'),
      nodeProject('video-gateway'),
      splitGateway,
      nodeProject('e2e'),
      './command-center/vitest.config.ts',
      './gis-server/vitest.db.config.ts',
    ],
  },
});
