/** The link between two networks falls, and comes back; who looks is told, and does nothing. */
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ScriptedCamera } from '#testing/camera/scripted-camera.ts';
import { FaultyLine } from '#testing/faulty-line.ts';
import { PlayClient } from '#testing/play-client.ts';
import { runGateway, type RunningGateway } from '#testing/running-gateway.ts';

describe('the link to the video side', { timeout: 60_000 }, () => {
  const camera = new ScriptedCamera();
  let line: FaultyLine;
  let running: RunningGateway;
  let viewer: PlayClient;

  beforeEach(async () => {
    await camera.listen();
    running = await runGateway({
      arrangement: 'split',
      exchangeThrough: async (port) => {
        line = await new FaultyLine(port).listen();
        return line.port;
      },
    });
    running.gis.sources.set('camera-1', { kind: 'direct', url: camera.url() });
    viewer = PlayClient.withTicket(running.port, running.gis.ticket());
    await viewer.until(({ binary }) => binary.length > 5);
  });
  afterEach(async () => {
    viewer.socket.terminate();
    await running.stop();
    await line.close();
    await camera.close();
  });

  const health = async () =>
    (await (await fetch(`http://127.0.0.1:${running.port}/healthz`)).json()) as object;

  it('that is cut ends no look: the picture says why, and runs again by itself', async () => {
    line.cut();
    await viewer.until((c) => c.messages.some(({ reason }) => reason === 'video-link-down'));
    const before = viewer.binary.length;
    await viewer.until((c) => c.said('state')?.state === 'live' && c.binary.length > before + 5);
    expect(running.gis.messages.some(({ type }) => type === 'view-closed')).toBe(false);
    expect(running.gateway.video.exchange).toMatchObject({ isUp: true, breaks: 1, streams: 1 });
    expect(await health()).toMatchObject({ exchange: 'up' });
    // The pull before went with the link that it was for.
    expect(camera.playing).toBe(1);
  });

  it('that goes deaf without a word is found out by both ends', async () => {
    line.goDeaf();
    await viewer.until((c) => c.messages.some(({ reason }) => reason === 'video-link-down'));
    const before = viewer.binary.length;
    await viewer.until(({ binary }) => binary.length > before + 5);
    await expect.poll(() => camera.playing, { timeout: 20_000 }).toBe(1);
  });

  it('is no door for who does not show the key, nor for what is no word of it', async () => {
    const port = (running.gateway.video as unknown as { port: number }).port;
    const answer = { type: 'answer', nonce: 'a'.repeat(64), proof: 'b'.repeat(64) };
    for (const said of [JSON.stringify(answer), '{', Buffer.alloc(100)]) {
      const stranger = new WebSocket(`ws://127.0.0.1:${port}/exchange`);
      await once(stranger, 'message');
      stranger.send(said);
      await once(stranger, 'close');
    }
    const before = viewer.binary.length;
    await viewer.until(({ binary }) => binary.length > before + 5);
    expect(running.gateway.video.exchange).toMatchObject({ breaks: 0 });
  });

  it('brings a pull side back that was restarted, with its platforms', async () => {
    await running.pull?.stop();
    await viewer.until((c) => c.messages.some(({ reason }) => reason === 'video-link-down'));
    expect(await health()).toMatchObject({ exchange: 'down', status: 'degraded' });
    await running.restartPull();
    const before = viewer.binary.length;
    await viewer.until(({ binary }) => binary.length > before + 5);
    const metrics = await (await fetch(`http://127.0.0.1:${running.port}/metrics`)).text();
    expect(metrics).toMatch(/^video_gateway_exchange_up 1$/m);
  });
});
