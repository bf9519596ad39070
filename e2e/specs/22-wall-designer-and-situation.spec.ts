import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { HallPage } from '../pages/hall.page.ts';
import type { City } from '../src/client/city.ts';
import { expect, keepPicture, test } from '../fixtures/test.ts';

const patience = { timeout: 60_000 };

type Screen = { id: string; name: string; version: number; leftMm: number; topMm: number };
const place = { topMm: 0, widthMm: 1210, heightMm: 681, bezelMm: 2, widthPx: 1920, heightPx: 1080 };

async function hang(city: City, name: string, leftMm: number): Promise<string> {
  const chief = await city.as('shift-leader');
  const input = { commandId: crypto.randomUUID(), name, leftMm, ...place };
  const { saveWallScreen } = await chief.get<{ saveWallScreen: { id: string } }>(
    'mutation ($i: WallScreenInput!) { saveWallScreen(input: $i) { id } }',
    { i: input },
  );
  return saveWallScreen.id;
}

async function screensOf(city: City): Promise<Screen[]> {
  const chief = await city.as('shift-leader');
  return (
    await chief.get<{ wallScreens: Screen[] }>('{ wallScreens { id name version leftMm topMm } }')
  ).wallScreens;
}

async function unhangAll(city: City, names: readonly string[]): Promise<void> {
  const chief = await city.as('shift-leader');
  for (const { id, name, version } of await screensOf(city)) {
    if (!names.includes(name)) continue;
    await chief.get(
      'mutation ($c: ID!, $id: ID!, $v: Int!) { removeWallScreen(commandId: $c, id: $id, version: $v) }',
      { c: crypto.randomUUID(), id, v: version },
    );
  }
}

/** What somebody else saves meanwhile. */
async function saveScene(
  city: City,
  scene: { id?: string; version?: number; name: string; tiles: object[] },
) {
  const officer = await city.as('duty-officer');
  const { tiles, ...rest } = scene;
  const input = { commandId: crypto.randomUUID(), ...rest, draft: { tiles } };
  const { saveWallScene } = await officer.get<{ saveWallScene: { id: string; version: number } }>(
    'mutation ($i: WallSceneInput!) { saveWallScene(input: $i) { id version } }',
    { i: input },
  );
  return saveWallScene;
}

async function removeScenes(city: City, names: readonly string[]): Promise<void> {
  const officer = await city.as('duty-officer');
  const { wallScenes } = await officer.get<{
    wallScenes: { id: string; name: string; version: number }[];
  }>('{ wallScenes { id name version } }');
  for (const { id, version } of wallScenes.filter(({ name }) => names.includes(name))) {
    await officer.get(
      'mutation ($c: ID!, $id: ID!, $v: Int!) { removeWallScene(commandId: $c, id: $id, version: $v) }',
      { c: crypto.randomUUID(), id, v: version },
    );
  }
}

/** By the middle of one to a point beside it, in two steps as a hand does. */
async function dragBy(page: Page, box: Locator, x: number, y: number): Promise<void> {
  const at = await box.boundingBox();
  if (at === null) throw new Error('nothing to drag');
  const [fromX, fromY] = [at.x + at.width / 2, at.y + at.height / 2];
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(fromX + x / 2, fromY + y / 2);
  await page.mouse.move(fromX + x, fromY + y);
  await page.mouse.up();
}

/** What the browser tells of a drag, without the hand's way between. */
async function dropOnto(page: Page, piece: Locator, onto: Locator): Promise<void> {
  const dataTransfer = await page.evaluateHandle(() => new DataTransfer());
  await piece.dispatchEvent('dragstart', { dataTransfer });
  const box = (await onto.boundingBox())!;
  const [clientX, clientY] = [box.x + box.width / 2, box.y + box.height / 2];
  await onto.dispatchEvent('drop', { dataTransfer, clientX, clientY });
}

