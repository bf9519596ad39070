import type { City } from '../src/client/city.ts';
import { playByShaka } from '../src/client/play-by-shaka.ts';
import { HallPage } from '../pages/hall.page.ts';
import { expect, keepPicture, test } from '../fixtures/test.ts';

async function watchable(city: City) {
  const cameras = await city.cameras();
  const found = cameras.find(
    ({ state, permitted, kind, bearingDeg }) =>
      state === 'online' && permitted && kind === 'fixed' && bearingDeg !== null,
  );
  if (found === undefined) throw new Error('no camera of the demo can be looked through');
  return found;
}

test('a click on a camera shows its live picture with a row in the register; two viewers are one pull; it ends when nobody looks', async ({
  hall,
  city,
  browser,
  stack,
}) => {
  const camera = await watchable(city);
  const at = [camera.position.longitude, camera.position.latitude] as const;
  const view = { at, metersPerPixel: 0.6, layers: 'cameras' };
  await hall.open('duty-officer', view);
  const window = hall.cameraWindow(camera.id);
  await hall.clickMiddleUntil(window);
  await hall.choosePurpose(window);
  expect(await hall.untilMoving(window)).toBe(640);
  await keepPicture(hall.page, 'camera.png');

  const [row] = await city.views(camera.id);
  expect(row?.openedAt).not.toBeNull();
  expect(row?.closedAt).toBeNull();
  expect(camera.purposes).toContain(row?.purpose);

  const second = new HallPage(await browser.newPage(), stack);
  await second.open('leader', view);
  const secondWindow = second.cameraWindow(camera.id);
  await second.clickMiddleUntil(secondWindow);
  await second.choosePurpose(secondWindow);
  await second.untilMoving(secondWindow);
  expect(await city.pulls(camera.id)).toBe(1);

  await second.page.close();
  await window.locator('[data-act="close"]').click();
  await expect(window).toBeHidden();
  await expect.poll(() => city.pulls(camera.id), { timeout: 100_000 }).toBe(0);
  await expect
    .poll(async () => (await city.views(camera.id))[0]?.closedAt ?? null, { timeout: 60_000 })
    .not.toBeNull();
});

test('the same camera plays as LL-HLS with hls.js, and with shaka, which is not ours', async ({
  hall,
  city,
}) => {
  const camera = await watchable(city);
  const at = [camera.position.longitude, camera.position.latitude] as const;
  const playlist = hall.page.waitForResponse(
    (answer) => answer.url().includes('/video/hls/') && answer.url().includes('.m3u8'),
  );
  await hall.open('duty-officer', { at, metersPerPixel: 0.6, layers: 'cameras' });
  const window = hall.cameraWindow(camera.id);
  await hall.clickMiddleUntil(window);
  await hall.choosePurpose(window);
  await hall.untilMoving(window);
  await window.locator('[data-act="transport"]').click();
  const answer = await playlist;
  expect(answer.ok()).toBe(true);
  await hall.untilMoving(window);
  // The page's own sign-in, and the playlist as it stands: what another player of a browser would be given.
  const shown = await playByShaka(hall.page, answer.url());
  expect(shown.width).toBe(640);
  expect(shown.seconds).toBeGreaterThan(1);
});
