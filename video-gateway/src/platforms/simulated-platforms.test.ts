/** Every adapter against the city simulator, through a whole gateway: listed, played, played again, turned. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AccessUnit } from '#media/access-unit.ts';
import type { Platform } from '#platforms/platform.ts';
import { freePorts } from '#testing/free-ports.ts';
import { aSignedGetEntry } from '#testing/platform-entries.ts';
import { PlayClient } from '#testing/play-client.ts';
import { runGateway, type RunningGateway } from '#testing/running-gateway.ts';
import { runSimulator, simulatorKeys, type RunningSimulator } from '#testing/running-simulator.ts';

const [http, rtsp] = (await freePorts(2)) as [number, number];
const ports = { http, rtsp };
const { appKey, appSecret } = simulatorKeys;
const shared = {
  name: 'P',
  baseUrl: `http://127.0.0.1:${ports.http}`,
  mediaHosts: [`127.0.0.1:${ports.rtsp}`],
};

function entries(camerasFile: string): object[] {
  const { cameras, live } = aSignedGetEntry({ baseUrl: shared.baseUrl });
  const signedIn = { appkey: '{appkey}', timestamp: '{timestampMs}' };
  return [
    {
      ...shared,
      id: 'bureau',
      kind: 'artemis',
      owner: 'public-security',
      datum: 'gcj02',
      appKey,
      appSecret,
    },
    {
      ...shared,
      id: 'town',
      kind: 'icc',
      owner: 'township-xueliang',
      datum: 'wgs84',
      username: appKey,
      password: appSecret,
      clientId: 'test',
      clientSecret: appSecret,
    },
    {
      ...shared,
      id: 'mistyped',
      kind: 'icc',
      owner: 'township-xueliang',
      datum: 'wgs84',
      username: appKey,
      password: 'mistyped',
      clientId: 'test',
      clientSecret: appSecret,
    },
    {
      ...shared,
      id: 'traffic',
      kind: 'signed-get',
      owner: 'traffic',
      datum: 'bd09',
      maxPulls: 1,
      lineWaitMs: 100,
      secret: appSecret,
      constants: { appkey: appKey },
      signature: { parameter: 'token', hash: 'md5' },
      answer: { ok: ['1'] },
      cameras: { ...cameras, parameters: { ...cameras.parameters, ...signedIn } },
      live: { ...live, parameters: { ...signedIn, id: '{cameraId}' } },
    },
    {
      id: 'recorder',
      kind: 'direct',
      name: 'P',
      owner: 'school',
      datum: 'cgcs2000',
      mediaHosts: shared.mediaHosts,
      camerasFile,
    },
  ];
}

describe('the platforms of a city', { timeout: 60_000 }, () => {
  let folder: string;
  let simulator: RunningSimulator;
  let running: RunningGateway;
  const clients: PlayClient[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recorder-'));
    const camerasFile = join(folder, 'recorder.json');
    const main = `rtsp://127.0.0.1:${ports.rtsp}/camera/test-4`;
    const cameras = [{ id: 'gate', name: '校门', main, longitude: 100, latitude: 30 }];
    writeFileSync(camerasFile, JSON.stringify({ cameras }), { mode: 0o600 });
    simulator = await runSimulator(ports);
    running = await runGateway({ platforms: entries(camerasFile) });
  }, 60_000);

  afterEach(async () => {
    for (const client of clients.splice(0)) client.socket.terminate();
    running.gateway.relays.stop();
    await fetch(`${simulator.url}/control/faults`, { method: 'DELETE' });
  });

  afterAll(async () => {
    await running.stop();
    await simulator.stop();
    rmSync(folder, { recursive: true });
  }, 30_000);

  const platform = (id: string): Platform =>
    running.videoSide.platforms.find((one) => one.id === id)!;

  function look(platformId: string, platformCameraId: string): PlayClient {
    const cameraId = `${platformId}:${platformCameraId}`;
    running.gis.sources.set(cameraId, { kind: 'platform', platformId, platformCameraId });
    const client = PlayClient.withTicket(running.port, running.gis.ticket({ cameraId }));
    clients.push(client);
    return client;
  }

  it.each([
    ['bureau', 'gcj02', 'platform-test-1', 6],
    ['town', 'wgs84', '1000001$1$0$0', 2],
    ['traffic', 'bd09', '7001', 2],
    ['recorder', 'cgcs2000', 'gate', 1],
  ])(
    '%s is listed for gis-server in its datum, and its camera plays',
    async (id, datum, cameraId, count) => {
      const page = await running.gis.saw(
        'cameras',
        ({ platformId, last }) => platformId === id && last,
      );
      expect(page).toMatchObject({ datum, owner: platform(id).owner });
      const ids = running.gis.messages.flatMap((message) =>
        message.type === 'cameras' && message.listingId === page.listingId
          ? message.cameras.map(({ platformCameraId }) => platformCameraId)
          : [],
      );
      expect(ids).toHaveLength(count);
      expect(ids).toContain(cameraId);
      await look(id, cameraId).until(({ binary }) => binary.length > 30);
    },
  );

  it('that give an address of their inner network first are pulled by the other', async () => {
    const fault = 'several-addresses-with-internal-first';
    await simulator.fault({ platform: true, fault, on: true });
    await look('town', '1000002$1$0$0').until(({ binary }) => binary.length > 5);
  });

  it('whose licence is used up say so, and give the line on when it comes back', async () => {
    const first = look('traffic', '7001');
    await first.until(({ binary }) => binary.length > 5);
    const second = look('traffic', '7002');
    await second.until((client) => client.said('state', 'offline') !== undefined);
    expect(second.said('state', 'offline')?.reason).toBe('licence-full');
    expect(running.videoSide.pulls.lines()).toContainEqual({
      platformId: 'traffic',
      max: 1,
      inUse: 1,
      waiting: 0,
    });
    first.socket.terminate();
    running.gateway.relays.stop();
    await look('traffic', '7002').until(({ binary }) => binary.length > 5);
  });

  it('that refuse our password are left alone before they lock the account, and gis-server is told', async () => {
    const mistyped = platform('mistyped');
    for (let i = 0; i < 5; i += 1) {
      await expect(mistyped.openLive('1000001$1$0$0', 'main')).rejects.toThrow();
    }
    running.gateway.cameraSync.tellChanges();
    await running.gis.saw(
      'platform-state',
      ({ platformId, reason }) => platformId === 'mistyped' && reason === 'platform-login-paused',
    );
    // The simulator locks after five wrong passwords: somebody else's right one still opens.
    running.gateway.cameraSync.run();
    await look('town', '1000001$1$0$0').until(({ binary }) => binary.length > 5);
  });

  it.each(['bureau', 'town'])('%s plays what it recorded', async (id) => {
    const cameraId = id === 'bureau' ? 'platform-test-1' : '1000001$1$0$0';
    const recordings = platform(id).recordings!;
    const toMs = Math.floor(Date.now() / 1_000) * 1_000 - 60_000;
    // From a noon in Beijing on: at three in the morning the recorder checks its disks.
    const noonMs = Math.floor(toMs / 86_400_000) * 86_400_000 + 4 * 3_600_000;
    const span = { fromMs: noonMs - 2 * 86_400_000, toMs };
    const spans = await recordings.list(cameraId, span);
    expect(spans.length).toBeGreaterThan(1);
    expect(spans[0]!.fromMs).toBe(span.fromMs);
    const units = await new Promise<AccessUnit[]>((resolve, reject) => {
      const seen: AccessUnit[] = [];
      const opening = running.videoSide.pulls.open(
        id,
        (one) => one.recordings!.open(cameraId, spans[0]!, 1),
        {
          onUnit: (unit) => {
            seen.push(unit);
            if (seen.length === 10) resolve(seen);
          },
          onEnd: reject,
        },
      );
      opening.catch(reject);
    });
    expect(units).toHaveLength(10);
  });

  it.each([
    ['bureau', 'platform-test-2', 'test-2'],
    ['town', '1000001$1$0$0', 'test-icc-1'],
  ])('%s turns a camera from start to stop', async (id, cameraId, cityId) => {
    const ptz = platform(id).ptz!;
    const pan = async () => {
      const { poses } = await simulator.status();
      return (poses as Record<string, { panDeg: number }>)[cityId]!.panDeg;
    };
    await ptz.move(cameraId, 'right', 1, 'start');
    await expect.poll(pan, { timeout: 10_000 }).toBeGreaterThan(0);
    await ptz.move(cameraId, 'right', 1, 'stop');
    expect(await pan()).toBe(await pan());
    const { presets } = platform(id);
    await presets!.set(cameraId, { number: 7, name: '桥头' });
    await expect(presets!.list(cameraId)).resolves.toContainEqual({ number: 7, name: '桥头' });
    await presets!.call(cameraId, 1);
    await expect.poll(pan, { timeout: 10_000 }).toBe(0);
  });
});
