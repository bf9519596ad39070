import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningSimulator } from '../simulator.ts';
import { callPlatform, previewUrl } from '../testing/platform-client.ts';
import { RtspTestClient } from '../testing/rtsp-client.ts';
import { startTestSimulator } from '../testing/test-simulator.ts';

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => simulator.faults.clear());

const previewPath = '/api/video/v1/cameras/previewURLs';
const wish = { cameraIndexCode: 'platform-test-1', protocol: 'rtsp' };

function switchFault(body: Record<string, unknown>): Promise<Response> {
  return fetch(`${simulator.url}/control/faults`, { method: 'POST', body: JSON.stringify(body) });
}

async function describeOf(url: string) {
  const client = await RtspTestClient.connect(simulator.rtspPort);
  const reply = await client.ask('DESCRIBE', url);
  client.close();
  return reply;
}

describe('faults', () => {
  it('camera-offline cuts the running stream and refuses the next preview', async () => {
    const client = await RtspTestClient.connect(simulator.rtspPort);
    await client.play(await previewUrl(simulator.url, 'platform-test-1'));
    await client.until(() => client.packets.length > 0);
    await switchFault({ cameraId: 'platform-test-1', fault: 'camera-offline', on: true });
    await client.untilClosed();
    expect((await callPlatform(simulator.url, previewPath, wish)).code).not.toBe('0');
    await switchFault({ cameraId: 'platform-test-1', fault: 'camera-offline', on: false });
    expect((await callPlatform(simulator.url, previewPath, wish)).code).toBe('0');
  });

  it('stall keeps the connection and stops the media, which comes back with a key frame', async () => {
    const client = await RtspTestClient.connect(simulator.rtspPort);
    await client.play(await previewUrl(simulator.url, 'platform-test-1'));
    await client.until(() => client.packets.length > 0);
    await switchFault({ cameraId: 'test-1', fault: 'stall', on: true });
    // Its answer comes behind all media that was sent before it.
    await client.ask('OPTIONS', 'rtsp://any/');
    const before = client.packets.length;
    const other = await RtspTestClient.connect(simulator.rtspPort);
    await other.play(`rtsp://127.0.0.1:${simulator.rtspPort}/camera/test-2`);
    const known = other.packets.length;
    await other.until(() => other.packets.filter((p) => p.marker).length > known + 15);
    await client.ask('OPTIONS', 'rtsp://any/');
    expect(client.packets.length).toBe(before);
    await switchFault({ cameraId: 'test-1', fault: 'stall', on: false });
    await client.until(() => client.packets.length > before);
    expect(client.packets[before]!.payload[0]! & 0x1f).toBe(24); // the aggregate with SPS and PPS
    client.close();
    other.close();
  });

  it('redirect answers DESCRIBE with 302 to the address given', async () => {
    const location = 'rtsp://127.0.0.1:9/elsewhere';
    await switchFault({ cameraId: 'test-1', fault: 'redirect', on: true, location });
    const reply = await describeOf(await previewUrl(simulator.url, 'platform-test-1'));
    expect(reply).toMatchObject({ status: 302, headers: { location } });
  });

  it('url-expired hands out an address that opens nothing', async () => {
    await switchFault({ cameraId: 'test-1', fault: 'url-expired', on: true });
    expect((await describeOf(await previewUrl(simulator.url, 'platform-test-1'))).status).toBe(404);
  });

  it('auth-401-loop asks for credentials each time with another nonce', async () => {
    await switchFault({ platform: true, fault: 'auth-401-loop', on: true });
    const url = `rtsp://127.0.0.1:${simulator.rtspPort}/camera/test-1`;
    const [first, second] = [await describeOf(url), await describeOf(url)];
    expect([first.status, second.status]).toEqual([401, 401]);
    expect(first.headers['www-authenticate']).not.toBe(second.headers['www-authenticate']);
  });

  it('platform-refuses answers HTTP 200 with a code other than "0"', async () => {
    await switchFault({ platform: true, fault: 'platform-refuses', on: true });
    const reply = await callPlatform(simulator.url, '/api/resource/v1/cameras', {
      pageNo: 1,
      pageSize: 1,
    });
    expect(reply.status).toBe(200);
    expect(reply.code).not.toBe('0');
  });

  it('platform-hangs takes the request and never answers, while /healthz goes on', async () => {
    await switchFault({ platform: true, fault: 'platform-hangs', on: true });
    const signal = AbortSignal.timeout(1500);
    await expect(callPlatform(simulator.url, previewPath, wish, { signal })).rejects.toThrow();
    expect((await fetch(`${simulator.url}/healthz`)).status).toBe(200);
  });

  it('slow answers, but late', async () => {
    await switchFault({ cameraId: 'test-1', fault: 'slow', on: true });
    const startedAt = performance.now();
    expect((await callPlatform(simulator.url, previewPath, wish)).code).toBe('0');
    expect(performance.now() - startedAt).toBeGreaterThan(3500);
  });

  it('are not switched by a web page', async () => {
    const answer = await fetch(`${simulator.url}/control/faults`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: JSON.stringify({ platform: true, fault: 'stall', on: true }),
    });
    expect(answer.status).toBe(403);
    expect(simulator.faults.list()).toEqual([]);
  });

  it.each([
    ['an unknown camera', { cameraId: 'nobody', fault: 'stall', on: true }],
    ['an unknown fault', { platform: true, fault: 'earthquake', on: true }],
    ['neither camera nor platform', { fault: 'stall', on: true }],
  ])('are not switched for %s', async (_, body) => {
    expect((await switchFault(body)).status).toBe(400);
    expect(simulator.faults.list()).toEqual([]);
  });
});
