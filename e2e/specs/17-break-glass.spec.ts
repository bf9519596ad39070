import pg from 'pg';
import { expect, keepPicture, test } from '../fixtures/test.ts';
import { HallPage, type Stack } from '../pages/hall.page.ts';
import type { City, CityCamera } from '../src/client/city.ts';
import { accountOf } from '../src/stack/stack.ts';

/** Of this run alone: a sentence that opened the camera once opens it for ten minutes and no longer. */
const reason = `河堤发现落水儿童,附近仅此一机可见水面 ${Date.now()}`;

test.setTimeout(300_000);

test('where no filed purpose covers a look, a supervisor on duty breaks the glass with a reason, and the auditor is told', async ({
  hall,
  page,
  browser,
  city,
  stack,
}) => {
  const camera = await ownCamera(city);
  await file(stack, camera, []);
  try {
    const at = [camera.position.longitude, camera.position.latitude] as const;
    const view = { at, metersPerPixel: 0.6, layers: 'cameras' };

    const others = new HallPage(await browser.newPage(), stack);
    await others.open('duty-officer', view);
    const shut = others.cameraWindow(camera.id);
    await others.clickMiddleUntil(shut);
    await expect(shut.locator('[data-reason="purpose-not-filed"]')).toBeVisible();
    await expect(shut.locator('[data-act="break-glass"]')).toHaveCount(0);
    await others.page.close();

    await hall.open('leader', view);
    const window = hall.cameraWindow(camera.id);
    await hall.clickMiddleUntil(window);
    await window.locator('[data-act="break-glass"]').click();
    const form = window.locator('form', { has: page.locator('textarea') });
    await form.locator('textarea').fill('急');
    await expect(form.locator('button[type=submit]')).toBeDisabled();
    await form.locator('textarea').fill(reason);
    await form.locator('button[type=submit]').click();
    await expect(window.locator('[data-broken-glass]')).toContainText(reason);
    await hall.untilMoving(window);
    await keepPicture(page, 'break-glass.png');
    const [look] = await city.views(camera.id);
    expect(look).toMatchObject({ purpose: 'break-glass', closedAt: null });

    const auditor = new HallPage(await browser.newPage(), stack);
    await auditor.signIn(accountOf(stack, 'auditor'));
    const notice = auditor.page.locator('[data-waiting]');
    await expect(notice).toBeVisible();
    const waiting = Number(await notice.getAttribute('data-waiting'));
    expect(waiting).toBeGreaterThan(0);
    const row = auditor.page.locator(`[data-look="${look!.id}"]`);
    await expect(row).toContainText(reason);
    await keepPicture(auditor.page, 'break-glass-register.png');
    await row.locator('[data-act="review"]').click();
    await expect(row.locator('[data-act="review"]')).toHaveCount(0);
    await expect(notice).toHaveAttribute('data-waiting', String(waiting - 1));
    const kinds = (await city.journalOf(camera.id)).map(({ kind }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['camera-view.glass-broken', 'camera-view.glass-reviewed']),
    );
    await auditor.page.close();
  } finally {
    await file(stack, camera, camera.purposes);
  }
});

/** Of the police, as its platform shows it; by itself, so that a hand means no other. */
async function ownCamera(city: City): Promise<CityCamera> {
  const cameras = await city.cameras();
  const near = (one: CityCamera, other: CityCamera) =>
    Math.abs(one.position.longitude - other.position.longitude) < 0.002 &&
    Math.abs(one.position.latitude - other.position.latitude) < 0.002;
  const alone = cameras.filter(
    (camera) =>
      camera.owner === 'public-security' &&
      camera.state === 'online' &&
      camera.kind === 'fixed' &&
      cameras.every((other) => other === camera || !near(camera, other)),
  );
  const found = alone.at(-1);
  if (found === undefined) throw new Error('the demo has no police camera that stands alone');
  return found;
}

/** As its owner filed it; for nothing, it is one that its platform has listed and nobody has filed yet. */
async function file(stack: Stack, { id }: CityCamera, purposes: readonly string[]): Promise<void> {
  const database = new pg.Client({ connectionString: stack.addresses['database'] });
  await database.connect();
  try {
    await database.query('update cameras set purposes = $2 where id = $1', [id, purposes]);
  } finally {
    await database.end();
  }
}
