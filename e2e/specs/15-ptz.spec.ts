import { angleBetween, bearingDegrees, pointAt } from 'grid-data';
import { expect, keepPicture, test } from '../fixtures/test.ts';
import { HallPage } from '../pages/hall.page.ts';
import type { City, CityCamera } from '../src/client/city.ts';

/** A town's camera: its platform tells and takes degrees. */
async function townHead(city: City, number: number): Promise<CityCamera> {
  const heads = (await city.cameras()).filter(
    ({ kind, owner, state, permitted, bearingDeg, purposes }) =>
      kind === 'ptz' &&
      owner === 'township-xueliang' &&
      state === 'online' &&
      permitted &&
      bearingDeg !== null &&
      purposes.includes('emergency') &&
      purposes.includes('public-security'),
  );
  const found = heads[number];
  if (found === undefined) throw new Error('the demo has too few cameras that turn');
  return found;
}

const placeOf = ({ position }: CityCamera) => [position.longitude, position.latitude] as const;

async function openWindow(
  hall: HallPage,
  role: string,
  camera: CityCamera,
  purpose = 'public-security',
) {
  await hall.open(role, { at: placeOf(camera), metersPerPixel: 0.6, layers: 'cameras' });
  const window = hall.cameraWindow(camera.id);
  await hall.clickMiddleUntil(window);
  await window.locator(`[data-purpose="${purpose}"]`).click();
  await hall.untilMoving(window);
  const deck = window.locator('[data-ptz-deck]');
  await expect(deck).toBeVisible();
  return { window, deck, control: window.locator('[data-ptz="control"]') };
}

async function press(hall: HallPage, windowOf: CityCamera, command: string): Promise<void> {
  // Goes to where the key rests: a row that appears above it moves it.
  await hall.cameraWindow(windowOf.id).locator(`[data-ptz="${command}"]`).hover();
  await hall.page.mouse.down();
}

const turns = async (city: City, id: string): Promise<boolean> => {
  const before = await city.headOf(id);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return (await city.headOf(id))?.panDeg !== before?.panDeg;
};
const untilTurning = (city: City, id: string, wanted: boolean) =>
  expect.poll(() => turns(city, id), { timeout: 100_000 }).toBe(wanted);

test('one turns a camera, a second sees who and waits; a page that dies loses it, and the camera stops', async ({
  hall,
  city,
  browser,
  stack,
}) => {
  test.slow();
  const camera = await townHead(city, 0);
  const first = await openWindow(hall, 'duty-officer', camera);
  // Both look before one turns: a holder whose hand rests for a minute while another waits loses the camera.
  const second = new HallPage(await browser.newPage(), stack);
  const other = await openWindow(second, 'leader', camera);
  await first.control.click();
  await expect(first.deck).toHaveAttribute('data-ptz-deck', 'holding');
  await press(hall, camera, 'right');
  await untilTurning(city, camera.id, true);
  await hall.page.mouse.up();
  await untilTurning(city, camera.id, false);
  await keepPicture(hall.page, 'ptz-holding.png');

  await expect(other.deck.locator('[data-holder="other"]')).toBeVisible();
  await other.control.click();
  await expect(other.deck).toHaveAttribute('data-ptz-deck', 'waiting');
  await expect(first.deck.locator('[data-queue="1"]')).toBeVisible();
  await keepPicture(second.page, 'ptz-waiting.png');

  await press(hall, camera, 'left');
  await untilTurning(city, camera.id, true);
  const line = await hall.page.context().newCDPSession(hall.page);
  void line.send('Page.crash').catch(() => undefined);
  await expect(other.deck).toHaveAttribute('data-ptz-deck', 'holding', { timeout: 100_000 });
  await untilTurning(city, camera.id, false);

  await expect
    .poll(async () => (await city.journalOf(camera.id)).map(({ kind }) => kind), {
      timeout: 60_000,
    })
    .toEqual(expect.arrayContaining(['camera-ptz.moved', 'camera-ptz.lease-changed']));
  const rows = await city.journalOf(camera.id);
  const moves = rows.filter(({ kind }) => kind === 'camera-ptz.moved');
  const newest = moves.slice(0, 2).map(({ payload }) => payload['command']);
  expect(newest).toEqual(['left', 'right']);
  expect(Number(moves[1]?.payload['seconds'])).toBeGreaterThan(0);
  await second.page.close();
});

