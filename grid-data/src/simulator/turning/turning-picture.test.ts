/** What a camera that turns shows, decoded by a program that is not ours. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedClips } from '../clips/catalogue.ts';
import { nalTypeOf, nalTypes } from '../media/annex-b.ts';
import { ClipShelf } from '../media/clip-shelf.ts';
import type { HeadPose } from '../ptz/camera-heads.ts';
import type { RunningSimulator } from '../simulator.ts';
import { hasFfmpeg } from '../testing/ffmpeg.ts';
import { callPlatform } from '../testing/platform-client.ts';
import { RtspTestClient, unitsOf } from '../testing/rtsp-client.ts';
import { startTestSimulator } from '../testing/test-simulator.ts';
import { pictureSize, rawBytes, type RawPicture } from './raw-picture.ts';
import { TurnedScene } from './turned-scene.ts';

const control = '/api/video/v1/ptzs/controlling';
const turning = { cameraIndexCode: 'platform-test-2' };
const patience = { timeout: 60_000 };
const startCode = Buffer.from([0, 0, 0, 1]);
const brightness = pictureSize.width * pictureSize.height;

let simulator: RunningSimulator;
let client: RtspTestClient;
beforeAll(async () => {
  simulator = await startTestSimulator();
  client = await RtspTestClient.connect(simulator.rtspPort);
  await client.play(`rtsp://127.0.0.1:${simulator.rtspPort}/camera/test-2`);
});
afterAll(async () => {
  client.close();
  await simulator.close();
});

async function goTo(presetIndex: number): Promise<HeadPose> {
  const command = { ...turning, action: 0, command: 'GOTO_PRESET', presetIndex };
  expect((await callPlatform(simulator.url, control, command)).code).toBe('0');
  const pose = async () => {
    const answer = await fetch(`${simulator.url}/control/status`);
    const { poses } = (await answer.json()) as { poses: Record<string, HeadPose> };
    return poses['test-2']!;
  };
  let before = await pose();
  await expect
    .poll(async () => {
      const [last, now] = [before, await pose()];
      before = now;
      return now.panDeg - last.panDeg;
    }, patience)
    .toBe(0);
  return before;
}

async function newestPicture(): Promise<RawPicture> {
  client.packets.length = 0;
  const keys = () =>
    unitsOf(client.packets).filter(({ unit }) => nalTypeOf(unit) === nalTypes.keySlice);
  await client.until(() => keys().length > 0);
  const units = unitsOf(client.packets).map(({ unit }) => unit);
  const from = units.findIndex((unit) => nalTypeOf(unit) === nalTypes.sps);
  const stream = Buffer.concat(units.slice(from).flatMap((unit) => [startCode, unit]));
  const words = ['-v', 'error', '-f', 'h264', '-i', 'pipe:0', '-frames:v', '1'];
  const { stdout } = spawnSync(
    'ffmpeg',
    [...words, '-f', 'rawvideo', '-pix_fmt', 'yuv420p', 'pipe:1'],
    { input: stream, maxBuffer: 2 ** 26 },
  );
  return new Uint8Array(stdout);
}

const drawnAt = (pose: HeadPose): RawPicture => {
  const name = new ClipShelf().nameFor(null, 'square', 'test-2');
  return new TurnedScene(sharedClips[name]!()).picture(pose, 0);
};

/** Of 255: what walks and drives through the picture makes little of it. */
function difference(one: RawPicture, other: RawPicture): number {
  let sum = 0;
  for (let at = 0; at < brightness; at += 1) sum += Math.abs(one[at]! - other[at]!);
  return sum / brightness;
}

/** What is shown once it is what lies there. */
async function shownAt(pose: HeadPose): Promise<RawPicture> {
  const wanted = drawnAt(pose);
  let shown = await newestPicture();
  await expect
    .poll(async () => {
      shown = await newestPicture();
      return shown.length === rawBytes ? difference(shown, wanted) : 255;
    }, patience)
    .toBeLessThan(5);
  return shown;
}

describe.runIf(hasFfmpeg)('a camera that turns', { timeout: 200_000 }, () => {
  it('shows what lies where its head looks, nearer where it zooms, and its clip again at home', async () => {
    const home = { panDeg: 0, tiltDeg: -10, zoom: 1 };
    const left = await goTo(2);
    expect(left).toMatchObject({ panDeg: 270, zoom: 2 });
    const shown = await shownAt(left);
    expect(difference(shown, drawnAt(home))).toBeGreaterThan(10);
    expect(difference(shown, drawnAt({ ...left, zoom: 1 }))).toBeGreaterThan(10);
    expect(difference(shown, drawnAt({ ...left, tiltDeg: -40 }))).toBeGreaterThan(10);

    await shownAt(await goTo(3));
    await goTo(1);
    await expect
      .poll(async () => (await newestPicture()).length, patience)
      .toBe((640 * 360 * 3) / 2);
  });

  it('loses no packet on the way from clip to drawing and back, and sends each picture', () => {
    const sequences = client.packets.map(({ sequence }) => sequence);
    expect(sequences.slice(1).every((n, at) => n === (sequences[at]! + 1) % 65_536)).toBe(true);
  });
});
