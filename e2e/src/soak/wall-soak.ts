/**
 * `npm run soak -- wall [--quick]`: half an hour of a hall in which something happens all the while, on one page that is
 * never reloaded. What the page holds, its nodes and its listeners are read after its garbage is collected.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { City } from '../client/city.ts';
import { givenOrOwnStack } from '../stack/given-stack.ts';
import { accountOf } from '../stack/stack.ts';
import { repositoryRoot } from '../verify/run-command.ts';
import { growthPerStep } from './growth.ts';
import { hallRound } from './hall-round.ts';

const quick = process.argv.includes('--quick');
const forMs = (quick ? 4 : 30) * 60_000;
/** The first rounds load what is loaded on demand. */
const settlingRounds = 2;
/** In a round happens what happens in a quarter of an hour: a day has a hundred. */
const most = { heapKb: 150, nodes: 15, listeners: 8 };

type Sample = { round: number; heapKb: number; nodes: number; listeners: number };

const { stack, stop } = await givenOrOwnStack({
  args: ['--scale', '0.1'],
  env: { SIMULATOR_INCIDENTS_PER_HOUR: '0' },
});
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
try {
  const samples = await soak();
  tell(samples);
} finally {
  await browser.close();
  await stop();
}

async function soak(): Promise<Sample[]> {
  const city = new City(stack);
  const camera = (await city.cameras()).find(({ state }) => state === 'online')!;
  const page = await openHall();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const samples: Sample[] = [];
  const until = Date.now() + forMs;
  for (let round = 1; Date.now() < until; round += 1) {
    await hallRound(page, city, camera);
    const sample = { round, ...(await held(session)) };
    samples.push(sample);
    console.log(
      `round ${round}: ${sample.heapKb} kB, ${sample.nodes} nodes, ${sample.listeners} listeners`,
    );
  }
  return samples;
}

async function openHall(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const { name, password } = accountOf(stack, 'duty-officer');
  await page.goto(`${stack.url}/?layers=areas,incidents,cameras`);
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page
    .locator('[data-engine="flat"][data-ready="true"]')
    .waitFor({ timeout: 240_000, state: 'attached' });
  return page;
}

async function held(session: CDPSession): Promise<Omit<Sample, 'round'>> {
  // Twice: what a finalizer lets go of goes with the second.
  for (let turn = 0; turn < 2; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const figure = (wanted: string): number =>
    metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return {
    heapKb: Math.round(figure('JSHeapUsedSize') / 1024),
    nodes: figure('Nodes'),
    listeners: figure('JSEventListeners'),
  };
}

function tell(samples: readonly Sample[]): void {
  const settled = samples.slice(settlingRounds);
  if (settled.length < 3) throw new Error(`only ${samples.length} rounds: too few for a slope`);
  const slope = (pick: (sample: Sample) => number): number =>
    Number(growthPerStep(settled.map(pick)).toFixed(1));
  const perRound = {
    heapKb: slope(({ heapKb }) => heapKb),
    nodes: slope(({ nodes }) => nodes),
    listeners: slope(({ listeners }) => listeners),
  };
  mkdirSync(join(repositoryRoot, 'bench-results'), { recursive: true });
  const file = join(repositoryRoot, 'bench-results', 'soak-wall.json');
  writeFileSync(
    file,
    `${JSON.stringify({ minutes: forMs / 60_000, perRound, most, samples }, null, 2)}\n`,
  );
  const { heapKb, nodes, listeners } = perRound;
  console.log(
    `${samples.length} rounds: a round leaves ${heapKb} kB, ${nodes} nodes, ${listeners} listeners behind`,
  );
  const isFlat = heapKb <= most.heapKb && nodes <= most.nodes && listeners <= most.listeners;
  console.log(isFlat ? '✓ flat' : '✗ not flat');
  process.exitCode = isFlat ? 0 : 1;
}