test('a commander in an emergency takes over, and the one before is told', async ({
  hall,
  city,
  browser,
  stack,
}) => {
  const camera = await townHead(city, 1);
  const officer = await openWindow(hall, 'duty-officer', camera);
  await officer.control.click();
  await expect(officer.deck).toHaveAttribute('data-ptz-deck', 'holding');
  const second = new HallPage(await browser.newPage(), stack);
  const commander = await openWindow(second, 'leader', camera, 'emergency');
  await commander.control.click();
  await second.cameraWindow(camera.id).locator('[data-ptz="take-over"]').click();
  await expect(commander.deck).toHaveAttribute('data-ptz-deck', 'holding');
  await expect(officer.deck.locator('[data-notice="taken-over"]')).toBeVisible();
  await expect(officer.deck).toHaveAttribute('data-ptz-deck', 'waiting');
  await keepPicture(hall.page, 'ptz-taken-over.png');
  await second.page.close();
});

test('a click in the picture brings what was clicked to the middle, and what was left turned away goes home', async ({
  hall,
  city,
}) => {
  const camera = await townHead(city, 2);
  const { control, deck, window } = await openWindow(hall, 'duty-officer', camera);
  const client = await city.as('duty-officer');
  await client.get(
    'mutation ($input: PtzSettingsInput!) { setPtzSettings(input: $input) { homePreset } }',
    {
      input: {
        commandId: crypto.randomUUID(),
        cameraId: camera.id,
        homePreset: 1,
        homeAfterSeconds: 20,
      },
    },
  );
  await control.click();
  await expect(deck).toHaveAttribute('data-ptz-deck', 'holding');
  const picture = (await window.locator('[data-ptz="frame"]').boundingBox())!;
  await hall.page.mouse.click(picture.x + picture.width * 0.9, picture.y + picture.height / 2);
  await expect
    .poll(async () => (await city.headOf(camera.id))?.panDeg ?? 0, { timeout: 60_000 })
    .toBeGreaterThan(10);
  await window.locator('[data-preset="2"]').click();
  await expect
    .poll(async () => (await city.headOf(camera.id))?.panDeg, { timeout: 60_000 })
    .toBe(270);
  await window.locator('[data-act="close"]').click();
  await expect
    .poll(async () => (await city.headOf(camera.id))?.panDeg, { timeout: 100_000 })
    .toBe(0);
  const turned = (await city.journalOf(camera.id)).filter(
    ({ kind }) => kind === 'camera-ptz.turned',
  );
  const newest = turned.slice(0, 3).map(({ payload }) => payload['turn']);
  expect(newest).toEqual(['home', 'preset', 'frame']);
});

test('all cameras that can look at a place do, and the others say why not', async ({
  hall,
  city,
}) => {
  const camera = await townHead(city, 3);
  const place = pointAt(placeOf(camera), 120, 90);
  await hall.open('duty-officer', { at: place, metersPerPixel: 0.5, layers: 'cameras' });
  const map = (await hall.page.getByRole('application').boundingBox())!;
  const result = hall.page.locator(`[data-result="${camera.id}"]`);
  const emergency = hall.page.locator('[data-look-for="emergency"]');
  // A map that moves on puts the menu away again.
  await expect(async () => {
    await hall.page.mouse.click(map.x + map.width / 2, map.y + map.height / 2, { button: 'right' });
    await emergency.click({ timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
  await expect(result).toHaveAttribute('data-turn', 'point', { timeout: 60_000 });
  const wanted = bearingDegrees(placeOf(camera), place);
  await expect
    .poll(
      async () => {
        const head = await city.headOf(camera.id);
        return head ? angleBetween(camera.bearingDeg! + head.panDeg, wanted) : 360;
      },
      { timeout: 60_000 },
    )
    .toBeLessThan(3);
  const window = hall.cameraWindow(camera.id);
  await hall.untilMoving(window);
  await keepPicture(hall.page, 'look-here.png');
  const [row] = (await city.journalOf(camera.id)).filter(
    ({ kind }) => kind === 'camera-ptz.turned',
  );
  expect(row?.payload).toMatchObject({ turn: 'point', purpose: 'emergency' });
});
