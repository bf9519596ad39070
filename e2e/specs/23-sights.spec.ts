import type { Locator, Page } from '@playwright/test';
import { expect, keepPicture, test } from '../fixtures/test.ts';
import {
  bearingDegrees,
  calibrationOfCamera,
  distanceMeters,
  groundOfPicture,
  pointAt,
  type LonLat,
  type PicturePoint,
} from 'grid-data';
import type { City, CityCamera } from '../src/client/city.ts';
import type { HallPage } from '../pages/hall.page.ts';
import { paintedPixels } from '../src/client/painted-pixels.ts';

/** What no panel covers. */
const middleOfMap = { x: 1000, y: 280, width: 400, height: 540 };

type Ranked = { camera: { id: string }; relation: string; reason: string };

test.use({ viewport: { width: 1920, height: 1080 } });

/** The county seat, where cameras stand along the roads. */
const seat = [111.672, 27.69] as const;

const openSeat = async (hall: HallPage, metersPerPixel: number): Promise<void> => {
  await hall.open('duty-officer', { at: seat, metersPerPixel, layers: 'areas,cameras' });
  await expect(hall.page.locator('[data-engine="flat"] canvas').first()).toBeAttached({
    timeout: 90_000,
  });
};

test.describe('what cameras see', () => {
  test.setTimeout(240_000);

  test('along a road its cameras come in order, each with its reason, and turn round with the road', async ({
    hall,
  }) => {
    const { page } = hall;
    await openSeat(hall, 2);
    await page.keyboard.press('k');
    await page.locator('[data-route-tool="line"]').click();
    for (const [x, y] of [
      [700, 300],
      [1100, 300],
      [1100, 800],
    ] as const) {
      await page.mouse.click(x, y);
    }
    await page.keyboard.press('Enter');
    const cameras = page.locator('[data-route-camera]');
    await expect(cameras.first()).toBeVisible({ timeout: 60_000 });
    const there = await idsOf(cameras);
    expect(await cameras.first().getAttribute('data-reason')).not.toBe('');
    await hall.untilDrawn('route', 'route-seen');
    expect(
      await paintedPixels(page, 'state-good', middleOfMap),
      'what is in sight',
    ).toBeGreaterThan(100);
    await keepPicture(page, 'along-the-road.png');

    await page.locator('[data-act="turn-route"]').click();
    // Two that do most for the same place may change their order; the ends do not.
    await expect
      .poll(async () => (await idsOf(cameras)).at(-1), { timeout: 60_000 })
      .toBe(there[0]);

    await page.locator('[data-act="open-strip"]').click();
    await expect(page.locator('[data-camera-slot]').first()).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-route]')).toBeHidden();
  });

  test('every tool of the map has a button, and what it works out stands on the map', async ({
    hall,
  }) => {
    const { page } = hall;
    await openSeat(hall, 4);
    // The first press on the page, which also lets the sound through.
    await page.locator('[data-tool="map-tools"]').click();
    const tools = page.locator('[data-map-tool]');
    await expect(tools.first()).toBeVisible();
    expect(await tools.evaluateAll((all) => all.map((each) => each.dataset.mapTool))).toEqual(
      expect.arrayContaining([
        'within',
        'route',
        'measure',
        'blind-spots',
        'place-cameras',
        'look-here',
      ]),
    );
    await keepPicture(page, 'map-tools.png');
    await page.locator('[data-map-tool="blind-spots"]').click();
    await expect(page.locator('[data-coverage]')).toBeVisible({ timeout: 60_000 });
    await hall.untilDrawn('blind-unseen');
    expect(await paintedPixels(page, 'state-high', middleOfMap)).toBeGreaterThan(100);
    await keepPicture(page, 'blind-spots.png');
    const panel = page.locator('section', { has: page.locator('[data-coverage]') }).last();
    const wider = await panel.evaluate((section) =>
      [...section.querySelectorAll('*')]
        .filter(
          (each) =>
            each.getBoundingClientRect().right > section.getBoundingClientRect().right + 0.5,
        )
        .map((each) => each.textContent),
    );
    expect(wider, 'nothing leaves the panel').toEqual([]);
  });

  test('a place behind a house is said to be blocked by the building', async ({ hall, city }) => {
    const officer = await city.as('duty-officer');
    const cameras = (await city.cameras()).filter(
      ({ kind, bearingDeg }) => kind === 'fixed' && bearingDeg !== null,
    );
    const reasons = new Set<string>();
    let hidden: { cameraId: string; place: LonLat } | null = null;
    for (const camera of cameras.slice(0, 40)) {
      const reach = (camera.rangeMeters ?? 100) * 0.9;
      const [longitude, latitude] = pointAt(
        [camera.position.longitude, camera.position.latitude],
        camera.bearingDeg ?? 0,
        reach,
      );
      const { nearestCameras } = await officer.get<{ nearestCameras: Ranked[] }>(
        `query ($at: PositionInput!) { nearestCameras(position: $at, withinMeters: 3000, first: 20) {
           camera { id } relation reason } }`,
        { at: { longitude, latitude } },
      );
      for (const ranked of nearestCameras) {
        if (ranked.camera.id !== camera.id) continue;
        reasons.add(ranked.reason);
        // In the middle of its picture and within its range: either it is seen, or something stands there.
        if (ranked.reason !== 'building') continue;
        expect(ranked.relation).toBe('near');
        hidden ??= { cameraId: camera.id, place: [longitude, latitude] };
      }
      if (reasons.has('building') && reasons.has('clear')) break;
    }
    expect([...reasons]).toEqual(expect.arrayContaining(['building', 'clear']));

    // And so says the list that the hall gives of any place of its map.
    const { page } = hall;
    await hall.open('duty-officer', { at: hidden!.place, metersPerPixel: 1, layers: 'cameras' });
    const list = page.locator('[data-place-cameras]');
    await expect(async () => {
      if (!(await list.isVisible())) await page.keyboard.press('n');
      await expect(list).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 90_000 });
    await expect(list.locator('[data-offered]').first()).toBeVisible({ timeout: 30_000 });
    const more = list.locator('[data-act="more-cameras"]');
    if (await more.isVisible()) await more.click();
    await expect(
      list.locator(`[data-offered="${hidden!.cameraId}"] [data-sight="building"]`),
    ).toBeVisible();
    await keepPicture(page, 'cameras-of-a-place.png');
  });

  test('a picture is matched to the map by four points, and then each shows what is pointed to on the other', async ({
    hall,
    city,
  }) => {
    const camera = await uncalibrated(city);
    const { longitude, latitude } = camera.position;
    const seen = { ...supposed, position: [longitude, latitude] as const };
    const { page } = hall;
    const exact = calibrationOfCamera({ ...seen, bearingDeg: camera.bearingDeg ?? 0 }, 16 / 9)!;
    await hall.open('duty-officer', {
      at: seen.position,
      metersPerPixel: 0.4,
      layers: 'areas,cameras',
    });
    const window = hall.cameraWindow(camera.id);
    await hall.clickMiddleUntil(window);
    await hall.choosePurpose(window);
    await hall.untilMoving(window);
    const before = placeOf(page);
    await window.locator('[data-act="calibrate"]').click();
    const panel = page.locator(`[data-calibrate="${camera.id}"]`);
    const still = panel.locator('[data-still]');
    await expect(still.locator('canvas')).toBeVisible();
    // The ground is flown out from under the panel.
    await expect.poll(() => placeOf(page)).not.toBe(before);
    await settled(page);
    for (const point of matched) {
      await clickShare(still, point);
      await expect(panel.locator('[data-step="ground"]')).toBeVisible();
      await page.mouse.click(...(await onScreen(page, groundOfPicture(exact, point)!)));
      await expect(panel.locator('[data-step="picture"]')).toBeVisible();
    }
    await expect(panel.locator('[data-pair]')).toHaveCount(matched.length);
    await expect(panel.locator('[data-residual]')).toBeVisible();
    await expect(panel.locator('[data-offer]')).toBeVisible();
    const bearing = Number(await panel.locator('[data-offer]').getAttribute('data-offer'));
    expect(Math.abs(((bearing - (camera.bearingDeg ?? 0) + 540) % 360) - 180)).toBeLessThan(3);
    await keepPicture(page, 'calibrating.png');
    await panel.locator('[data-act="save-calibration"]').click();
    await expect(panel).toHaveAttribute('data-version', '1', { timeout: 30_000 });
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();

    await expect(window.locator('[data-calibration="holds"]')).toBeVisible({ timeout: 30_000 });
    const over = window.locator('[data-picture-ground]');
    const where: PicturePoint = [0.4, 0.7];
    await clickShare(over, where);
    await expect(window.locator('[data-marked]')).toBeVisible();
    await clickShare(over, where);
    const place = await window.locator('[data-place]').getAttribute('data-place');
    const [lon = 0, lat = 0] = (place ?? '').split(',').map(Number);
    expect(distanceMeters([lon, lat], groundOfPicture(exact, where)!)).toBeLessThan(2);
    await keepPicture(page, 'picture-and-map.png');

    // And the other way round: what is pointed to on the map stands in the picture.
    const other: PicturePoint = [0.65, 0.6];
    await settled(page);
    await page.mouse.move(...(await onScreen(page, groundOfPicture(exact, other)!)), { steps: 3 });
    const pointed = window.locator('[data-pointed]');
    await expect(pointed).toBeVisible();
    const [dot, stage] = [await pointed.boundingBox(), await over.boundingBox()];
    expect((dot!.x + dot!.width / 2 - stage!.x) / stage!.width).toBeCloseTo(other[0], 1);
    expect((dot!.y + dot!.height / 2 - stage!.y) / stage!.height).toBeCloseTo(other[1], 1);
  });

  test('a hero’s picture shows what the map does, and lies on the globe’s ground until its window closes', async ({
    hall,
    city,
  }) => {
    const { page } = hall;
    const hero = await heroOf(city);
    const at = pointAt([hero.position.longitude, hero.position.latitude], hero.bearingDeg ?? 0, 18);
    await hall.open('duty-officer', {
      at: [hero.position.longitude, hero.position.latitude],
      metersPerPixel: 0.25,
      layers: 'cameras,city-components',
    });
    const window = hall.cameraWindow(hero.id);
    await hall.clickMiddleUntil(window);
    await hall.choosePurpose(window);
    await hall.untilMoving(window);
    await expect(window.locator('[data-calibration="holds"]')).toBeVisible({ timeout: 30_000 });
    await expect(window.locator('[data-act="drape"]')).toBeHidden();
    await settled(page);
    // Straight ahead on the map is the middle of the picture, from side to side.
    await page.mouse.move(...(await onScreen(page, at)), { steps: 3 });
    const pointed = window.locator('[data-pointed]');
    await expect(pointed).toBeVisible();
    const [dot, stage] = [
      (await pointed.boundingBox())!,
      (await window.locator('[data-picture-ground]').boundingBox())!,
    ];
    expect((dot.x + dot.width / 2 - stage.x) / stage.width).toBeCloseTo(0.5, 1);
    await keepPicture(page, 'hero-and-map.png');

    await page.getByRole('application').first().press('g');
    const globe = page.locator('[data-engine="globe"] canvas').first();
    await expect(page.locator('[data-engine="globe"][data-ready="true"]')).toBeVisible({
      timeout: 90_000,
    });
    await window.locator('[data-act="drape"]').click();
    await expect(globe).toHaveAttribute('data-drapes', '1', { timeout: 30_000 });
    await keepPicture(page, 'draped.png');
    await window.locator('[data-act="close"]').click();
    await expect(globe).toHaveAttribute('data-drapes', '0');
  });
});

