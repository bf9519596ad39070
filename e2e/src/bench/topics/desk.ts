/** The desk in a browser before 100,000 cases, beside the same desk before the 2,000 of the demo's month. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { chromium } from 'playwright-core';
import { accountOf, startStack, type RunningStack } from '../../stack/stack.ts';
import { startBenchPostgres } from '../bench-postgres.ts';
import { benchRow, quantile, type Bench, type BenchRow } from '../bench-row.ts';
import { fillWithCases } from '../desk/many-cases.ts';
import { workAtDesk, type DeskCost } from '../desk/work-at-desk.ts';

/** So many times the cases, and the browser does about the same work. */
const comparedRatio = 1.5;

export const bench: Bench = async ({ quick }) => {
  const postgres = await startBenchPostgres();
  const stack = await startStack({
    env: { DATABASE_URL: postgres.url, SIMULATOR_INCIDENTS_PER_HOUR: '0' },
  });
  const client = new pg.Client({ connectionString: postgres.url });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  try {
    await client.connect();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const { name, password } = accountOf(stack, 'duty-officer');
    await page.goto(`${stack.url}/desk`);
    await page.locator('input[name=name]').fill(name);
    await page.locator('input[name=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.locator('[data-worklist="open"]').waitFor({ timeout: 120_000 });
    const few = await workAtDesk(page, stack.url);
    await fillWithCases(client, quick ? 20_000 : 100_000);
    await restartServer(stack);
    return rowsOf(await workAtDesk(page, stack.url), few);
  } finally {
    await browser.close();
    await client.end();
    await stack.stop();
    await postgres.stop();
  }
};

/** The map's points are read when the server starts. */
async function restartServer({ pids, url }: RunningStack): Promise<void> {
  process.kill(pids['gis-server'] ?? Number.NaN, 'SIGTERM');
  await sleep(3_000);
  for (let tries = 0; tries < 120; tries += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await sleep(1_000);
  }
  throw new Error('the server did not come back');
}

function rowsOf(many: DeskCost, few: DeskCost): BenchRow[] {
  const row = (name: string, of: (cost: DeskCost) => number): BenchRow =>
    benchRow(
      {
        ...{ case: name, ours: of(many), peer: of(few) },
        ...{ peerName: 'the same before 2,000', unit: 'ms' },
      },
      '<=',
      comparedRatio,
    );
  return [
    row('the desk opened, to its first row', ({ openMs }) => openMs),
    row('a key to the row it chooses, median', ({ keysMs }) => quantile(keysMs, 0.5)),
    row('a key to the row it chooses, 95 of 100', ({ keysMs }) => quantile(keysMs, 0.95)),
    row('the main thread busy, 90 keys and a scroll', ({ busyMs }) => busyMs),
  ];
}
