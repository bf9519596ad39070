import { pointAt } from 'grid-data';
import type { City } from '../src/client/city.ts';
import { expect, keepPicture, test } from '../fixtures/test.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

/** A place in the middle of a camera's cone and a class of incident its owner filed it for. */
async function seenPlace(city: City) {
  const [cameras, classes] = await Promise.all([city.cameras(), city.incidentClasses()]);
  for (const camera of cameras) {
    const { bearingDeg, rangeMeters, position, purposes, state } = camera;
    if (state !== 'online' || bearingDeg === null || rangeMeters === null) continue;
    const fitting = classes.find(
      (one) => one.kind === 'event' && one.purposes.some((purpose) => purposes.includes(purpose)),
    );
    if (fitting === undefined) continue;
    const [longitude, latitude] = pointAt(
      [position.longitude, position.latitude],
      bearingDeg,
      rangeMeters / 3,
    );
    return { camera, classCode: fitting.code, longitude, latitude };
  }
  throw new Error('no camera of the demo sees anything');
}

for (const role of ['duty-officer', 'wall']) {
  test(`on the screen of a ${role} a new incident pulses and opens the cameras that look at it`, async ({
    hall,
    city,
    page,
  }) => {
    const { camera, classCode, longitude, latitude } = await seenPlace(city);
    await hall.open(role, {
      at: [longitude, latitude],
      metersPerPixel: 0.8,
      layers: 'areas,incidents,cameras',
    });
    await expect(page.locator('[data-live="live"], footer').first()).toBeVisible();
    const incident = await city.report('acceptor', {
      classCode,
      title: '测试:桥头堵塞',
      longitude,
      latitude,
    });
    await expect(hall.alarm(incident)).toContainText('测试:桥头堵塞', { timeout: 20_000 });
    await expect(hall.pulse(incident)).toBeVisible();
    const window = hall.cameraWindow(camera.id);
    await expect(window).toBeVisible({ timeout: 20_000 });
    await hall.untilMoving(window);
    await keepPicture(page, `incident-${role}.png`);
    // The rule opened it, on whosever screen: the person on duty answers for it.
    const answering = await city.onDuty(role);
    expect(answering).not.toBeNull();
    const [row] = await city.views(camera.id);
    expect(row).toMatchObject({ openedByRule: true, chargedTo: answering });
    const officer = await city.as('duty-officer');
    await officer.get(
      'mutation ($id: ID!, $command: ID!) { acknowledgeIncident(id: $id, commandId: $command) { id } }',
      {
        id: incident,
        command: `ack-${incident}`,
      },
    );
    await expect(hall.pulse(incident)).toBeHidden();
  });
}

test('the key A acknowledges', async ({ hall, city, page }) => {
  const { classCode, longitude, latitude } = await seenPlace(city);
  await hall.open('duty-officer', {
    at: [longitude, latitude],
    metersPerPixel: 4,
    layers: 'incidents',
  });
  const incident = await city.report('acceptor', {
    classCode,
    title: '测试:签收',
    longitude,
    latitude,
  });
  await expect(hall.alarm(incident)).toBeVisible({ timeout: 20_000 });
  await page.getByRole('application').press('a');
  await expect(hall.alarm(incident)).toBeHidden();
});