test('a wall is designed on its plan: screens snap together, scenes are put into cells, of two who save at once nothing is lost', async ({
  page,
  city,
  stack,
}) => {
  test.slow();
  const names = ['设计左屏', '设计右屏'];
  const scenes = ['晨会', '晨会（副本）', '他人的晨会'];
  const left = await hang(city, names[0]!, 0);
  const right = await hang(city, names[1]!, 1_400);
  try {
    const hall = new HallPage(page, stack);
    await hall.open('shift-leader', { path: '/wall-designer', layers: 'areas' });
    await page.locator('[data-tab="layout"]').click();
    const moved = page.locator(`[data-box="${right}"]`);
    await expect(moved).toBeVisible(patience);

    // 186 mm to the left would do; the hand stops 10 mm short and it snaps all the same.
    const perPx = 1210 / (await moved.boundingBox())!.width;
    await dragBy(page, moved, -176 / perPx, -6 / perPx);
    await expect(page.locator('[data-joined="2"]')).toBeVisible(patience);
    await moved.press('ArrowDown');
    await expect(page.locator('[data-fault]')).toHaveCount(0);
    await page.locator('[data-act="undo"]').click();
    await keepPicture(page, 'wall-designer-layout.png');
    await page.locator('[data-act="save-layout"]').click();
    await expect
      .poll(async () => (await screensOf(city)).find(({ id }) => id === right), patience)
      .toMatchObject({ leftMm: 1_214, topMm: 0 });

    await page.locator('[data-tab="scenes"]').click();
    await page.locator('[data-scene-choice]').selectOption('');
    await page.locator('[data-scene-name]').fill('晨会');
    const backdrop = (id: string) => page.locator(`[data-backdrop="${id}"]`);
    await dropOnto(page, page.locator('[data-piece="map"]'), backdrop(left));
    await dropOnto(page, page.locator('[data-piece="grades"]'), backdrop(right));
    await expect(page.locator('[data-look="tile"]')).toHaveCount(2, patience);
    // By the keys: half a screen narrower, cell by cell.
    const grades = page.locator('[data-look="tile"]').nth(1).locator('[data-box]');
    const before = (await grades.boundingBox())!.width;
    await grades.press('Shift+ArrowLeft');
    await expect.poll(async () => (await grades.boundingBox())!.width).toBeLessThan(before * 0.8);
    await page.locator('[data-act="save-scene"]').click();
    await expect(page.locator('[data-scene-state]')).toContainText('第 1 版未发布', patience);
    await keepPicture(page, 'wall-designer-scene.png');

    const id = await page.locator('[data-scene-choice]').inputValue();
    const camera = { cameraId: 'no-such-camera', incidentId: null };
    const rect = { leftMm: 0, topMm: 0, widthMm: 1210, heightMm: 681 };
    const gone = { id: 'gone', kind: 'cameras', rect, cameras: [camera] };
    await saveScene(city, { id, version: 1, name: '他人的晨会', tiles: [gone] });
    await page.locator('[data-piece="clock"]').click();
    await page.locator('[data-act="save-scene"]').click();
    const conflict = page.locator('[data-conflict="scene"]');
    await expect(conflict.locator('[data-version="mine"]')).toContainText('晨会', patience);
    await expect(conflict.locator('[data-version="theirs"]')).toContainText('他人的晨会');
    await keepPicture(page, 'wall-designer-conflict.png');
    await conflict.locator('[data-act="keep-both"]').click();
    await expect(page.locator('[data-scene-name]')).toHaveValue('晨会（副本）', patience);

    await page.locator('[data-scene-choice]').selectOption(id);
    await expect(page.locator('[data-cell-camera="no-such-camera"][data-gone]')).toContainText(
      '摄像机已删除',
      patience,
    );
    await dropOnto(page, page.locator('[data-piece="limits"]'), backdrop(right));
    await page.locator('[data-act="preview"]').click();
    await expect(page.locator('[data-preview] [data-wall-card="limits"]')).toBeVisible(patience);
    await expect(page.locator('[data-preview] [data-panel="limits"]')).toBeVisible(patience);
    await keepPicture(page, 'wall-designer-preview.png');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-preview]')).toHaveCount(0);
  } finally {
    await removeScenes(city, scenes);
    await unhangAll(city, names);
  }
});

