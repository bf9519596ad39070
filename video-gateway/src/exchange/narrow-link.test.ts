/** The link between two networks carries less than the cameras send, and breaks under that load. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { padded } from '#testing/camera/padded-clip.ts';
import { ScriptedCamera } from '#testing/camera/scripted-camera.ts';
import { FaultyLine } from '#testing/faulty-line.ts';
import { anArtemisEntry } from '#testing/platform-entries.ts';
import { PlayClient } from '#testing/play-client.ts';
import { runGateway, type RunningGateway } from '#testing/running-gateway.ts';
import { ScriptedPlatform } from '#testing/scripted-platform.ts';

const cameras = ['camera-1', 'camera-2', 'camera-3', 'camera-4'] as const;
/** A megabit a second from each of four, and a line of 1.6 for all. */
const bytesPerPicture = 5_000;
const narrowBytesPerSecond = 200_000;
const place = { platformId: 'bureau', platformCameraId: 'p1' };

describe('a link that carries less than half of what is pulled', { timeout: 120_000 }, () => {
  const camera = new ScriptedCamera({ payloadsOf: padded(bytesPerPicture), keyEvery: 25 });
  let platform: ScriptedPlatform;
  let line: FaultyLine;
  let running: RunningGateway;
  const viewers = new Map<string, PlayClient>();
  const viewId = randomUUID();

  beforeEach(async () => {
    await camera.listen();
    platform = await new ScriptedPlatform().listen();
    platform.answer = () => ({ body: { code: '0', data: { url: camera.url() } } });
    const entry = anArtemisEntry({ baseUrl: platform.url });
    running = await runGateway({
      arrangement: 'split',
      platforms: [{ ...entry, id: 'bureau', mediaHosts: ['127.0.0.1'] }],
      exchangeThrough: async (port) => {
        line = await new FaultyLine(port, 'from-caller').listen();
        return line.port;
      },
    });
    for (const cameraId of cameras) {
      running.gis.sources.set(cameraId, { kind: 'platform', ...place });
      const look = cameraId === 'camera-1' ? { cameraId, viewId } : { cameraId };
      viewers.set(cameraId, PlayClient.withTicket(running.port, running.gis.ticket(look)));
    }
    await everyoneSees(10);
  });
  afterEach(async () => {
    for (const { socket } of viewers.values()) socket.terminate();
    viewers.clear();
    await running.stop();
    await line.close();
    await platform.close();
    await camera.close();
  });

  const everyoneSees = async (more: number) => {
    const before = new Map([...viewers].map(([id, { binary }]) => [id, binary.length]));
    await Promise.all(
      [...viewers].map(([id, viewer]) =>
        viewer.until(({ binary }) => binary.length > before.get(id)! + more),
      ),
    );
  };

  /** Its stop is in nobody's hand but the video side's own, two seconds after the last word. */
  async function turn(): Promise<string> {
    const moveId = randomUUID();
    running.gis.order({
      ...({
        type: 'ptz-move',
        askId: moveId,
        viewId,
        moveId,
        command: 'left',
        speed: 0.5,
      } as const),
      camera: { cameraId: 'camera-1', ...place },
    });
    expect(await running.gis.saw('ptz-answer', ({ askId }) => askId === moveId)).toMatchObject({
      reason: null,
    });
    return moveId;
  }
  const endsOf = (moveId: string) =>
    running.gis.messages.filter((m) => m.type === 'ptz-ended' && m.moveId === moveId);

  it('leaves pictures out rather than let words wait behind them, and shows all once it is wide', async () => {
    line.throttle(narrowBytesPerSecond);
    await expect
      .poll(() => running.gateway.video.exchange?.leftOut, { timeout: 40_000 })
      .toBeGreaterThan(20);
    const moveId = await turn();
    await running.gis.saw('ptz-ended', (ended) => ended.moveId === moveId);
    line.throttle(null);
    await everyoneSees(40);
    expect(endsOf(moveId)).toHaveLength(1);
    expect(running.gateway.video.exchange).toMatchObject({ isUp: true, breaks: 0 });
    expect(running.gis.messages.some(({ type }) => type === 'view-closed')).toBe(false);
  });

  it('that breaks under it loses no end of a turn, and every picture comes back', async () => {
    line.throttle(narrowBytesPerSecond);
    const moveId = await turn();
    // The video side stops it by itself, and the word of that waits behind pictures when the line breaks.
    await expect
      .poll(() => platform.calls.filter(({ body }) => body['action'] === 1).length, {
        timeout: 20_000,
      })
      .toBe(1);
    line.cut();
    await running.gis.saw('ptz-ended', (ended) => ended.moveId === moveId);
    line.throttle(null);
    await everyoneSees(40);
    expect(endsOf(moveId)).toHaveLength(1);
    expect(running.gateway.video.exchange).toMatchObject({ isUp: true, breaks: 1 });
    expect(running.gis.messages.some(({ type }) => type === 'view-closed')).toBe(false);
    // One pull for each camera: the ones before went with the line that broke.
    await expect.poll(() => camera.playing, { timeout: 20_000 }).toBe(cameras.length);
  });
});
