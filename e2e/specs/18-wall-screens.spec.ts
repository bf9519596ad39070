import type { BrowserContext, Page } from '@playwright/test';
import { HallPage, type Stack } from '../pages/hall.page.ts';
import { breakableLine } from '../src/client/breakable-line.ts';
import type { City } from '../src/client/city.ts';
import { expect, keepPicture, test } from '../fixtures/test.ts';

const size = { width: 1280, height: 720 };
const patience = { timeout: 60_000 };

type Hung = { id: string; name: string; leftMm: number };
type Place = { leftMm?: number; widthMm?: number; widthPx?: number };

async function hang(city: City, name: string, place: Place = {}): Promise<Hung> {
  const leader = await city.as('shift-leader');
  const input = {
    commandId: crypto.randomUUID(),
    name,
    leftMm: 0,
    topMm: 0,
    widthMm: 1210,
    heightMm: 681,
    bezelMm: 2,
    widthPx: size.width,
    heightPx: size.height,
    ...place,
  };
  const { saveWallScreen } = await leader.get<{ saveWallScreen: { id: string } }>(
    'mutation ($input: WallScreenInput!) { saveWallScreen(input: $input) { id } }',
    { input },
  );
  return { id: saveWallScreen.id, name, leftMm: place.leftMm ?? 0 };
}

