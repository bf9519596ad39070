import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { City, CityCamera } from '../src/client/city.ts';
import { SimulatedFaults } from '../src/client/simulated-faults.ts';
import { openSoundingCamera } from '../src/client/sounding-camera.ts';
import { WallPage } from '../pages/wall.page.ts';
import { expect, keepPicture, test } from '../fixtures/test.ts';

// Drawn without a graphics card here: a smaller wall leaves the decoders their time.
test.use({ viewport: { width: 1280, height: 720 } });

/** Cameras that one purpose opens, and the purpose that opens most. */
async function watchable(city: City): Promise<{ cameras: CityCamera[]; purpose: string }> {
  const online = (await city.cameras()).filter(
    ({ state, permitted }) => state === 'online' && permitted,
  );
  const purposes = [...new Set(online.flatMap((camera) => camera.purposes))];
  const officer = await city.as('duty-officer');
  const { viewer } = await officer.get<{ viewer: { dutyPurposes: string[] } }>(
    '{ viewer { dutyPurposes } }',
  );
  const of = (purpose: string) => online.filter((camera) => camera.purposes.includes(purpose));
  const [purpose] = purposes
    .filter((each) => viewer.dutyPurposes.includes(each))
    .sort((a, b) => of(b).length - of(a).length);
  if (purpose === undefined) throw new Error('the demo has no camera for this duty');
  return { cameras: of(purpose), purpose };
}

test('sixteen pictures play in one canvas through one WebSocket, each with its figures and its mark', async ({
  page,
  city,
  stack,
}) => {
  const { cameras, purpose } = await watchable(city);
  const ids = cameras.slice(0, 16).map(({ id }) => id);
  expect(ids).toHaveLength(16);
  const wall = new WallPage(page, stack);
  await wall.open(
    'duty-officer',
    ids.map((cameraId) => ({ cameraId })),
    purpose,
  );
  for (const id of ids) await wall.untilLive(id);
  await keepPicture(page, 'wall-16.png');
  await expect(wall.canvas).toHaveCount(1);
  expect(await page.locator('[data-wall] video:visible').count()).toBe(0);
  expect(wall.pictureSockets).toEqual(['/video/play-many']);

  await page.keyboard.press('i');
  for (const id of ids) await wall.untilMoving(id);
  const [first] = ids as [string];
  await expect(wall.figure(first, 'transport')).toContainText('WebCodecs');
  await expect(wall.figure(first, 'bitrate')).toHaveText(/^[1-9]\d* kbit\/s$/);
  await expect(wall.figure(first, 'latency')).toHaveText(/^\d+ ms$/);
  await expect(wall.figure(first, 'size')).toHaveText('640×360');
  await expect(wall.figure(first, 'codec')).toHaveText(/^avc1/);
  await page.keyboard.press('i');
  expect(await wall.coloursOn(first)).toBeGreaterThan(50);
  for (const id of ids) {
    const [row] = await city.views(id);
    expect(row).toMatchObject({ purpose, closedAt: null });
  }

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await wall.tile(first).boundingBox())?.width).toBeGreaterThan(800);
  await page.keyboard.press('Escape');
  await page.goto('about:blank');
  await expect
    .poll(async () => (await city.views(first))[0]?.endReason, { timeout: 60_000 })
    .toBe('viewer-left');
});

test('a picture whose right ends goes at once, and the others play on', async ({
  page,
  city,
  stack,
}) => {
  const { cameras, purpose } = await watchable(city);
  const [one, other] = cameras as [CityCamera, CityCamera];
  const classes = await city.incidentClasses();
  const fitting = classes.find(
    ({ kind, purposes }) =>
      kind === 'event' && purposes.some((each) => one.purposes.includes(each)),
  );
  const incidentId = await city.report('acceptor', {
    classCode: fitting!.code,
    title: '测试：视频墙撤销',
    ...one.position,
  });
  const wall = new WallPage(page, stack);
  await wall.open(
    'duty-officer',
    [{ cameraId: one.id, incidentId }, { cameraId: other.id }],
    purpose,
  );
  await wall.untilLive(one.id);
  await wall.untilLive(other.id);
  const colours = await wall.coloursOn(one.id);

  const acceptor = await city.as('acceptor');
  const { incident } = await acceptor.get<{ incident: { version: number } }>(
    'query ($id: ID!) { incident(id: $id) { version } }',
    { id: incidentId },
  );
  await acceptor.get(
    'mutation ($id: ID!, $command: ID!, $version: Int!) { moveIncident(input: { id: $id, commandId: $command, version: $version, move: "refuse", note: "测试" }) { id } }',
    { id: incidentId, command: randomUUID(), version: incident.version },
  );
  // A second is promised; ten times that is the deadline.
  await expect(wall.tile(one.id).locator('[data-reason="incident-closed"]')).toBeVisible({
    timeout: 10_000,
  });
  await expect
    .poll(() => wall.coloursOn(one.id), { message: 'no picture is left' })
    .toBeLessThan(colours / 2);
  const [row] = await city.views(one.id);
  expect(row?.endReason).toBe('incident-closed');

  await page.keyboard.press('i');
  await wall.untilMoving(other.id);
  expect(wall.pictureSockets).toEqual(['/video/play-many']);
});

test('a picture that stalls stands grey with its age, says why, and comes back by itself', async ({
  page,
  city,
  stack,
}) => {
  const { cameras, purpose } = await watchable(city);
  const [still, other] = cameras.slice(2) as [CityCamera, CityCamera];
  const faults = new SimulatedFaults(stack.addresses['simulator'] ?? '');
  const wall = new WallPage(page, stack);
  await wall.open('duty-officer', [{ cameraId: still.id }, { cameraId: other.id }], purpose);
  await wall.untilLive(still.id);
  await faults.set('stall', still.id, true);
  try {
    await expect(wall.stage(still.id)).toHaveAttribute('data-picture-state', 'stalled');
    await expect(wall.tile(still.id).locator('time')).toBeVisible();
    await expect(wall.tile(still.id).locator('[data-reason]')).toBeVisible();
    await keepPicture(page, 'wall-stalled.png');
  } finally {
    await faults.clear();
  }
  await wall.untilLive(still.id);
});

