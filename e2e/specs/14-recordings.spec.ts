import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { viewRequestLimits } from 'grid-data';
import { HallPage } from '../pages/hall.page.ts';
import { RecordingsPage } from '../pages/recordings.page.ts';
import type { City, CityCamera } from '../src/client/city.ts';
import { sharpnessOf } from '../src/client/sharpness.ts';
import { expect, keepPicture, test } from '../fixtures/test.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** 03:00 in Beijing: for ten minutes the simulated recorders check their disks and record nothing. */
const upkeep = new Date(Math.floor(Date.now() / dayMs) * dayMs - 2 * dayMs + 19 * hourMs);
const after = (minutes: number) => new Date(upkeep.getTime() + minutes * 60_000);

/** Cameras of the police that its platform records. */
async function recordedCameras(city: City, count: number): Promise<CityCamera[]> {
  const cameras = await city.cameras();
  return cameras
    .filter(
      ({ owner, state, kind }) =>
        owner === 'public-security' && state === 'online' && kind !== 'mobile',
    )
    .slice(0, count);
}

/** Of who decides: each page draws a map of its own, and without a graphics card its size is what that costs. */
const smallScreen = { width: 1280, height: 720 };

// Two pages with a map each beside two pictures: slow where the machine draws them without a GPU.
test.setTimeout(300_000);

test('recordings are asked for by one, approved by another, and play with their gap shown', async ({
  hall,
  page,
  browser,
  city,
  stack,
}) => {
  const cameras = await recordedCameras(city, viewRequestLimits.cameras);
  await hall.open('duty-officer', { path: '/recordings', layers: 'areas' });
  const officer = new RecordingsPage(page);
  const caseNo = `A-${Date.now()}`;
  const requestId = await officer.ask({ cameras, from: after(-3), to: after(13), caseNo });
  // Not before somebody else has decided.
  await expect(officer.playback).toHaveCount(0);

  const theirs = new HallPage(await browser.newPage({ viewport: smallScreen }), stack);
  await theirs.open('leader', { path: '/recordings', layers: 'areas' });
  const leader = new RecordingsPage(theirs.page);
  const card = await leader.choose(requestId);
  await card.getByRole('button', { name: /^批准$|^Approve$/ }).click();
  await expect(card).toHaveAttribute('data-request-state', 'approved');
  // What is approved is for who asked.
  await expect(leader.playback).toHaveCount(0);
  await theirs.page.close();

  await expect(officer.playback).toBeVisible({ timeout: 60_000 });
  for (const { id } of cameras) {
    await expect(officer.tile(id)).toHaveAttribute('data-tile-state', 'pulled', {
      timeout: 60_000,
    });
    await expect(page.locator(`[data-recorded="${id}"] [data-stretch]`)).toHaveCount(2);
  }
  await officer.play();
  await expect
    .poll(() => officer.positionMs(), { timeout: 60_000 })
    .toBeGreaterThan(after(-3).getTime() + 3_000);
  await expect.poll(() => officer.apartMs(), { timeout: 60_000 }).toBeLessThanOrEqual(200);
  await keepPicture(page, 'recordings.png');

  await officer.goTo(after(5));
  for (const { id } of cameras) await expect(officer.tile(id).locator('[data-gap]')).toBeVisible();
  await keepPicture(page, 'recordings-gap.png');
  // Where no camera has anything, nobody waits: it goes on behind the gap.
  await expect
    .poll(() => officer.positionMs(), { timeout: 60_000 })
    .toBeGreaterThan(after(10).getTime());

  const views = (await city.views(cameras[0]!.id)).filter(
    ({ purpose }) => purpose === 'criminal-case',
  );
  expect(views[0]).toMatchObject({ closedAt: null });
  await (
    await officer.choose(requestId)
  )
    .getByRole('button', { name: /^撤销$|^Take back$/ })
    .click();
  await expect
    .poll(
      async () =>
        (await city.views(cameras[0]!.id)).find(({ id }) => id === views[0]!.id)?.endReason,
      {
        timeout: 30_000,
      },
    )
    .toMatch(/view-request-ended|viewer-left/);
});

