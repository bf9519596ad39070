import { distanceMeters, pointAt } from 'grid-data';
import type { City, CityCamera } from '../src/client/city.ts';
import { expect, test } from '../fixtures/test.ts';

test('a stall case does not open a public-security camera, and the screen says why', async ({
  hall,
  city,
}) => {
  const camera = await lonePoliceCamera(city);
  const { longitude, latitude } = camera.position;
  const incident = await stallBeside(city, camera);
  const officer = await city.as('duty-officer');
  const refused = await officer.ask(
    'mutation ($id: ID!, $incident: ID!) { openCameraView(cameraId: $id, basis: { incidentId: $incident }) { ticket } }',
    { id: camera.id, incident },
  );
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    code: 'FORBIDDEN',
    reason: 'purpose-not-filed',
  });
  expect((await city.views(camera.id)).every(({ purpose }) => purpose !== 'city-management')).toBe(
    true,
  );

  // The duty officer may look through it for a duty of her own, but not for this case.
  await hall.open('duty-officer', {
    at: [longitude, latitude],
    metersPerPixel: 0.6,
    layers: 'cameras,incidents',
    selected: `incident:${incident}`,
  });
  await expect(hall.offered(camera.id).getByRole('button')).toBeDisabled();
  await expect(hall.refusals.first()).toHaveAttribute('data-refusal', 'purpose-not-filed');
  await expect(hall.refusals.first()).toContainText('不在该机备案用途内');
  await city.acknowledge(incident);
});

test('whose duty is another than what the owner filed opens no picture, and the window says why', async ({
  hall,
  city,
}) => {
  const camera = await lonePoliceCamera(city);
  const { longitude, latitude } = camera.position;
  await hall.open('acceptor', {
    at: [longitude, latitude],
    metersPerPixel: 0.6,
    layers: 'cameras',
  });
  const window = hall.cameraWindow(camera.id);
  await hall.clickMiddleUntil(window);
  await expect(window.locator('[data-reason="purpose-not-of-duty"]')).toBeVisible();
});

/** Filed for no city management, with no other camera so near that a hand could mean that one. */
async function lonePoliceCamera(city: City): Promise<CityCamera> {
  const cameras = await city.cameras();
  const away = (one: CityCamera, other: CityCamera) =>
    distanceMeters(lonLat(one.position), lonLat(other.position));
  const alone = cameras.filter(
    (camera) =>
      camera.owner === 'public-security' &&
      camera.state === 'online' &&
      camera.kind === 'fixed' &&
      !camera.purposes.includes('city-management') &&
      cameras.every((other) => other === camera || away(camera, other) > 60),
  );
  const neighbours = (camera: CityCamera) =>
    cameras.filter((other) => away(camera, other) < 1000).length;
  const [loneliest] = alone.toSorted((a, b) => neighbours(a) - neighbours(b));
  if (loneliest === undefined) throw new Error('the demo has no police camera that stands alone');
  return loneliest;
}

/** Beside the camera, not on it: its mark would take the click that is meant for the camera. */
async function stallBeside(city: City, camera: CityCamera): Promise<string> {
  const stall = (await city.incidentClasses()).find(
    ({ purposes }) => purposes.length === 1 && purposes[0] === 'city-management',
  );
  if (stall === undefined) throw new Error('the demo lacks a stall');
  const [longitude, latitude] = pointAt(lonLat(camera.position), 90, 40);
  return city.report('acceptor', {
    classCode: stall.code,
    title: '测试:占道摊点',
    longitude,
    latitude,
  });
}

function lonLat({ longitude, latitude }: CityCamera['position']): [number, number] {
  return [longitude, latitude];
}