/** Words and numbers that are wider than the card they stand on. */
const outsideOfCards = (board: Locator): Promise<string[]> =>
  board.evaluate((element) =>
    [...element.querySelectorAll('[data-panel]')].flatMap((card) => {
      const right = card.getBoundingClientRect().right;
      return [...card.querySelectorAll('span, button, p')]
        .filter((each) => each.getBoundingClientRect().right > right + 0.5)
        .map((each) => `${card.getAttribute('data-panel')}: ${each.textContent}`);
    }),
  );

test('a number opens as many rows as it says; an area and an incident re-scope all panels, a chip undoes it, the address keeps it; an instruction comes back with its receipt', async ({
  page,
  city,
  stack,
}) => {
  test.slow();
  const hall = new HallPage(page, stack);
  await hall.open('leader', { layers: 'areas,incidents' });
  const board = page.locator('[data-situation]');
  await expect(board).toBeVisible(patience);
  await expect(board.locator('[data-panel="today"] [data-change]').first()).toBeVisible();
  expect(await outsideOfCards(board), 'no number leaves its card').toEqual([]);

  await board.locator('[data-panel="grades"] [data-number="open"]').click();
  const rows = page.locator('[data-rows="open"]');
  await expect(rows).toBeVisible(patience);
  const listed = rows.locator('[data-incident]');
  const more = rows.locator('[data-more]');
  while (await more.isVisible()) {
    const before = await listed.count();
    await more.click();
    await expect.poll(() => listed.count(), patience).toBeGreaterThan(before);
  }
  const count = Number(await rows.getAttribute('data-rows-count'));
  await expect(listed).toHaveCount(count);
  await expect(board.locator('[data-panel="grades"] [data-number="open"]')).toHaveAttribute(
    'data-count',
    String(count),
  );
  expect(await board.getAttribute('data-as-of-seq')).toBe(
    await rows.getAttribute('data-as-of-seq'),
  );
  await keepPicture(page, 'situation-leader.png');

  // What other systems of the city say stands beside it, with whose word it is.
  await expect(page.locator('[data-weather="fresh"]')).toContainText('示意');
  const homes = board.locator('[data-number="theme:civil-affairs:elder-homes"]');
  await homes.click();
  const places = page.locator('[data-theme-rows="civil-affairs:elder-homes"] > li');
  await expect(places).toHaveCount(Number(await homes.getAttribute('data-count')), patience);
  await board.locator('[data-number="theme:civil-affairs:orphans"]').click();
  await expect(page.locator('[data-theme-rows="civil-affairs:orphans"]')).toContainText('不公开');
  await board.locator('[data-act="panel-city-themes"]').first().click();
  await hall.untilDrawn('theme-civil-affairs:elder-homes');
  await keepPicture(page, 'other-systems.png');
  await board.locator('[data-panel="grades"] [data-number="open"]').click();
  await expect(rows).toBeVisible(patience);
  // Marks of the map under it are judged with the hall.
  const { violations } = await new AxeBuilder({ page }).include('[data-situation]').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);

  const area = board.locator('[data-panel="areas"] [data-area]').first();
  const code = await area.getAttribute('data-area');
  const inArea = Number(
    await board.locator(`[data-number="area:${code}"]`).getAttribute('data-count'),
  );
  await area.click();
  const chip = page.locator('[data-situation] [data-chip="area"]');
  await expect(chip).toBeVisible(patience);
  await expect(page).toHaveURL(new RegExp(`area=${code}`));
  expect(inArea).toBeGreaterThan(0);
  await page.reload();
  await expect(page.getByRole('application')).toBeVisible(patience);
  await expect(chip).toBeVisible(patience);
  await board.locator('[data-panel="grades"] [data-number="open"]').click();
  await expect(rows).toBeVisible(patience);
  const incident = rows.locator('[data-incident]').first();
  const incidentId = (await incident.getAttribute('data-incident')) ?? '';
  await incident.click();
  await expect(page.locator('[data-situation] [data-chip="incident"]')).toBeVisible(patience);
  await expect(page).toHaveURL(new RegExp(`sel=incident:${incidentId}`));

  await page.keyboard.press('i');
  const instruct = page.locator(`[data-instruct="${incidentId}"]`);
  await instruct.locator('[data-phrase="handle"]').click();
  const line = instruct.locator('[data-instruction][data-received="false"]').first();
  await expect(line).toContainText('等待签收', patience);
  const id = await line.getAttribute('data-instruction');
  const officer = await city.as('duty-officer');
  await officer.get(
    'mutation ($c: ID!, $id: ID!) { receiveInstruction(commandId: $c, id: $id, reply: "已到场") { id } }',
    { c: crypto.randomUUID(), id },
  );
  await expect(instruct.locator(`[data-instruction="${id}"]`)).toContainText('已到场', patience);
  await keepPicture(page, 'instruction-received.png');
  await page.keyboard.press('Escape');
  await page.locator('[data-situation] [data-chip="incident"]').click();
  await expect(page.locator('[data-situation] [data-chip="incident"]')).toHaveCount(0);
  await chip.click();
  await expect(chip).toHaveCount(0);
});