/** How the camera is supposed to look for the test; the picture itself is nobody's place. */
const supposed = { heightMeters: 8, widthDeg: 60, tiltDeg: 22 };
const matched: readonly PicturePoint[] = [
  [0.08, 0.92],
  [0.94, 0.9],
  [0.78, 0.45],
  [0.2, 0.42],
  [0.5, 0.62],
];

const uncalibrated = (city: City): Promise<CityCamera> => fixedCamera(city, null);
/** What is known of it comes with its picture, from nobody's hand. */
const heroOf = (city: City): Promise<CityCamera> => fixedCamera(city, '示意');

async function fixedCamera(city: City, calibratedBy: string | null): Promise<CityCamera> {
  const officer = await city.as('duty-officer');
  const cameras = await city.cameras();
  const half = Math.floor(cameras.length / 2);
  // Other specs take theirs from either end, and some leave an incident where a camera stands.
  for (const camera of [...cameras.slice(half), ...cameras.slice(0, half)]) {
    const { state, permitted, kind, bearingDeg } = camera;
    if (state !== 'online' || !permitted || kind !== 'fixed' || bearingDeg === null) continue;
    const answer = await officer.get<{ camera: { calibration: { calibratedBy: string } | null } }>(
      'query ($id: ID!) { camera(id: $id) { calibration { calibratedBy } } }',
      { id: camera.id },
    );
    if ((answer.camera.calibration?.calibratedBy ?? null) === calibratedBy) return camera;
  }
  throw new Error('the demo has no such camera');
}