test('a page out of sight decodes nothing, and comes back to the present', async ({
  page,
  city,
  stack,
}) => {
  const { cameras, purpose } = await watchable(city);
  const [camera] = cameras as [CityCamera];
  const wall = new WallPage(page, stack);
  await wall.open('duty-officer', [{ cameraId: camera.id }], purpose);
  await wall.untilLive(camera.id);
  await page.keyboard.press('i');
  await wall.untilMoving(camera.id);
  const setHidden = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { get: () => value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  const shown = async () => Number(await wall.figure(camera.id, 'frames').textContent());
  await setHidden(true);
  let before = -1;
  await expect
    .poll(async () => {
      const now = await shown();
      const stands = now === before;
      before = now;
      return stands;
    })
    .toBe(true);
  await setHidden(false);
  await wall.untilMoving(camera.id);
  // What was taken while nobody looked is not shown in haste: the picture is of now at once.
  const age = await wall.figure(camera.id, 'latency').textContent();
  expect(Number.parseInt(age ?? '', 10)).toBeLessThan(3_000);
  expect(wall.pictureSockets).toEqual(['/video/play-many']);
});

test('a wall without WebCodecs shows its pictures as fMP4, marked over the video', async ({
  page,
  city,
  stack,
}) => {
  const { cameras, purpose } = await watchable(city);
  const ids = cameras.slice(0, 2).map(({ id }) => id);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'VideoDecoder'));
  const wall = new WallPage(page, stack);
  await wall.open(
    'duty-officer',
    ids.map((cameraId) => ({ cameraId })),
    purpose,
  );
  for (const id of ids) {
    await wall.untilLive(id);
    await expect(wall.stage(id)).toHaveAttribute('data-transport', 'fmp4-websocket');
  }
  expect(wall.pictureSockets).toEqual(['/video/play', '/video/play']);

  const [marked] = ids as [string];
  await wall
    .tile(marked)
    .locator('[data-watermark]')
    .evaluate((mark) => mark.remove());
  await expect(wall.tile(marked).locator('[data-reason="watermark-removed"]')).toBeVisible();
  await wall
    .tile(marked)
    .getByRole('button', { name: /重试|Try again/ })
    .click();
  await wall.untilLive(marked);
});

test('a picture falls back to a still each second where nothing else gets through', async ({
  page,
  city,
  stack,
}) => {
  const { cameras, purpose } = await watchable(city);
  const [camera] = cameras as [CityCamera];
  await page.addInitScript(() => {
    for (const name of ['VideoDecoder', 'MediaSource', 'ManagedMediaSource']) {
      Reflect.deleteProperty(globalThis, name);
    }
  });
  const wall = new WallPage(page, stack);
  await wall.open('duty-officer', [{ cameraId: camera.id }], purpose);
  await wall.untilLive(camera.id);
  await expect(wall.stage(camera.id)).toHaveAttribute('data-transport', 'still-picture');
  expect(wall.pictureSockets).toEqual([]);
  await page.keyboard.press('i');
  await wall.untilMoving(camera.id);
  expect(await wall.coloursOn(camera.id)).toBeGreaterThan(50);
});

for (const player of ['playFmp4', 'playLlHls'] as const) {
  test(`a camera that is heard is decoded with its sound by ${player}, for who asks for it`, async ({
    page,
  }) => {
    const camera = await openSoundingCamera();
    try {
      await page.goto(camera.url);
      const mute = await decodedBy(page, player, false);
      const heard = await decodedBy(page, player, true);
      expect(mute).toEqual({ pictures: true, soundBytes: 0, soundTold: 'mp4a.40.2' });
      expect(heard).toMatchObject({ pictures: true, soundTold: 'mp4a.40.2' });
      expect(heard.soundBytes).toBeGreaterThan(0);
    } finally {
      await camera.close();
    }
  });
}

/** What Chromium itself counts as decoded, once both tracks could have come. */
function decodedBy(page: Page, player: 'playFmp4' | 'playLlHls', sound: boolean) {
  return page.evaluate(
    async ({ player, sound }) => {
      const players = (await import(`${location.origin}/players/entry.js`)) as Record<
        string,
        (screen: object, ticket: string, tell: (event: object) => void) => { close(): void }
      >;
      const { ticket } = (await (await fetch('/ticket', { method: 'POST' })).json()) as {
        ticket: string;
      };
      const video = document.createElement('video') as HTMLVideoElement & {
        webkitAudioDecodedByteCount: number;
      };
      video.muted = true;
      document.body.append(video);
      let soundTold: string | null = null;
      const transport = players[player]!({ video, sound }, ticket, (event) => {
        const { type, codec } = event as { type: string; codec?: string };
        if (type === 'sound') soundTold = codec ?? null;
      });
      const pictures = () => video.getVideoPlaybackQuality().totalVideoFrames > 10;
      const isDone = () =>
        pictures() && soundTold !== null && (!sound || video.webkitAudioDecodedByteCount > 0);
      const deadline = Date.now() + 40_000;
      while (!isDone() && Date.now() < deadline) await new Promise((go) => setTimeout(go, 100));
      const seen = {
        pictures: pictures(),
        soundBytes: video.webkitAudioDecodedByteCount,
        soundTold,
      };
      transport.close();
      video.remove();
      return seen;
    },
    { player, sound },
  );
}
