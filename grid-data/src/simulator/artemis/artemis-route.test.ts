import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromCgcs2000 } from '#domain/coordinate-systems.ts';
import type { RunningSimulator } from '../simulator.ts';
import { testCameras } from '../cameras/test-cameras.ts';
import { callPlatform, previewUrl } from '../testing/platform-client.ts';
import { startTestSimulator } from '../testing/test-simulator.ts';

const listPath = '/api/resource/v1/cameras';
const previewPath = '/api/video/v2/cameras/previewURLs';
let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.close());

type Item = Record<string, unknown>;

describe('camera list of public security', () => {
  it('comes in pages that together hold every camera but those that push', async () => {
    const listed = testCameras.filter(
      (camera) => camera.kind !== 'mobile' && camera.platform === 'artemis',
    );
    const codes: unknown[] = [];
    for (const pageNo of [1, 2, 3]) {
      const { code, data } = await callPlatform(simulator.url, listPath, { pageNo, pageSize: 4 });
      expect(code).toBe('0');
      expect(data).toMatchObject({ total: listed.length, pageNo, pageSize: 4 });
      codes.push(...(data!.list as Item[]).map((item) => item.cameraIndexCode));
    }
    expect(codes).toEqual(listed.map((camera) => camera.platformCameraId));
  });

  it('tells positions in GCJ-02 and states as numbers', async () => {
    const { data } = await callPlatform(simulator.url, listPath, { pageNo: 1, pageSize: 10 });
    const items = data!.list as Item[];
    const [longitude, latitude] = fromCgcs2000('gcj02', [
      testCameras[0]!.longitude,
      testCameras[0]!.latitude,
    ]);
    expect(Number(items[0]!.longitude)).toBeCloseTo(longitude, 5);
    expect(Number(items[0]!.latitude)).toBeCloseTo(latitude, 5);
    expect(items[0]!.status).toBe(1);
    expect(items.find((item) => item.cameraIndexCode === 'platform-test-6')!.status).toBe(2);
  });

  it('refuses pages out of bounds, as HTTP 200 with a code', async () => {
    const reply = await callPlatform(simulator.url, listPath, { pageNo: 0, pageSize: 5000 });
    expect(reply.status).toBe(200);
    expect(reply.code).not.toBe('0');
  });
});

describe('signing in to public security', () => {
  const page = { pageNo: 1, pageSize: 1 };

  it('refuses a wrong secret', async () => {
    const reply = await callPlatform(simulator.url, listPath, page, { secret: 'wrong' });
    expect(reply).toMatchObject({ status: 200, code: '0x02401003', data: null });
  });

  it('refuses a request that was signed an hour ago', async () => {
    const timestamp = Date.now() - 3_600_000;
    const reply = await callPlatform(simulator.url, listPath, page, { timestamp });
    expect(reply.code).toBe('0x02401003');
  });

  it('takes each nonce once', async () => {
    const nonce = randomUUID();
    const first = await callPlatform(simulator.url, listPath, page, { nonce });
    const again = await callPlatform(simulator.url, listPath, page, { nonce });
    expect([first.code, again.code]).toEqual(['0', '0x02401003']);
  });
});

describe('preview addresses of public security', () => {
  it('are rtsp addresses of the media node, each one new', async () => {
    const [one, other] = [
      await previewUrl(simulator.url, 'platform-test-1'),
      await previewUrl(simulator.url, 'platform-test-1'),
    ];
    expect(one).toMatch(`rtsp://127.0.0.1:${simulator.rtspPort}/openUrl/`);
    expect(other).not.toBe(one);
  });

  it.each([
    ['of a camera that is offline', { cameraIndexCode: 'platform-test-6', protocol: 'rtsp' }],
    ['of an unknown camera', { cameraIndexCode: 'nobody', protocol: 'rtsp' }],
    ['in PS', { cameraIndexCode: 'platform-test-1', protocol: 'rtsp', streamform: 'ps' }],
    ['over HLS', { cameraIndexCode: 'platform-test-1', protocol: 'hls' }],
    ['without a camera', { protocol: 'rtsp' }],
  ])('are refused %s', async (_, body) => {
    const reply = await callPlatform(simulator.url, previewPath, body);
    expect(reply).toMatchObject({ status: 200, data: null });
    expect(reply.code).not.toBe('0');
  });

  it('speak the private protocol where none is asked for', async () => {
    const body = { cameraIndexCode: 'platform-test-1' };
    const { data } = await callPlatform(simulator.url, previewPath, body);
    expect(data!.url).toMatch(/^hik:/);
  });
});
