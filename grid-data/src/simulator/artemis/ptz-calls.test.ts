import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningSimulator } from '../simulator.ts';
import { callPlatform } from '../testing/platform-client.ts';
import { startTestSimulator } from '../testing/test-simulator.ts';

const control = '/api/video/v1/ptzs/controlling';
const turning = { cameraIndexCode: 'platform-test-2' };

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.close());

const call = async (path: string, body: object) => callPlatform(simulator.url, path, body);

async function pose(): Promise<{ panDeg: number; zoom: number }> {
  const status = await fetch(`${simulator.url}/control/status`);
  const { poses } = (await status.json()) as {
    poses: Record<string, { panDeg: number; zoom: number }>;
  };
  return poses['test-2']!;
}

it('a camera of the bureau turns between start and stop, and does not stop where stops are lost', async () => {
  const left = { ...turning, command: 'LEFT', speed: 100 };
  expect((await call(control, { ...left, action: 0 })).code).toBe('0');
  await expect.poll(async () => (await pose()).panDeg).toBeGreaterThan(180);
  simulator.faults.set('ptz-stop-lost', { cameraId: 'test-2' }, true);
  expect((await call(control, { ...left, action: 1 })).code).toBe('0');
  const before = (await pose()).panDeg;
  await expect.poll(async () => (await pose()).panDeg).not.toBe(before);
  simulator.faults.clear();
  await call(control, { ...left, action: 1 });
  expect(await pose()).toEqual(await pose());
});

it('a camera of the bureau goes to its presets, keeps new ones and fills the picture with a box', async () => {
  const { data } = await call('/api/video/v1/presets/searches', turning);
  expect(data!.list).toContainEqual(
    expect.objectContaining({ presetPointIndex: 2, presetPointName: '左侧路口' }),
  );
  const goTo = { ...turning, action: 0, command: 'GOTO_PRESET' };
  expect((await call(control, { ...goTo, presetIndex: 2 })).code).toBe('0');
  await expect.poll(pose, { timeout: 10_000 }).toMatchObject({ panDeg: 270, zoom: 2 });
  const named = { ...turning, presetIndex: 9, presetName: '桥头' };
  expect((await call('/api/video/v1/presets/addition', named)).code).toBe('0');
  const middle = { startX: 64, startY: 64, endX: 191, endY: 191 };
  await call('/api/video/v1/ptzs/selZoom', { ...turning, ...middle });
  expect((await pose()).zoom).toBeCloseTo(4, 1);
  expect((await call(control, { ...goTo, presetIndex: 99 })).code).not.toBe('0');
});

it('a camera that does not turn says so', async () => {
  const fixed = { cameraIndexCode: 'platform-test-1', action: 0, command: 'UP' };
  expect((await call(control, fixed)).code).toBe('0x01b01304');
});
