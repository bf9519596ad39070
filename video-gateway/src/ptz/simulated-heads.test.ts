/** Turning cameras of the city simulator, stop lost included: its heads say where they look. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deadManMs, type PtzAct, type PtzCommand } from 'grid-data';
import { freePorts } from '#testing/free-ports.ts';
import { PlayClient } from '#testing/play-client.ts';
import { runGateway, type RunningGateway } from '#testing/running-gateway.ts';
import { runSimulator, simulatorKeys, type RunningSimulator } from '#testing/running-simulator.ts';

const [http, rtsp] = (await freePorts(2)) as [number, number];
const ports = { http, rtsp };
const { appKey, appSecret } = simulatorKeys;
const shared = {
  owner: 'public-security',
  baseUrl: `http://127.0.0.1:${ports.http}`,
  datum: 'gcj02',
  mediaHosts: [`127.0.0.1:${ports.rtsp}`],
};
const bureau = {
  cameraId: 'test-2',
  platformId: 'bureau',
  platformCameraId: 'platform-test-2',
};
const town = {
  cameraId: 'test-icc-1',
  platformId: 'town',
  platformCameraId: '1000001$1$0$0',
};

describe('heads of a city’s cameras', { timeout: 60_000 }, () => {
  let simulator: RunningSimulator;
  let running: RunningGateway;
  const clients: PlayClient[] = [];
  const views = new Map<string, string>();

  beforeAll(async () => {
    const icc = { username: appKey, password: appSecret, clientId: 'c', clientSecret: appSecret };
    const headPosition = { read: '/DMS/Ptz/GetHeadPosition', turn: '/DMS/Ptz/TurnToPosition' };
    running = await runGateway({
      platforms: [
        { id: 'bureau', name: 'B', kind: 'artemis', ...shared, appKey, appSecret },
        { id: 'town', name: 'T', kind: 'icc', ...shared, ...icc, headPosition },
      ],
    });
    simulator = await runSimulator(ports);
    for (const { cameraId, ...source } of [bureau, town]) {
      running.gis.sources.set(cameraId, { kind: 'platform', ...source });
      const viewId = randomUUID();
      const ticket = running.gis.ticket({ cameraId, viewId });
      const client = PlayClient.withTicket(running.port, ticket);
      clients.push(client);
      await client.until(({ binary }) => binary.length > 0);
      views.set(cameraId, viewId);
    }
  }, 60_000);

  afterAll(async () => {
    for (const client of clients) client.socket.terminate();
    await running.stop();
    await simulator.stop();
  }, 30_000);

  beforeEach(() => {
    running.gis.messages.length = 0;
  });

  const pose = async (cameraId: string) => {
    const { poses } = await simulator.status();
    return (poses as Record<string, { panDeg: number; tiltDeg: number; zoom: number }>)[cameraId]!;
  };
  const turns = async (cameraId: string) => {
    const before = await pose(cameraId);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return (await pose(cameraId)).panDeg !== before.panDeg;
  };

  const answerTo = (askId: string) =>
    running.gis.saw('ptz-answer', (answer) => answer.askId === askId);

  async function move(camera: typeof town, command: PtzCommand, speed = 0.2): Promise<string> {
    const moveId = randomUUID();
    const viewId = views.get(camera.cameraId)!;
    const order = { type: 'ptz-move', askId: moveId, viewId, moveId, camera } as const;
    running.gis.order({ ...order, command, speed });
    expect(await answerTo(moveId)).toMatchObject({ reason: null });
    return moveId;
  }

  async function act(camera: typeof town, wish: PtzAct) {
    const askId = randomUUID();
    const viewId = views.get(camera.cameraId)!;
    running.gis.order({ type: 'ptz-act', askId, viewId, camera, act: wish });
    return answerTo(askId);
  }

  it.each([bureau, town])('of $platformId turn, and stop by themselves', async (camera) => {
    const started = Date.now();
    const moveId = await move(camera, 'right');
    expect(await turns(camera.cameraId)).toBe(true);
    const { end } = await running.gis.saw('ptz-ended', (ended) => ended.moveId === moveId);
    expect(end).toBe('dead-man');
    expect(Date.now() - started).toBeGreaterThanOrEqual(deadManMs - 100);
    expect(await turns(camera.cameraId)).toBe(false);
  });

  it('of a platform that tells where they look are told while they turn', async () => {
    await move(town, 'left');
    const head = await running.gis.saw('ptz-head', ({ cameraId }) => cameraId === town.cameraId);
    await running.gis.saw('ptz-head', ({ position }) => position.panDeg !== head.position.panDeg);
    await running.gis.saw('ptz-ended');
  });

  it('whose stop was lost are seen to turn on, are stopped again, and an alarm is told', async () => {
    await simulator.fault({ cameraId: town.cameraId, fault: 'ptz-stop-lost', on: true });
    const moveId = await move(town, 'right', 0.1);
    running.gis.order({ type: 'ptz-stop', moveId, end: 'released' });
    await running.gis.saw('ptz-ended');
    const { trouble } = await running.gis.saw('ptz-trouble');
    expect(trouble).toBe('still-turning');
    expect(await turns(town.cameraId)).toBe(true);
    await simulator.fault({ cameraId: town.cameraId, fault: 'ptz-stop-lost', on: false });
    await expect.poll(() => turns(town.cameraId), { timeout: 20_000 }).toBe(false);
  });

  it('of a platform that hangs are stopped once it answers', async () => {
    const moveId = await move(bureau, 'right', 0.1);
    await simulator.fault({ cameraId: bureau.cameraId, fault: 'platform-refuses', on: true });
    running.gis.order({ type: 'ptz-stop', moveId, end: 'released' });
    await running.gis.saw('ptz-trouble', ({ trouble }) => trouble === 'stop-unanswered');
    await simulator.fault({ cameraId: bureau.cameraId, fault: 'platform-refuses', on: false });
    await running.gis.saw('ptz-ended', (ended) => ended.moveId === moveId);
    expect(await turns(bureau.cameraId)).toBe(false);
  });

  it('say what they can do', async () => {
    const ofBureau = await act(bureau, { kind: 'ask' });
    expect(ofBureau.abilities).toMatchObject({ turns: true, frames: true, aims: false });
    expect(ofBureau.position).toBeNull();
    const ofTown = await act(town, { kind: 'ask' });
    expect(ofTown.abilities).toMatchObject({ turns: true, frames: true, aims: true });
    expect(ofTown.abilities?.presets).toContainEqual({ number: 1, name: '原位' });
    expect(ofTown.position).toMatchObject(await pose(town.cameraId));
  });

  it('go to a preset, to a position, and to what was clicked in the picture', async () => {
    expect(
      await act(bureau, { kind: 'aim', position: { panDeg: 0, tiltDeg: 0, zoom: 1 } }),
    ).toMatchObject({ reason: 'platform-cannot-aim' });
    await act(town, { kind: 'call-preset', number: 2 });
    await expect
      .poll(async () => (await pose(town.cameraId)).panDeg, { timeout: 10_000 })
      .toBe(270);
    await act(town, { kind: 'aim', position: { panDeg: 200, tiltDeg: -5, zoom: 1 } });
    await expect
      .poll(() => pose(town.cameraId), { timeout: 10_000 })
      .toMatchObject({ panDeg: 200 });
    const box = { left: 1, right: 1, top: 0.5, bottom: 0.5 };
    await act(town, { kind: 'frame', box, widestDeg: 60 });
    await expect
      .poll(async () => (await pose(town.cameraId)).panDeg, { timeout: 10_000 })
      .toBeCloseTo(230, 0);
  });

  it('keep a preset under a number, with where they looked', async () => {
    const saved = await act(town, { kind: 'save-preset', number: 9, name: '桥头' });
    expect(saved).toMatchObject({ reason: null, position: await pose(town.cameraId) });
    const { abilities } = await act(town, { kind: 'ask' });
    expect(abilities?.presets).toContainEqual({ number: 9, name: '桥头' });
  });
});
