import { join } from 'node:path';
import { expect, screenshots, test } from '../fixtures/test.ts';

test('dragged left, the time line shows the city as it was, says so, lets nobody act, and comes back', async ({
  hall,
  city,
  page,
}) => {
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

  // At the speed of ten minutes a second the past runs into the present.
  await banner.getByRole('button', { name: '600' }).click();
  await expect(banner).toHaveCount(0, { timeout: 60_000 });
  await expect(hall.pulse(incident)).toBeVisible();
});
