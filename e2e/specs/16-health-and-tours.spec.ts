import { randomUUID } from 'node:crypto';

import type { Locator } from '@playwright/test';
import { SimulatedFaults } from '../src/client/simulated-faults.ts';
import type { City, CityCamera } from '../src/client/city.ts';
import { expect, keepPicture, test } from '../fixtures/test.ts';

/** Cameras of the simulated bureau that a duty officer may look through. */
async function bureauCameras(city: City): Promise<CityCamera[]> {
  const all = await city.cameras();
  return all.filter(
    ({ state, permitted, kind, owner }) =>
      state === 'online' && permitted && kind === 'fixed' && owner === 'public-security',
  );
}

/** Pictures that were really opened: a tour asks for more than it shows. */
async function openedLooks(city: City, cameraId: string): Promise<number> {
  return (await city.views(cameraId)).filter(({ openedAt }) => openedAt !== null).length;
}

const valueOf = async (figure: Locator): Promise<number> =>
  Number(await figure.getAttribute('data-value'));

test.describe('the health of the city’s video', () => {
  let faults: SimulatedFaults;
  test.beforeEach(({ stack }) => {
    faults = new SimulatedFaults(stack.addresses['simulator']!);
  });
  test.afterEach(() => faults.clear());

  test('a black picture is found without anybody looking, named with the next step, and goes when it is mended', async ({
    hall,
    city,
  }) => {
    test.setTimeout(240_000);
    const [camera] = await bureauCameras(city);
    if (camera === undefined) throw new Error('the demo lacks a camera');
    const before = await openedLooks(city, camera.id);
    await faults.set('picture-black', camera.id, true);
    const officer = await city.as('duty-officer');
    await officer.get(
      'mutation ($c: ID!, $ids: [ID!]!) { checkCameras(commandId: $c, cameraIds: $ids) }',
      { c: randomUUID(), ids: [camera.id] },
    );
    await hall.open('duty-officer');
    await hall.page.keyboard.press('d');
    const row = hall.page.locator(`[data-camera-row="${camera.id}"]`);
    await expect(row).toHaveAttribute('data-health', 'black', { timeout: 90_000 });
    await keepPicture(hall.page, 'video-health.png');
    expect(await openedLooks(city, camera.id)).toBe(before);

    const black = hall.page.locator('button[data-health="black"]');
    const count = await valueOf(black);
    await black.click();
    await expect(hall.page.locator('[data-list="cameras"] li')).toHaveCount(count);

    await faults.clear();
    await row.locator('[data-act="check"]').click();
    await expect(row).toBeHidden({ timeout: 90_000 });
  });

  test('a doubtful picture says so on its tile while it plays', async ({ hall, city }) => {
    const [, camera] = await bureauCameras(city);
    if (camera === undefined) throw new Error('the demo lacks a camera');
    await faults.set('picture-frozen', camera.id, true);
    const { longitude, latitude } = camera.position;
    await hall.open('duty-officer', {
      at: [longitude, latitude],
      metersPerPixel: 0.6,
      layers: 'cameras',
    });
    const window = hall.cameraWindow(camera.id);
    await hall.clickMiddleUntil(window);
    await hall.choosePurpose(window);
    await expect(window.locator('[data-reason="picture-frozen"]')).toBeVisible({ timeout: 60_000 });
    await keepPicture(hall.page, 'doubtful.png');
  });

  test('the online rate opens as the cameras that it counts', async ({ hall }) => {
    await hall.open('duty-officer');
    await hall.page.keyboard.press('d');
    const moment = hall.page.locator('[data-moment]');
    await expect(moment).toContainText('%');
    const offline = moment.locator('[data-state="offline"]');
    const count = await valueOf(offline);
    expect(count).toBeGreaterThan(0);
    await offline.click();
    const list = hall.page.locator('[data-list="conditions"]');
    const more = hall.page.locator('[data-more]');
    await expect(list).toBeVisible();
    await expect(async () => {
      if (await more.isVisible()) await more.click();
      expect(await list.locator('li').count()).toBe(count);
    }).toPass({ timeout: 60_000 });
  });
});

