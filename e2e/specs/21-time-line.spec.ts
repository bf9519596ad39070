import type { City } from '../src/client/city.ts';
import { expect, keepPicture, test } from '../fixtures/test.ts';

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
  await keepPicture(page, 'replay.png');

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

test('a camera’s window shows what was recorded at the moment of the time line, where that was granted, and else says why not', async ({
  hall,
  city,
  page,
}) => {
  test.setTimeout(240_000);
  const camera = (await city.cameras()).find(
    ({ owner, state, kind }) =>
      owner === 'public-security' && state === 'online' && kind === 'fixed',
  )!;
  const fromMs = Date.now() - 20 * 60_000;
  await grantRecording(city, camera.id, { fromMs, toMs: Date.now() - 1_000 });
  const at = [camera.position.longitude, camera.position.latitude] as const;
  await hall.open('duty-officer', { at, metersPerPixel: 0.6, layers: 'cameras' });
  const live = hall.cameraWindow(camera.id);
  await hall.clickMiddleUntil(live);

  const handle = page.getByRole('slider', { name: '时间轴' });
  await handle.focus();
  for (let minute = 0; minute < 8; minute += 1) await page.keyboard.press('ArrowLeft');
  const window = page.locator(`[data-past-camera="${camera.id}"]`);
  await expect(window).toBeVisible();
  await expect(live, 'the live picture has ended').toHaveCount(0);
  const driftMs = async () => {
    const told = await window.locator('[data-drift-ms]').getAttribute('data-drift-ms');
    return told ? Math.abs(Number(told)) : Number.POSITIVE_INFINITY;
  };
  await expect.poll(driftMs, { timeout: 60_000 }).toBeLessThanOrEqual(500);

  // It runs with the time line, by what the picture itself says.
  await page.locator('[data-replay]').getByRole('button', { name: '8', exact: false }).click();
  await expect(window.locator('[data-drift-ms=""]'), 'asked anew at another speed').toBeAttached();
  await expect.poll(driftMs, { timeout: 60_000 }).toBeLessThanOrEqual(500);
  await keepPicture(page, 'replay-recording.png');
  const apartMs = await page.evaluate((windowFromMs) => {
    const { currentTime } = document.querySelector('[data-past-camera] video') as HTMLVideoElement;
    const told = document.querySelector('[data-replay]')!.getAttribute('data-replay')!;
    return Math.abs(windowFromMs + currentTime * 1000 - Date.parse(told));
  }, fromMs);
  // The time line is told four times a second, at eight times the speed of life.
  expect(apartMs).toBeLessThan(8_000);

  await handle.focus();
  for (let minute = 0; minute < 20; minute += 1) await page.keyboard.press('ArrowLeft');
  await expect(window.locator('[data-gap-why="other-time"]')).toBeVisible();
  await keepPicture(page, 'replay-recording-gap.png');
  await page.keyboard.press('Escape');
  await expect(live).toBeVisible();
});

/** Asked for by the duty officer, granted by the leader. */
async function grantRecording(
  city: City,
  cameraId: string,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Promise<void> {
  const officer = await city.as('duty-officer');
  const input = {
    commandId: crypto.randomUUID(),
    legalBasis: 'criminal-case',
    cameraIds: [cameraId],
    windowFrom: new Date(fromMs).toISOString(),
    windowTo: new Date(toMs).toISOString(),
    reason: '回放当时情形',
    caseNo: `R-${Date.now()}`,
  };
  const { requestView } = await officer.get<{ requestView: { id: string; version: number } }>(
    'mutation ($i: ViewRequestInput!) { requestView(input: $i) { id version } }',
    { i: input },
  );
  const leader = await city.as('leader');
  await leader.get(
    `mutation ($c: ID!, $id: ID!, $v: Int!) {
       decideViewRequest(commandId: $c, id: $id, version: $v, approve: true) { state } }`,
    { c: crypto.randomUUID(), id: requestView.id, v: requestView.version },
  );
}

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
  await keepPicture(page, 'absence.png');
  await reported.locator(`[data-incident="${incident}"]`).click();
  await expect.poll(() => page.url()).toContain(`sel=incident:${incident}`);
  await page.locator('[data-act="replay-absence"]').click();
  await expect(page.locator('[data-replay]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-replay]')).toHaveCount(0);
});
