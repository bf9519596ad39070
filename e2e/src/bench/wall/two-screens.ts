/** Two screens of one hall, paired, side by side in one browser, with a map across both. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { City } from '../../client/city.ts';
import type { SessionClient } from '../../client/session-client.ts';
import { startStack, type RunningStack } from '../../stack/stack.ts';

// Drawn without a graphics card: smaller screens leave the machine time for its clocks.
const size = { width: 640, height: 360 };
const rect = (leftMm: number, widthMm = 1210) => ({ leftMm, topMm: 0, widthMm, heightMm: 681 });
const patience = { timeout: 120_000 };

export type TwoScreens = {
  pages: readonly [Page, Page];
  leader: SessionClient;
  /** Moves the map by so many degrees to the east. */
  move: (eastDegrees: number) => Promise<void>;
  close: () => Promise<void>;
};

/** CLOUD_EYE_STACK names the stack file of one that runs already. */
async function stackToMeasure(): Promise<
  Pick<RunningStack, 'url' | 'accounts' | 'addresses' | 'stop'>
> {
  const given = process.env['CLOUD_EYE_STACK'];
  if (given === undefined) return startStack();
  const running = JSON.parse(readFileSync(given, 'utf8')) as RunningStack;
  return { ...running, stop: () => Promise.resolve(0) };
}

export async function openTwoScreens(): Promise<TwoScreens> {
  const stack = await stackToMeasure();
  const city = new City(stack);
  const leader = await city.as('shift-leader');
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  const ids: string[] = [];
  const pages: Page[] = [];
  for (const leftMm of [0, 1214]) {
    // A profile of its own: each machine of a hall holds its own session.
    const context = await browser.newContext({ viewport: size });
    const page = await context.newPage();
    ids.push(await hangAndPair(leader, page, { url: stack.url, leftMm }));
    pages.push(page);
  }
  const { area } = await leader.get<{ area: { center: { longitude: number; latitude: number } } }>(
    '{ area { center { longitude latitude } } }',
  );
  let view = { ...area.center, metersPerMm: 4, bearingDeg: 0, pitchDeg: 0 };
  const layers = ['areas', 'incidents'];
  const map = { id: 'joined', kind: 'map', engine: 'flat', layers, rect: rect(0, 2424) };
  for (const screenId of ids) {
    const content = { tiles: [{ ...map, viewpoint: view }] };
    const input = { commandId: randomUUID(), screenId, seenVersion: 0, content };
    await leader.get(
      'mutation ($input: WallPushInput!) { pushToWallScreen(input: $input) { version } }',
      { input },
    );
  }
  for (const page of pages) await untilMapIsDrawn(page);
  return {
    pages: pages as unknown as [Page, Page],
    leader,
    async move(eastDegrees) {
      view = { ...view, longitude: view.longitude + eastDegrees };
      await leader.get(
        `mutation ($c: ID!, $id: ID!, $view: WallViewInput!) {
          moveWallView(commandId: $c, screenId: $id, tileId: "joined", view: $view) { version } }`,
        { c: randomUUID(), id: ids[0], view },
      );
    },
    async close() {
      await browser.close();
      for (const id of ids) await unhang(leader, id);
      await stack.stop();
    },
  };
}

export async function untilMapIsDrawn(page: Page): Promise<void> {
  await page
    .locator('[data-engine][data-ready="true"]')
    .waitFor({ ...patience, state: 'attached' });
}

async function hangAndPair(
  leader: SessionClient,
  page: Page,
  { url, leftMm }: { url: string; leftMm: number },
): Promise<string> {
  const px = { widthPx: size.width, heightPx: size.height };
  const input = { commandId: randomUUID(), name: `${leftMm}`, bezelMm: 2, ...px, ...rect(leftMm) };
  const { saveWallScreen: screen } = await leader.get<{ saveWallScreen: { id: string } }>(
    'mutation ($input: WallScreenInput!) { saveWallScreen(input: $input) { id } }',
    { input },
  );
  await page.goto(`${url}/screen`);
  const code = await page.locator('[data-code]').getAttribute('data-code', patience);
  await leader.get(
    'mutation ($c: ID!, $id: ID!, $code: String!) { pairWallScreen(commandId: $c, id: $id, code: $code) { id } }',
    { c: randomUUID(), id: screen.id, code },
  );
  await page.locator(`[data-screen="${screen.id}"]`).waitFor(patience);
  return screen.id;
}

async function unhang(leader: SessionClient, id: string): Promise<void> {
  await leader.get(
    'mutation ($c: ID!, $id: ID!) { removeWallScreen(commandId: $c, id: $id, version: 1) }',
    { c: randomUUID(), id },
  );
}