test('a copy leaves the house by two persons alone, and its hash is its manifest’s', async ({
  hall,
  page,
  browser,
  city,
  stack,
}) => {
  const [camera] = await recordedCameras(city, 1);
  const [from, to] = [after(20), after(20.2)];
  await hall.open('duty-officer', { path: '/recordings', layers: 'areas' });
  const officer = new RecordingsPage(page);
  const requestId = await officer.ask({ cameras: [camera!], from, to, caseNo: `B-${Date.now()}` });
  const theirs = new HallPage(await browser.newPage({ viewport: smallScreen }), stack);
  await theirs.open('leader', { path: '/recordings', layers: 'areas' });
  const leader = new RecordingsPage(theirs.page);
  const card = await leader.choose(requestId);
  await card.getByRole('button', { name: /^批准$|^Approve$/ }).click();
  await expect(card).toHaveAttribute('data-request-state', 'approved');

  const form = page.locator('[data-export-form]');
  await expect(form).toBeVisible({ timeout: 60_000 });
  await form.locator('button[type=submit]').click();
  const copy = page.locator('[data-export]');
  await expect(copy).toHaveAttribute('data-export-state', 'requested');
  const exportId = (await copy.getAttribute('data-export')) ?? '';
  // One person alone lets nothing out: neither on the page nor by asking the server.
  await expect(copy.locator('[data-act]')).toHaveCount(0);
  const alone = await city.as('duty-officer');
  for (const document of [
    'mutation ($id: ID!) { takeRecordingExport(id: $id) { ticket } }',
    `mutation ($id: ID!) { decideRecordingExport(commandId: "${randomUUID()}", id: $id, version: 1, approve: true) { id } }`,
  ]) {
    await expect(alone.get(document, { id: exportId })).rejects.toThrow();
  }

  await theirs.page.locator(`[data-export="${exportId}"] [data-act=approve]`).click();
  await expect(copy).toHaveAttribute('data-export-state', 'ready', { timeout: 90_000 });
  await keepPicture(page, 'recordings-export.png');
  const download = page.waitForEvent('download');
  await copy.locator('[data-act=take]').click();
  const file = await (await download).path();
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  const { recordingExports } = await alone.get<{
    recordingExports: { nodes: { manifest: Record<string, unknown> }[] };
  }>('query ($id: ID) { recordingExports(requestId: $id) { nodes { manifest } } }', {
    id: requestId,
  });
  expect(recordingExports.nodes[0]?.manifest).toMatchObject({
    exportId,
    sha256,
    masking: 'whole-picture',
    cameraId: camera!.id,
    gaps: [],
  });
  const auditor = await city.as('auditor');
  const { journal } = await auditor.get<{ journal: { kind: string }[] }>(
    'query ($id: ID) { journal(subjectKind: "recording-export", subjectId: $id, first: 20) { kind } }',
    { id: exportId },
  );
  expect(journal.map(({ kind }) => kind).sort()).toEqual([
    'recording-export.decided',
    'recording-export.handed-out',
    'recording-export.ready',
    'recording-export.requested',
  ]);
  await theirs.page.close();
});

