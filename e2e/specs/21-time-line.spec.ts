import { join } from 'node:path';
import { expect, screenshots, test } from '../fixtures/test.ts';

test('dragged left, the time line shows the city as it was, says so, lets nobody act, and comes back', async ({
  hall,
  city,
  page,
}) => {
  test.setTimeout(240_000);
  const [camera] = await city.cameras();
  const [incidentClass] = await city.incidentClasses();
  const at = camera!.position;
  await hall.open('duty-officer', { at: [at.longitude, at.latitude], metersPerPixel: 2 });
  const incident = await city.report('acceptor', {
    classCode: incidentClass!.code,
    title: '测试:回放',
    longitude: at.longitude,
    latitude: at.latitude,
  });
  await expect(hall.pulse(incident)).toBeVisible();
  const layers = () => new URL(page.url()).searchParams.get('layers');
  const chosen = layers();

  const handle = page.getByRole('slider', { name: '时间轴' });
  const past = page.locator(`[data-past-incident="${incident}"]`);
  const banner = page.locator('[data-replay]');
  await handle.focus();
  // Five minutes ago nobody had told of it; of other cases the picture is full.
  for (let minute = 0; minute < 5; minute += 1) await page.keyboard.press('ArrowLeft');
  await expect(banner).toContainText('回放');
  await expect(page.locator('[data-past-incident]').first()).toBeVisible();
  await expect(past).toHaveCount(0);
  const address = page.url();
  expect(new URL(address).searchParams.get('t'), 'the address says the moment').not.toBeNull();
  await expect(page.locator('header [data-past-clock]')).toBeVisible();
  // A case opens as it stood; what goes on showing the present says so in its place.
  await page.locator('[data-past-incident]').first().getByRole('button').click();
  const card = page.locator('section', { has: page.locator('[data-past-case]') });
  await expect(card).toBeVisible();
  await expect(card.locator('[data-now]')).toHaveCount(0);
  await expect(
    page.locator('[data-alarm]').locator('xpath=ancestor-or-self::section'),
  ).toContainText('实时');
  await page.screenshot({ path: join(screenshots, 'replay.png'), timeout: 120_000 });

  // Alarms are no part of the past and stay; to acknowledge the foremost is an act, and refused.
  const alarm = await page.locator('[data-alarm]').getAttribute('data-alarm');
  await page.getByRole('application').press('a');
  await expect(page.locator('[data-alarm]').getByText('回到实时后再办理')).toBeVisible();
  const officer = await city.as('duty-officer');
  const { incident: now } = await officer.get<{ incident: { acknowledgedAt: string | null } }>(
    'query ($id: ID!) { incident(id: $id) { acknowledgedAt } }',
    { id: alarm },
  );
  expect(now.acknowledgedAt).toBeNull();
  expect(layers(), 'what is withheld is no choice of layers').toBe(chosen);

  // From report to report, until the one that was not there yet.
  await expect(async () => {
    await page.getByRole('application').press(']');
    await expect(page.locator(`[data-past-case="${incident}"]`)).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await expect(past).toHaveCount(1);

  // At the speed of ten minutes a second the past runs into the present.
  await banner.getByRole('button', { name: '600' }).click();
  await expect(banner).toHaveCount(0, { timeout: 60_000 });
  await expect(hall.pulse(incident)).toBeVisible();
  expect(new URL(page.url()).searchParams.get('t')).toBeNull();

  await page.goto(address);
  const linked = new URL(address).searchParams.get('t')!.slice(0, 19);
  await expect(banner, 'a link opens the moment').toHaveAttribute(
    'data-replay',
    new RegExp(linked),
  );
});

test('who comes back after an hour is told what changed meanwhile, and each line opens its thing', async ({
  hall,
  city,
  page,
}) => {
  test.setTimeout(240_000);
  const [camera] = await city.cameras();
  const [incidentClass] = await city.incidentClasses();
  const { longitude, latitude } = camera!.position;
  await hall.open('duty-officer', { at: [longitude, latitude], metersPerPixel: 2 });
  await expect(page.locator('[data-absent-since]')).toHaveCount(0);
  const incident = await city.report('acceptor', {
    ...{ classCode: incidentClass!.code, title: '测试:离开期间', longitude, latitude },
  });
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('cloud-eye.last-here.')) {
        localStorage.setItem(key, String(Date.now() - 3_600_000));
      }
    }
  });
  await page.reload();
  const reported = page.locator('[data-changed="reported"]');
  await expect(reported.locator(`[data-incident="${incident}"]`)).toBeVisible({ timeout: 30_000 });
  await page.screenshot({ path: join(screenshots, 'absence.png'), timeout: 120_000 });
  await reported.locator(`[data-incident="${incident}"]`).click();
  await expect.poll(() => page.url()).toContain(`sel=incident:${incident}`);
  await page.locator('[data-act="replay-absence"]').click();
  await expect(page.locator('[data-replay]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-replay]')).toHaveCount(0);
});
