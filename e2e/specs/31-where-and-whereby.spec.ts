import type { City } from '../src/client/city.ts';
import { expect, keepPicture, test } from '../fixtures/test.ts';
import { accountOf } from '../src/stack/stack.ts';

test.setTimeout(240_000);

test('a case is reported from a live picture: its frame, place and camera go along, once', async ({
  hall,
  city,
  page,
}) => {
  // Before the first of them others report what they need: a pulse would lie over it.
  const camera = (await city.cameras()).findLast(
    ({ state, permitted, kind, purposes }) =>
      state === 'online' && permitted && kind === 'fixed' && purposes.includes('city-management'),
  )!;
  const at = [camera.position.longitude, camera.position.latitude] as const;
  await hall.open('duty-officer', { at, metersPerPixel: 0.6, layers: 'cameras' });
  const window = hall.cameraWindow(camera.id);
  await hall.clickMiddleUntil(window);
  await hall.choosePurpose(window);
  await hall.untilMoving(window);
  await window.locator('[data-act="report-from-picture"]').click();
  const report = page.locator(`[data-picture-report="${camera.id}"]`);
  const frame = (await report.locator('[data-frame]').boundingBox())!;
  await page.mouse.move(frame.x + frame.width * 0.4, frame.y + frame.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(frame.x + frame.width * 0.6, frame.y + frame.height * 0.8, { steps: 4 });
  await page.mouse.up();
  await report.locator('input[type=search]').fill('E0508');
  await report.locator('[data-offer="E0508"]').click();
  await keepPicture(page, 'patrol-report.png');
  await report.locator('button[type=submit]').click();
  await expect(report).toHaveCount(0, { timeout: 30_000 });

  // The address follows what is selected, a moment later.
  await expect(page).toHaveURL(/sel=incident:/);
  const id = /sel=incident:([^&]+)/.exec(page.url())?.[1] ?? '';
  const made = await reportedFrom(city, id);
  expect(made).toMatchObject({
    source: 'video-patrol',
    pictureReport: { camera: { id: camera.id } },
  });
  expect(made.photos).toHaveLength(1);
  await keepPicture(page, 'patrol-case.png');
});

test('where cases come up and come up again opens as many cases, and what cameras are used for as many cameras', async ({
  hall,
  page,
}) => {
  await hall.signInAt('/evaluation?lang=zh-CN&layers=areas', accountOf(hall.stack, 'leader'));
  await page.locator('[data-tab="places"]').click();
  for (const by of ['heat', 'recurrence']) {
    await page.locator(`[data-placing="${by}"]`).click();
    const most = page.locator(`[data-places="${by}"] [data-place-row]`).first();
    const opens = most.locator('td button').first();
    const count = Number(await opens.textContent());
    expect(count).toBeGreaterThan(1);
    await opens.click();
    await expect(page.locator(`[data-total="${count}"] [data-case]`)).toHaveCount(
      Math.min(200, count),
    );
    await keepPicture(page, `places-${by}.png`);
  }
  await page.locator('[data-tab="camera-use"]').click();
  const whole = page.locator('[data-use="whole"] [data-count="unwatched"] button');
  const unwatched = Number(await whole.textContent());
  await whole.click();
  await expect(page.locator(`[data-unwatched="${unwatched}"]`)).toBeVisible();
  await keepPicture(page, 'camera-use.png');
});

type Made = {
  source: string;
  photos: unknown[];
  pictureReport: { placedBy: string; camera: { id: string } } | null;
};

async function reportedFrom(city: City, id: string): Promise<Made> {
  const client = await city.as('duty-officer');
  const { incident } = await client.get<{ incident: Made }>(
    `query ($id: ID!) { incident(id: $id) { source photos { id } pictureReport { placedBy camera { id } } } }`,
    { id },
  );
  return incident;
}