test('recordings are heard where it is granted, and who decides on a copy sees what it hides', async ({
  hall,
  page,
  browser,
  city,
  stack,
}) => {
  const [camera] = await recordedCameras(city, 1);
  const [from, to] = [after(30), after(30.5)];
  await hall.open('duty-officer', { path: '/recordings', layers: 'areas' });
  const officer = new RecordingsPage(page);
  const requestId = await officer.ask({
    cameras: [camera!],
    from,
    to,
    caseNo: `C-${Date.now()}`,
    sound: true,
  });
  const theirs = new HallPage(await browser.newPage({ viewport: smallScreen }), stack);
  await theirs.open('leader', { path: '/recordings', layers: 'areas', language: 'en' });
  const leader = new RecordingsPage(theirs.page);
  const card = await leader.choose(requestId);
  await card.getByRole('button', { name: /^批准$|^Approve$/ }).click();

  const tile = officer.tile(camera!.id);
  await expect(tile).toHaveAttribute('data-tile-state', 'pulled', { timeout: 60_000 });
  const sound = tile.locator('[data-sound]');
  await sound.click();
  await officer.play();
  await expect(sound).toHaveAttribute('data-sound', 'heard', { timeout: 60_000 });
  await officer.playback.getByRole('combobox').selectOption('8');
  await expect(sound).toHaveAttribute('data-sound', 'other-speed');
  await officer.play();

  // By one's own hand: a picture in which nothing is made out, the words that the camera paints neither.
  const saving = page.waitForEvent('download');
  await tile.locator('[data-act=snapshot]').click();
  const cameraWords = { left: 0.02, top: 0.03, width: 0.16, height: 0.06 };
  const taken = await sharpnessOf(tile.locator('video'), await saving, cameraWords);
  expect(taken.shown).toBeGreaterThan(100);
  expect(taken.taken).toBeLessThan(taken.shown / 4);
  // One in which something is made out is asked for, and others let it out.
  const form = page.locator('[data-export-form]');
  await tile.locator('[data-act=ask-picture]').click();
  await expect(form.locator('[data-picture-of]')).toHaveAttribute('data-picture-of', camera!.id);
  await expect(form.locator('[name=masking]')).toHaveValue('regions');
  await keepPicture(page, 'recordings-picture.png');
  await form.locator('[data-act=take-still]').click();
  await expect(form.locator('[data-region-editor]')).toHaveAttribute('data-region-editor', 'still');
  const stage = form.locator('canvas');
  await stage.scrollIntoViewIfNeeded();
  const box = (await stage.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.3);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.7, { steps: 4 });
  await page.mouse.up();
  await expect(form.locator('[data-region]')).toHaveCount(1);
  await keepPicture(page, 'recordings-masking.png');
  await form.locator('button[type=submit]').click();
  const asked = page.locator('[data-export]');
  await expect(asked.locator('[data-mask-sketch="1"]')).toBeVisible();
  await expect(asked).toHaveAttribute('data-form', 'picture');
  // Who asked has seen it; the decision is another's.
  await expect(asked.locator('[data-act=review]')).toHaveCount(0);

  const copy = theirs.page.locator('[data-export]');
  await copy.locator('[data-act=review]').click();
  const shown = copy.locator('[data-tile]');
  await expect(shown).toHaveAttribute('data-tile-state', 'pulled', { timeout: 60_000 });
  await expect(shown.locator('[data-hidden-part]')).toHaveCount(1);
  await expect
    .poll(
      () => shown.locator('video').evaluate((video) => (video as HTMLVideoElement).readyState),
      {
        timeout: 60_000,
      },
    )
    .toBeGreaterThan(1);
  const [part, picture] = [
    (await shown.locator('[data-hidden-part]').boundingBox())!,
    (await shown.locator('video').boundingBox())!,
  ];
  expect((part.x - picture.x) / picture.width).toBeCloseTo(0.2, 1);
  expect((part.y - picture.y) / picture.height).toBeCloseTo(0.3, 1);
  await copy.scrollIntoViewIfNeeded();
  await keepPicture(theirs.page, 'recordings-review.png');
  const looks = (await city.views(camera!.id)).filter(({ purpose }) => purpose === 'criminal-case');
  expect(looks.length).toBeGreaterThanOrEqual(2);
  await copy.locator('[data-act=approve]').click();
  await expect(asked).toHaveAttribute('data-export-state', 'ready', { timeout: 90_000 });
  const handed = page.waitForEvent('download');
  await asked.locator('[data-act=take]').click();
  const jpeg = readFileSync(await (await handed).path());
  expect(jpeg.subarray(0, 3).toString('hex')).toBe('ffd8ff');
  await theirs.page.close();
});