test('one key hides names, numbers and pictures from guests, here and on the screens of the hall, and one brings them back', async ({
  page,
  browser,
  city,
  stack,
}) => {
  test.slow();
  const screenId = await hang(city, '参观屏', 60_000);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const face = await context.newPage();
    await face.goto(`${stack.url}/screen`);
    await expect(face.locator('[data-code]')).toBeVisible(patience);
    const code = await face.locator('[data-code]').getAttribute('data-code');
    const chief = await city.as('shift-leader');
    await chief.get(
      'mutation ($c: ID!, $id: ID!, $code: String!) { pairWallScreen(commandId: $c, id: $id, code: $code) { id } }',
      { c: crypto.randomUUID(), id: screenId, code },
    );
    const rect = { leftMm: 60_000, topMm: 0, widthMm: 1210, heightMm: 681 };
    const tiles = [{ id: 'grades', kind: 'panel', panel: 'grades', rect }];
    await chief.get('mutation ($i: WallPushInput!) { pushToWallScreen(input: $i) { version } }', {
      i: { commandId: crypto.randomUUID(), screenId, seenVersion: 0, content: { tiles } },
    });
    await expect(face.locator('[data-wall-card="grades"] [data-number="open"]')).toBeVisible(
      patience,
    );
    await keepPicture(face, 'wall-panel.png');

    const hall = new HallPage(page, stack);
    await hall.open('shift-leader', { layers: 'areas' });
    await expect(page.locator('[data-incident]').first()).toBeVisible(patience);
    await page.keyboard.press('x');
    await expect(page.locator('[data-guests]')).toBeVisible(patience);
    await expect(page.locator('[data-incident], [data-camera], [data-number]')).toHaveCount(0);
    await expect(face.locator('[data-guest-cover]')).toBeVisible(patience);
    await expect(face.locator('[data-number]')).toHaveCount(0);
    await page.reload();
    await expect(page.locator('[data-guests]')).toBeVisible(patience);
    await expect(page.locator('[data-engine="flat"][data-ready="true"]')).toBeAttached(patience);
    await keepPicture(page, 'visitor-mode.png');

    await page.locator('[data-act="end-guests"]').click();
    await expect(page.locator('[data-incident]').first()).toBeVisible(patience);
    await expect(face.locator('[data-wall-card="grades"] [data-number="open"]')).toBeVisible(
      patience,
    );
  } finally {
    await context.close();
    const chief = await city.as('shift-leader');
    await chief.get(
      'mutation ($c: ID!) { setWallGuests(commandId: $c, present: false) { since } }',
      { c: crypto.randomUUID() },
    );
    await unhangAll(city, ['参观屏']);
  }
});
