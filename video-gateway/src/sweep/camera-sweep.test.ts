/** Cameras that nobody watches, checked against the city simulator and its faults. */
import type { CameraHealth } from 'grid-data';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deviationOf } from '#sweep/one-colour.ts';
import { freePorts } from '#testing/free-ports.ts';
import { PlayClient } from '#testing/play-client.ts';
import { runGateway, type RunningGateway } from '#testing/running-gateway.ts';
import { runSimulator, simulatorKeys, type RunningSimulator } from '#testing/running-simulator.ts';

const [httpPort, rtspPort] = (await freePorts(2)) as [number, number];

describe('the sweep over cameras that nobody watches', { timeout: 90_000 }, () => {
  let simulator: RunningSimulator;
  let running: RunningGateway;
  let cameras: readonly string[] = [];

  beforeAll(async () => {
    simulator = await runSimulator({ http: httpPort, rtsp: rtspPort });
    running = await runGateway({
      environment: { VIDEO_SWEEP: 'on', VIDEO_SWEEP_MINUTES: '0.05', VIDEO_SWEEP_AT_ONCE: '3' },
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
          maxPulls: 6,
        },
      ],
    });
    const listed = await running.gis.saw('cameras');
    cameras = listed.cameras.filter((c) => c.state === 'online').map((c) => c.platformCameraId);
    for (const platformCameraId of cameras) {
      running.gis.sources.set(platformCameraId, {
        kind: 'platform',
        platformId: 'city',
        platformCameraId,
      });
    }
  }, 60_000);

  afterAll(async () => {
    await running.stop();
    await simulator.stop();
  }, 30_000);

  beforeEach(() => {
    running.gis.messages.length = 0;
    running.gis.toCheck.clear();
  });

  const fault = (platformCameraId: string, kind: string, on = true) =>
    simulator.fault({ cameraId: platformCameraId.replace(/^platform-/, ''), fault: kind, on });

  const found = async (cameraId: string, health: CameraHealth) =>
    running.gis.saw('camera-states', ({ states }) =>
      states.some((each) => each.cameraId === cameraId && each.health === health),
    );

  it('tells a black, a frozen, a skewed, a refusing and a silent camera apart, in one round of its own', async () => {
    const [black, frozen, skewed, refusing, silent] = cameras as string[];
    await fault(black!, 'picture-black');
    await fault(frozen!, 'picture-frozen');
    await fault(skewed!, 'clock-skew');
    await fault(refusing!, 'auth-401-loop');
    await fault(silent!, 'stall');
    for (const each of [black, frozen, skewed, refusing, silent]) {
      running.gis.toCheck.add(each!);
    }
    await Promise.all([
      found(black!, 'black'),
      found(frozen!, 'frozen'),
      found(skewed!, 'clock-skew'),
      found(refusing!, 'no-auth'),
      found(silent!, 'stalled'),
    ]);
    const round = await running.gis.saw('cameras-swept');
    expect(round.found).toMatchObject({ black: 1, frozen: 1 });
    expect(running.gis.messages.some(({ type }) => type === 'view-opening')).toBe(false);
    for (const kind of [
      'picture-black',
      'picture-frozen',
      'clock-skew',
      'auth-401-loop',
      'stall',
    ]) {
      for (const each of cameras) await fault(each, kind, false);
    }
    await expect.poll(() => running.gateway.relays.relays.length, { timeout: 30_000 }).toBe(0);
  });

  it('leaves the last lines of a licence to people, and the pulls of people alone', async () => {
    const [one, two, three, four, five] = cameras as string[];
    const clients = [one, two, three, four].map((cameraId) =>
      PlayClient.withTicket(running.port, running.gis.ticket({ cameraId: cameraId! })),
    );
    await Promise.all(clients.map((client) => client.until(({ binary }) => binary.length > 3)));
    running.gis.toCheck.add(one!).add(five!);
    const round = await running.gis.saw('cameras-swept');
    expect(round).toMatchObject({ skipped: 2, found: {} });
    expect(running.videoSide.pulls.lines()[0]).toMatchObject({ inUse: 4, max: 6 });
    for (const client of clients) client.socket.terminate();
    await expect.poll(() => running.videoSide.pulls.lines()[0]?.inUse, { timeout: 30_000 }).toBe(0);
  });

  it('checks at once what somebody asks for, and says so as a round', async () => {
    running.gis.check([cameras[0]!]);
    await found(cameras[0]!, 'live');
    expect(await running.gis.saw('cameras-swept')).toMatchObject({ found: { live: 1 } });
  });

  it('reports lines, load and what a platform last failed with', async () => {
    running.gateway.report.tellNow();
    const { report } = await running.gis.saw('gateway-report');
    expect(report.platforms[0]).toMatchObject({ platformId: 'city', lines: 6, sparedUntil: null });
    expect(report.sweep).toMatchObject({ atOnce: 3 });
  });
});

it('a picture of one colour deviates little, a night street more', () => {
  expect(deviationOf(new Uint8Array(64).fill(16))).toBe(0);
  expect(deviationOf(Uint8Array.from({ length: 64 }, (_, i) => 16 + (i % 16)))).toBeGreaterThan(3);
});
