/** The gateway against the city simulator, which shares no code with it: both sides of the platform's interface. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePorts } from '#testing/free-ports.ts';
import { PlayClient } from '#testing/play-client.ts';
import { runGateway, type RunningGateway } from '#testing/running-gateway.ts';
import { runSimulator, simulatorKeys, type RunningSimulator } from '#testing/running-simulator.ts';

const [httpPort, rtspPort, ingestPort] = (await freePorts(3)) as [number, number, number];

describe('a city’s video platform', { timeout: 60_000 }, () => {
  let simulator: RunningSimulator;
  let running: RunningGateway;
  const clients: PlayClient[] = [];

  beforeAll(async () => {
    running = await runGateway({
      ingestPort,
      platforms: [
        {
          id: 'city',
          kind: 'artemis',
          name: '市公安局视频专网',
          owner: 'public-security',
          baseUrl: `http://127.0.0.1:${httpPort}`,
          ...simulatorKeys,
          datum: 'gcj02',
          mediaHosts: [`127.0.0.1:${rtspPort}`],
        },
      ],
    });
    simulator = await runSimulator({ http: httpPort, rtsp: rtspPort, ingest: ingestPort });
    running.gateway.cameraSync.run();
  }, 60_000);

  afterAll(async () => {
    for (const client of clients) client.socket.terminate();
    await running.stop();
    await simulator.stop();
  }, 30_000);

  let listed: Promise<readonly string[]> | null = null;
  const platformCameras = () => (listed ??= onlineCameras());

  async function onlineCameras(): Promise<readonly string[]> {
    const { cameras } = await running.gis.saw('cameras');
    return cameras.filter(({ state }) => state === 'online').map((c) => c.platformCameraId);
  }

  async function play(platformCameraId: string): Promise<PlayClient> {
    running.gis.sources.set(platformCameraId, {
      kind: 'platform',
      platformId: 'city',
      platformCameraId,
    });
    const ticket = running.gis.ticket({ cameraId: platformCameraId });
    const client = PlayClient.withTicket(running.port, ticket);
    clients.push(client);
    return client;
  }

  it('is listed for gis-server, with its datum and the last page marked', async () => {
    const message = await running.gis.saw('cameras');
    expect(message).toMatchObject({ platformId: 'city', datum: 'gcj02', last: true });
    expect(message.cameras.length).toBeGreaterThan(3);
  });

  it('shows a camera that it streams over RTSP', async () => {
    const [first] = await platformCameras();
    const client = await play(first!);
    await client.until(({ binary }) => binary.length > 30);
    expect(client.said('config')?.mime).toMatch(/avc1/);
  });

  it('shows a camera that pushes RTMP to us', async () => {
    running.gis.sources.set('mobile', { kind: 'direct', url: 'rtmp://ingest/live/test-mobile-1' });
    const client = PlayClient.withTicket(running.port, running.gis.ticket({ cameraId: 'mobile' }));
    clients.push(client);
    await client.until(({ binary }) => binary.length > 30);
  });

  it('shows a mobile camera by a new ticket once it pushes again, and tells gis-server so', async () => {
    const cameraId = 'test-mobile-1';
    running.gis.sources.set(cameraId, { kind: 'direct', url: `rtmp://ingest/live/${cameraId}` });
    const look = () => {
      const client = PlayClient.withTicket(running.port, running.gis.ticket({ cameraId }));
      clients.push(client);
      return client;
    };
    const told = (wanted: string) =>
      running.gis.saw(
        'camera-states',
        ({ states: [of] }) => of?.cameraId === cameraId && of.state === wanted,
      );
    await simulator.fault({ cameraId, fault: 'camera-offline', on: true });
    const first = look();
    await first.until((c) => c.said('state', 'offline')?.reason === 'camera-offline');
    await told('offline');
    first.socket.close();
    await simulator.fault({ cameraId, fault: 'camera-offline', on: false });
    await look().until(({ binary }) => binary.length > 5);
    await told('online');
  });

  it('asks for a new address when the picture stalls, and goes on', async () => {
    const cameraId = (await platformCameras())[2]!;
    const client = await play(cameraId);
    await client.until(({ binary }) => binary.length > 5);
    await simulator.fault({ cameraId, fault: 'stall', on: true });
    await client.until((c) => c.said('state', 'stalled') !== undefined);
    await simulator.fault({ cameraId, fault: 'stall', on: false });
    await client.until((c) => c.said('config')?.epoch === 2);
    client.socket.close();
  });

  it('tells gis-server when the platform no longer answers, and when it does again', async () => {
    const cameraId = (await platformCameras())[3]!;
    await simulator.fault({ platform: true, fault: 'platform-hangs', on: true });
    const client = await play(cameraId);
    await client.until((c) => c.said('state', 'offline') !== undefined);
    expect(client.said('state', 'offline')?.reason).toBe('platform-unreachable');
    const down = await running.gis.saw('platform-state', ({ state }) => state === 'unreachable');
    expect(down.platformId).toBe('city');
    running.gis.messages.length = 0;
    await simulator.fault({ platform: true, fault: 'platform-hangs', on: false });
    await client.until(({ binary }) => binary.length > 0);
    await running.gis.saw('platform-state', ({ state }) => state === 'reachable');
    client.socket.close();
  });

  it.each([
    ['camera-offline', 'camera-offline'],
    ['platform-refuses', 'platform-refused'],
    ['redirect', 'redirect-refused'],
  ])('says why a camera with the fault %s shows nothing', async (name, reason) => {
    const cameraId = (await platformCameras())[1]!;
    await simulator.fault({ cameraId, fault: name, on: true });
    const client = await play(cameraId);
    await client.until((c) => c.said('state', 'offline') !== undefined);
    expect(client.said('state', 'offline')?.reason).toBe(reason);
    client.socket.close();
    await simulator.fault({ cameraId, fault: name, on: false });
    running.gateway.relays.stop();
  });
});
