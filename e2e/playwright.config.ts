import { defineConfig } from '@playwright/test';
import { join } from 'node:path';

/** Debian's Chromium; the flags keep it from looking for anything outside and let it render without a GPU. */
const chromiumArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--autoplay-policy=no-user-gesture-required',
];

export default defineConfig({
  testDir: './specs',
  outputDir: './output/results',
  globalSetup: './src/stack/global-setup.ts',
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  // A machine that stalls for a minute is not a broken promise: what needed its second try is named as flaky.
  retries: 1,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1920, height: 1080 },
    // Without a graphics card each pixel costs: half as many a side, and two pages on one map take half the time.
    deviceScaleFactor: process.env['SCREENSHOTS'] === undefined ? 0.5 : 1,
    launchOptions: { executablePath: '/usr/bin/chromium', args: chromiumArguments },
    screenshot: 'only-on-failure',
    // A trace takes pictures all the while, which without a graphics card costs as much as the page itself.
    trace: 'on-first-retry',
  },
  metadata: { screenshots: join(import.meta.dirname, 'output', 'screenshots') },
});