async function openScreen(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/screen`);
  await expect(page.locator('[data-code]')).toBeVisible(patience);
  return page;
}

/** At the desk, by hand: the screen is chosen and its code typed in. */
async function pairAtDesk(desk: HallPage, screen: Hung, page: Page): Promise<void> {
  const code = (await page.locator('[data-code]').getAttribute('data-code')) ?? '';
  await desk.page.locator(`[data-wall-screen="${screen.id}"]`).click();
  const detail = desk.page.locator(`[data-detail="${screen.id}"]`);
  await detail.locator('input[name="code"]').fill(code.toLowerCase());
  await detail.locator('[data-act="pair"]').click();
  await expect(page.locator(`[data-screen="${screen.id}"]`)).toBeVisible(patience);
}

async function openDesk(page: Page, stack: Stack, role: string): Promise<HallPage> {
  const desk = new HallPage(page, stack);
  await desk.open(role);
  await page.keyboard.press('w');
  await expect(page.getByRole('group', { name: /大厅各屏/ })).toBeVisible(patience);
  return desk;
}

async function signInForDuty(city: City): Promise<void> {
  const leader = await city.as('shift-leader');
  await leader.get(
    'mutation ($c: ID!) { signInForDuty(commandId: $c, post: SHIFT_LEADER) { id } }',
    { c: crypto.randomUUID() },
  );
}

async function unhang(city: City, { id }: Hung): Promise<void> {
  const leader = await city.as('shift-leader');
  const { wallScreens } = await leader.get<{ wallScreens: { id: string; version: number }[] }>(
    '{ wallScreens { id version } }',
  );
  const version = wallScreens.find((screen) => screen.id === id)?.version;
  if (version === undefined) return;
  await leader.get(
    'mutation ($c: ID!, $id: ID!, $v: Int!) { removeWallScreen(commandId: $c, id: $id, version: $v) }',
    {
      c: crypto.randomUUID(),
      id,
      v: version,
    },
  );
}

test('a screen is paired by its code, shows what the desk pushes, is back after a reload, and marks a broken line', async ({
  page,
  browser,
  city,
  stack,
}) => {
  test.slow();
  await signInForDuty(city);
  const screen = await hang(city, '左屏');
  const line = await breakableLine(stack.url);
  const context = await browser.newContext({ viewport: size });
  try {
    const face = await openScreen(context, line.url);
    const desk = await openDesk(page, stack, 'shift-leader');
    await pairAtDesk(desk, screen, face);

    await page.locator('[data-push="map"]').click();
    await expect(face.locator('[data-kind="map"]')).toBeVisible(patience);
    await expect(face.locator('[data-engine="flat"][data-ready="true"]')).toBeAttached(patience);
    const camera = (await city.cameras()).find(
      ({ state, permitted }) => state === 'online' && permitted,
    );
    if (camera === undefined) throw new Error('the demo has no camera that is online');
    const pushed = await pushCameraBeside(city, screen, camera.id);
    const tile = face.locator(`[data-camera="${camera.id}"] [data-picture-state]`);
    await expect(tile).toHaveAttribute('data-picture-state', 'live', patience);
    const [look] = await city.views(camera.id);
    expect(look).toMatchObject({ closedAt: null });
    await expect(face.locator(`[data-version="${pushed}"]`)).toBeVisible();
    await expect(page.locator(`[data-detail="${screen.id}"] [data-health="good"]`)).toBeVisible(
      patience,
    );
    await expect(
      page.locator(`[data-wall-screen="${screen.id}"] img[data-map-picture]`),
    ).toBeVisible(patience);
    await keepPicture(face, 'screen-face.png');
    await keepPicture(page, 'wall-desk.png');

    await face.evaluate(() => document.body.setAttribute('data-before', ''));
    await page.locator(`[data-detail="${screen.id}"] [data-act="reload-screen"]`).click();
    await expect(face.locator('[data-before]')).toHaveCount(0, patience);
    await expect(face.locator(`[data-version="${pushed}"] [data-kind="map"]`)).toBeVisible(
      patience,
    );
    await expect(tile).toHaveAttribute('data-picture-state', 'live', patience);

    await face.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    line.cut();
    await expect(face.locator('[data-offline]')).toContainText('离线', patience);
    await expect(face.locator('[data-kind="map"]')).toBeVisible();
    await expect(
      page.locator(`[data-wall-screen="${screen.id}"] [data-look="offline"]`),
    ).toBeVisible(patience);
    // Switched off and on while the server is away: what it showed last, and since when.
    const lostSince = await face.locator('[data-offline]').textContent();
    await face.reload();
    await expect(face.locator(`[data-version="${pushed}"] [data-kind="map"] img`)).toBeVisible(
      patience,
    );
    await expect(face.locator('[data-offline]')).toHaveText(lostSince ?? '', patience);
    line.mend();
    await expect(face.locator('[data-offline]')).toHaveCount(0, patience);

    const small = page.locator(`[data-wall-screen="${screen.id}"]`);
    await expect(small.locator('[data-look="good"]')).toBeVisible(patience);
    await expect(small.locator('[data-picture-age]')).toBeVisible();
    line.stall();
    await expect(small.locator('[data-look="offline"]')).toBeVisible(patience);
    line.mend();
    await expect(small.locator('[data-look="good"]')).toBeVisible(patience);

    await page.locator(`[data-detail="${screen.id}"] [data-act="unpair"]`).click();
    await expect(face.locator('[data-code]')).toBeVisible(patience);
  } finally {
    await line.close();
    await context.close();
    await unhang(city, screen);
  }
});

async function pushCameraBeside(city: City, screen: Hung, cameraId: string): Promise<number> {
  const officer = await city.as('duty-officer');
  const { wallScreens } = await officer.get<{
    wallScreens: {
      id: string;
      showing: { version: number; content: { tiles: object[] } } | null;
    }[];
  }>('{ wallScreens { id showing { version content } } }');
  const showing = wallScreens.find(({ id }) => id === screen.id)?.showing;
  const rect = { leftMm: screen.leftMm + 726, topMm: 0, widthMm: 484, heightMm: 681 };
  const camera = { id: 'camera', kind: 'cameras', rect, cameras: [{ cameraId, incidentId: null }] };
  const input = {
    commandId: crypto.randomUUID(),
    screenId: screen.id,
    seenVersion: showing?.version ?? 0,
    content: { tiles: [...(showing?.content.tiles ?? []), camera] },
  };
  const { pushToWallScreen } = await officer.get<{ pushToWallScreen: { version: number } }>(
    'mutation ($input: WallPushInput!) { pushToWallScreen(input: $input) { version } }',
    { input },
  );
  return pushToWallScreen.version;
}

test('two operators push onto one screen: the later sees whose is there, decides, and nothing is lost; a deleted camera says so in its place', async ({
  page,
  browser,
  city,
  stack,
}) => {
  test.slow();
  const screen = await hang(city, '右屏', { leftMm: 1214 });
  const context = await browser.newContext({ viewport: size });
  try {
    const face = await openScreen(context, stack.url);
    const desk = await openDesk(page, stack, 'shift-leader');
    await pairAtDesk(desk, screen, face);
    await page.locator('[data-push="incidents"]').click();
    await expect(face.locator('[data-kind="panel"]')).toBeVisible(patience);

    // The desk hears nothing of the other's push until it has pushed itself.
    await page.route('**/graphql', async (route) => {
      const isAsking = route.request().postData()?.includes('WallScreens') ?? false;
      if (isAsking) await route.abort();
      else await route.continue();
    });
    await pushCameraBeside(city, screen, 'no-such-camera');
    await expect(
      face.locator('[data-camera="no-such-camera"] [data-reason="not-found"]'),
    ).toBeVisible(patience);
    await expect(face.locator('[data-kind="panel"]')).toBeVisible();

    await page.locator('[data-push="clock"]').click();
    const refused = page.locator('[data-refused="screen-changed"]');
    await expect(refused.locator('[data-theirs]')).toContainText('视频', patience);
    await expect(refused.locator('[data-yours]')).toContainText('面板');
    await page.unroute('**/graphql');
    await refused.locator('[data-act="replace"]').click();
    await expect(face.locator('[data-camera="no-such-camera"]')).toHaveCount(0, patience);
    await expect(
      page.locator(`[data-detail="${screen.id}"] [data-act="put-back"]`).first(),
    ).toBeVisible(patience);
    await page.locator(`[data-detail="${screen.id}"] [data-act="put-back"]`).first().click();
    await expect(face.locator('[data-camera="no-such-camera"]')).toBeVisible(patience);
  } finally {
    await context.close();
    await unhang(city, screen);
  }
});
