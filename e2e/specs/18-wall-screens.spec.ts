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

test('two screens of one map look at one ground once it has come to rest: each at its own part', async ({
  browser,
  city,
  stack,
}) => {
  test.slow();
  const hung = [await hang(city, '拼接左'), await hang(city, '拼接右', { leftMm: 1214 })] as const;
  const contexts = await Promise.all(hung.map(() => browser.newContext({ viewport: size })));
  const leader = await city.as('shift-leader');
  const c = () => crypto.randomUUID();
  try {
    const faces = await Promise.all(contexts.map((each) => openScreen(each, stack.url)));
    for (const [i, { id }] of hung.entries()) {
      const code = await faces[i]!.locator('[data-code]').getAttribute('data-code');
      await leader.get(
        'mutation ($c: ID!, $id: ID!, $code: String!) { pairWallScreen(commandId: $c, id: $id, code: $code) { id } }',
        { c: c(), id, code },
      );
    }
    const { area } = await leader.get<{
      area: { center: { longitude: number; latitude: number } };
    }>('{ area { center { longitude latitude } } }');
    const view = { ...area.center, metersPerMm: 4, bearingDeg: 0, pitchDeg: 0 };
    const rect = { leftMm: 0, topMm: 0, widthMm: 2424, heightMm: 681 };
    const map = { id: 'joined', kind: 'map', engine: 'flat', layers: ['areas'], rect };
    for (const { id: screenId } of hung) {
      const content = { tiles: [{ ...map, viewpoint: view }] };
      await leader.get(
        'mutation ($input: WallPushInput!) { pushToWallScreen(input: $input) { version } }',
        { input: { commandId: c(), screenId, seenVersion: 0, content } },
      );
    }
    for (const face of faces) {
      await expect(face.locator('[data-engine="flat"][data-ready="true"]')).toBeAttached(patience);
    }
    const longitude = view.longitude + 0.05;
    await leader.get(
      'mutation ($c: ID!, $id: ID!, $view: WallViewInput!) { moveWallView(commandId: $c, screenId: $id, tileId: "joined", view: $view) { version } }',
      { c: c(), id: hung[0].id, view: { ...view, longitude, metersPerMm: 2 } },
    );
    const restingAt = async () =>
      Promise.all(
        faces.map(async (face) =>
          ((await face.locator('[data-resting-at]').getAttribute('data-resting-at')) ?? '')
            .split(',')
            .map(Number),
        ),
      );
    // Of 1,210 mm in 1,280 pixels, a pixel is 2 metres times their ratio.
    const metersPerPixel = (2 * 1210) / size.width;
    await expect
      .poll(
        async () => (await restingAt()).every(([, , mpp]) => isNear(mpp, metersPerPixel, 1e-3)),
        {
          timeout: 60_000,
        },
      )
      .toBe(true);
    const [left, right] = await restingAt();
    expect(isNear(left?.[1], right?.[1] ?? 0, 1e-6)).toBe(true);
    expect(isNear(((left?.[0] ?? 0) + (right?.[0] ?? 0)) / 2, longitude, 1e-5)).toBe(true);
    const metersPerDegree = 111_319.49 * Math.cos((view.latitude * Math.PI) / 180);
    const apartMeters = ((right?.[0] ?? 0) - (left?.[0] ?? 0)) * metersPerDegree;
    // From middle to middle: the screens hang 1,214 mm apart, the bezels between them included.
    expect(Math.abs(apartMeters - 1214 * 2)).toBeLessThan(2 * metersPerPixel);
  } finally {
    await Promise.all(contexts.map((each) => each.close()));
    for (const each of hung) await unhang(city, each);
  }
});

function isNear(one: number | undefined, other: number, share: number): boolean {
  return one !== undefined && Math.abs(one - other) <= Math.abs(other) * share;
}
