import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { toCgcs2000 } from '#domain/coordinate-systems.ts';
import { testCameras } from '../cameras/test-cameras.ts';
import type { RunningSimulator } from '../simulator.ts';
import { testKeys } from '../testing/platform-client.ts';
import { RtspTestClient } from '../testing/rtsp-client.ts';
import { startTestSimulator } from '../testing/test-simulator.ts';
import { signatureRefusal } from './signed-get-route.ts';

describe('the signature of the traffic police', () => {
  const keys = { appKey: 'traffic-key', secret: 'traffic-secret' };
  // printf '%s' 'appkey=traffic-key&id=人民路 7&timestamp=1795420800000traffic-secret' | openssl dgst -md5
  const signed = {
    id: '人民路 7',
    timestamp: '1795420800000',
    appkey: 'traffic-key',
    token: '346643f6ce41e44053d015ffbb4d3ae3',
  };
  const refusalOf = (change: object) =>
    signatureRefusal(new URLSearchParams({ ...signed, ...change }), keys);

  beforeEach(() => {
    vi.useFakeTimers({ now: 1_795_420_800_000, toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is the one that openssl makes', () => {
    expect(refusalOf({})).toBeNull();
  });

  it.each([
    [{ id: '人民路 8' }, 'wrong token'],
    [{ extra: '1' }, 'wrong token'],
    [{ token: '' }, 'wrong token'],
    [{ appkey: 'other' }, 'unknown appkey'],
    [{ timestamp: '1795410800000' }, 'timestamp out of window'],
  ])('does not fit a request with %j', (change, refusal) => {
    expect(refusalOf(change)).toBe(refusal);
  });
});

describe('the web interface of the traffic police', () => {
  let simulator: RunningSimulator;
  beforeAll(async () => {
    simulator = await startTestSimulator();
  });
  afterAll(() => simulator.close());
  beforeEach(() => simulator.faults.clear());

  async function get(path: string, parameters: Record<string, string>) {
    const asked: Record<string, string> = {
      ...parameters,
      appkey: testKeys.appKey,
      timestamp: String(Date.now()),
    };
    const pairs = Object.entries(asked).map(([name, value]) => `${name}=${value}`);
    const text = `${pairs.toSorted().join('&')}${testKeys.appSecret}`;
    const token = createHash('md5').update(text).digest('hex');
    const query = new URLSearchParams({ ...asked, token });
    const reply = await fetch(`${simulator.url}/real/${path}?${query.toString()}`);
    expect(reply.status).toBe(200);
    return (await reply.json()) as { code: number; data: unknown };
  }

  it('lists its cameras in pages, positions in BD-09', async () => {
    const { code, data } = await get('cameras', { page: '2', size: '1' });
    expect(code).toBe(1);
    const { total, rows } = data as {
      total: number;
      rows: { id: string; lng: number; lat: number }[];
    };
    expect([total, rows[0]!.id]).toEqual([2, '7002']);
    const [longitude, latitude] = toCgcs2000('bd09', [rows[0]!.lng, rows[0]!.lat]);
    const camera = testCameras.find(({ platformCameraId }) => platformCameraId === '7002')!;
    expect(longitude).toBeCloseTo(camera.longitude, 5);
    expect(latitude).toBeCloseTo(camera.latitude, 5);
  });

  it('gives an address that opens one camera once', async () => {
    const { data } = await get('urls', { id: '7001' });
    const client = await RtspTestClient.connect(simulator.rtspPort);
    expect((await client.ask('DESCRIBE', String(data))).status).toBe(200);
    expect((await client.ask('DESCRIBE', String(data))).status).toBe(404);
    client.close();
  });

  it('knows no cameras of other platforms', async () => {
    expect((await get('urls', { id: 'platform-test-1' })).code).toBe(0);
  });

  it.each(['camera-offline', 'licence-full', 'platform-refuses', 'wrong-code'] as const)(
    'under the fault %s answers HTTP 200 with a code that is no success',
    async (fault) => {
      simulator.faults.set(fault, { platform: 'signed-get' }, true);
      expect((await get('urls', { id: '7001' })).code).not.toBe(1);
    },
  );
});