async function clickShare(element: Locator, [x, y]: PicturePoint): Promise<void> {
  const box = (await element.boundingBox())!;
  await element.click({ position: { x: x * box.width, y: y * box.height } });
}

function placeOf(page: Page): string | null {
  return new URL(page.url()).searchParams.get('at');
}

/** The address follows the map once it rests, and a flight takes 1.2 s. */
async function settled(page: Page): Promise<void> {
  let before = '';
  await expect(async () => {
    const now = page.url();
    const rests = now === before;
    before = now;
    expect(rests).toBe(true);
  }).toPass({ intervals: [1500] });
}

/** Where a place of the flat map, north up, stands on the screen. */
async function onScreen(page: Page, place: LonLat): Promise<[x: number, y: number]> {
  const address = new URL(page.url()).searchParams;
  const [longitude = 0, latitude = 0] = (address.get('at') ?? '').split(',').map(Number);
  const metersPerPixel = Number(address.get('mpp'));
  const box = (await page.getByRole('application').first().boundingBox())!;
  const away = distanceMeters([longitude, latitude], place) / metersPerPixel;
  const turn = (bearingDegrees([longitude, latitude], place) * Math.PI) / 180;
  return [
    box.x + box.width / 2 + Math.sin(turn) * away,
    box.y + box.height / 2 - Math.cos(turn) * away,
  ];
}

async function idsOf(cameras: Locator): Promise<string[]> {
  return cameras.evaluateAll((rows) =>
    rows.map((row) => row.getAttribute('data-route-camera') ?? ''),
  );
}