test.describe('a tour of cameras', () => {
  async function aTour(city: City, cameraIds: readonly string[], dwellSeconds: number) {
    const officer = await city.as('duty-officer');
    const { saveCameraTour } = await officer.get<{ saveCameraTour: { id: string } }>(
      'mutation ($input: CameraTourInput!) { saveCameraTour(input: $input) { id } }',
      {
        input: {
          commandId: randomUUID(),
          name: `夜间巡看 ${randomUUID().slice(0, 4)}`,
          purpose: 'public-security',
          tiles: 1,
          stops: cameraIds.map((cameraId) => ({ cameraId, dwellSeconds })),
        },
      },
    );
    return saveCameraTour.id;
  }

  test('goes from camera to camera without a dark moment, leaves the dead out, stands still for an alarm, and pulls only while somebody looks', async ({
    hall,
    city,
    stack,
  }) => {
    test.setTimeout(300_000);
    const faults = new SimulatedFaults(stack.addresses['simulator']!);
    const filed = (await bureauCameras(city)).filter(({ purposes }) =>
      purposes.includes('public-security'),
    );
    const [first, dead, last] = filed.slice(3).map(({ id }) => id);
    if (first === undefined || dead === undefined || last === undefined)
      throw new Error('the demo lacks cameras');
    await faults.set('stall', dead, true);
    const before = await Promise.all([first, dead, last].map((id) => openedLooks(city, id)));
    const tour = await aTour(city, [first, dead, last], 20);
    await hall.open('duty-officer');
    await hall.page.keyboard.press('r');
    await hall.page.locator(`[data-tour-row="${tour}"] [data-act="play"]`).click();
    const window = hall.page.locator(`section[data-tour="${tour}"]`);
    const controls = window.locator('[data-tour-turn]');
    await expect(window.locator(`[data-camera="${first}"][data-settled="true"]`)).toBeVisible({
      timeout: 60_000,
    });
    await hall.page.evaluate(watchForGaps);
    await expect(window.locator(`[data-camera="${last}"][data-settled="true"]`)).toBeVisible({
      timeout: 90_000,
    });
    await expect(window.locator(`[data-camera="${first}"]`)).toHaveCount(0);
    await expect(window.locator('[data-skipped="1"]')).toBeVisible();
    await keepPicture(hall.page, 'tour.png');
    const { longestGapMs, turnMs } = await hall.page.evaluate(
      () =>
        (globalThis as unknown as { tourGaps: { longestGapMs: number; turnMs: number } }).tourGaps,
    );
    test
      .info()
      .annotations.push({ type: 'tour', description: `gap ${longestGapMs} ms, turn ${turnMs} ms` });
    console.log(`tour: gap ${longestGapMs} ms, turn ${turnMs} ms`);
    // Ten times what is promised: the figure itself belongs to a bench.
    expect(longestGapMs).toBeLessThan(3_000);

    const after = await Promise.all([first, dead, last].map((id) => openedLooks(city, id)));
    const opened = after.map((count, i) => count - before[i]!);
    expect(opened).toEqual([1, 0, 1]);

    const [incidentClass] = await city.incidentClasses();
    const { longitude, latitude } = filed[0]!.position;
    const incident = await city.report('acceptor', {
      classCode: incidentClass!.code,
      title: '测试：轮巡暂停',
      longitude,
      latitude,
    });
    await expect(controls).toHaveAttribute('data-tour-holds', 'alarm');
    const turn = await controls.getAttribute('data-tour-turn');
    await city.acknowledge(incident);
    await expect(controls).toHaveAttribute('data-tour-holds', '');
    expect(await controls.getAttribute('data-tour-turn')).toBe(turn);

    await window.locator('[data-act="tour-end"]').click();
    await expect(window).toBeHidden();
    for (const id of [first, last]) {
      await expect.poll(() => city.pulls(id), { timeout: 120_000 }).toBe(0);
    }
    await faults.clear();
  });
});

/** Measures, frame by frame, how long no picture of the tour is on screen, and how long a turn takes. */
function watchForGaps(): void {
  const gaps = { longestGapMs: 0, turnMs: 0 };
  Object.assign(globalThis, { tourGaps: gaps });
  let darkSince: number | null = null;
  let turn = document.querySelector('[data-tour-turn]')?.getAttribute('data-tour-turn');
  let turnedAt: number | null = null;
  const look = (now: number): void => {
    const settled = document.querySelectorAll('[data-tour] [data-settled="true"]');
    const live = document.querySelectorAll('[data-tour] [data-picture-state="live"]');
    if (live.length > 0) darkSince = null;
    else darkSince ??= now;
    if (darkSince !== null)
      gaps.longestGapMs = Math.max(gaps.longestGapMs, Math.round(now - darkSince));
    const at = document.querySelector('[data-tour-turn]')?.getAttribute('data-tour-turn');
    if (at !== turn) [turn, turnedAt] = [at, now];
    const pictures = document.querySelectorAll('[data-tour] [data-settled]');
    if (turnedAt !== null && pictures.length === 1 && settled.length === 1) {
      gaps.turnMs = Math.max(gaps.turnMs, Math.round(now - turnedAt));
      turnedAt = null;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
