import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlayClient } from '#testing/play-client.ts';
import { runGateway, type RunningGateway } from '#testing/running-gateway.ts';
import { ScriptedCamera } from '#testing/camera/scripted-camera.ts';
import { pageFetch } from '#testing/page-fetch.ts';

describe('a camera that a tour shows next', { timeout: 60_000 }, () => {
  let running: RunningGateway;
  const camera = new ScriptedCamera();

  beforeAll(async () => {
    running = await runGateway();
    await camera.listen();
    running.gis.sources.set('camera-1', { kind: 'direct', url: camera.url() });
    running.gis.sources.set('dead', { kind: 'direct', url: 'rtsp://127.0.0.1:9/none' });
  });
  afterAll(async () => {
    await running.stop();
    await camera.close();
  });

  const warm = async (ticket: string) => {
    const answer = await pageFetch(`http://127.0.0.1:${running.port}/views/warm`, {
      method: 'POST',
      body: JSON.stringify({ ticket }),
    });
    return { status: answer.status, body: (await answer.json()) as { state?: string } };
  };
  const openings = () => running.gis.messages.filter(({ type }) => type === 'view-opening').length;

  it('is pulled before it is shown, with no look opened; its ticket then shows it by the same pull', async () => {
    const ticket = running.gis.ticket();
    expect((await warm(ticket)).body.state).toBe('live');
    expect([camera.playing, openings()]).toEqual([1, 0]);
    const client = await PlayClient.withTicket(running.port, ticket).until(
      ({ binary }) => binary.length > 3,
    );
    expect([camera.played, openings()]).toEqual([1, 1]);
    client.socket.terminate();
    expect((await warm(ticket)).status).toBe(403);
  });

  it('that is dead says so before its turn comes', async () => {
    const { body } = await warm(running.gis.ticket({ cameraId: 'dead' }));
    expect(body).toMatchObject({ state: 'offline' });
  });

  it('is let go when its ticket is too old to be shown', async () => {
    const now = Math.floor(Date.now() / 1000);
    await warm(running.gis.ticket({ startBefore: now + 2 }));
    await expect.poll(() => camera.playing, { timeout: 60_000 }).toBe(0);
  });

  it('is warmed by nobody with a ticket that is forged, or of another session', async () => {
    expect((await warm(running.gis.ticket({ sessionId: 'of-another' }))).status).toBe(403);
    expect((await warm(`${running.gis.ticket()}x`)).status).toBe(403);
  });
});
