import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { h264Config } from '#media/h264.ts';
import { splitLengthPrefixed } from '#media/unit-builder.ts';
import { parameterSets } from '#testing/camera/clip.ts';
import { ManyClient } from '#testing/many-client.ts';
import { runGateway, type RunningGateway } from '#testing/running-gateway.ts';
import { ScriptedCamera, type CameraScript } from '#testing/camera/scripted-camera.ts';
import { pageFetch } from '#testing/page-fetch.ts';

const [key, config, behind] = [1, 2, 8];

describe('playing many cameras over one WebSocket', { timeout: 60_000 }, () => {
  let running: RunningGateway;
  let page: ManyClient;
  const cameras: ScriptedCamera[] = [];

  beforeEach(async () => {
    running = await runGateway();
    page = await ManyClient.connected(running.port);
  });

  afterEach(async () => {
    page.socket.terminate();
    await running.stop();
    for (const camera of cameras.splice(0)) await camera.close();
  });

  async function aCamera(cameraId: string, script: CameraScript = {}): Promise<ScriptedCamera> {
    const camera = new ScriptedCamera(script);
    await camera.listen();
    cameras.push(camera);
    running.gis.sources.set(cameraId, { kind: 'direct', url: camera.url('') });
    return camera;
  }

  const open = (channel: number, cameraId: string, more: object = {}) =>
    page.say({ type: 'open', channel, ticket: running.gis.ticket({ cameraId }), ...more });

  it('gives each channel its configuration and pictures that an independent decoder reads', async () => {
    await aCamera('camera-1', { periodMs: 10 });
    await aCamera('camera-2', { periodMs: 10 });
    open(1, 'camera-1');
    open(2, 'camera-2');
    await page.until((it) => it.of(1).length > 46 && it.of(2).length > 10);
    const [first, ...pictures] = page.of(1);
    expect(first!.flags & config!).toBe(config);
    const told = JSON.parse(first!.payload.toString()) as { codec: string; description: string };
    expect(told).toMatchObject({ width: 160, height: 96 });
    const [sps, pps] = parameterSets('h264') as [Buffer, Buffer];
    expect(Buffer.from(told.description, 'base64')).toEqual(h264Config(sps, pps).decoderConfig);
    expect(pictures[0]!.flags & key!).toBe(key);
    const startCode = Buffer.from([0, 0, 0, 1]);
    const nals = pictures.slice(0, 45).flatMap(({ payload }) => splitLengthPrefixed(payload, 4));
    const file = join(running.folder, 'played.h264');
    writeFileSync(file, Buffer.concat([sps, pps, ...nals].flatMap((nal) => [startCode, nal])));
    const probed = execFileSync(
      'ffprobe',
      [
        '-v',
        'error',
        '-count_frames',
        '-show_entries',
        'stream=nb_read_frames',
        '-of',
        'csv=p=0',
        file,
      ],
      { encoding: 'utf8' },
    );
    expect(Number(probed)).toBe(45);
  });

  it('gives a page that joins the running group of pictures at once, none of it to be shown but the last', async () => {
    await aCamera('camera-1');
    open(1, 'camera-1');
    await page.until((it) => it.of(1).length > 20);
    open(2, 'camera-1');
    await page.until((it) => it.of(2).length > 12);
    const [, first, ...others] = page.of(2);
    expect(first!.flags).toBe(key! | behind!);
    const joined = others.findIndex(({ flags }) => (flags & behind!) === 0);
    expect(joined).toBeGreaterThan(3);
    expect(others.slice(joined).every(({ flags }) => (flags & behind!) === 0)).toBe(true);
    expect(cameras[0]!.playing).toBe(1);
  });

  it('writes a row for each channel, and closes it alone', async () => {
    await aCamera('camera-1');
    await aCamera('camera-2');
    open(1, 'camera-1');
    open(2, 'camera-2');
    await page.until((it) => it.of(1).length > 3 && it.of(2).length > 3);
    const opening = await running.gis.saw(
      'view-opening',
      ({ cameraId }) => cameraId === 'camera-1',
    );
    expect(opening.transport).toBe('multiplex-websocket');
    page.say({ type: 'close', channel: 1 });
    const closed = await running.gis.saw('view-closed');
    expect(closed).toMatchObject({ viewId: opening.viewId, reason: 'viewer-left' });
    expect(closed.frames).toBeGreaterThan(0);
    const before = page.of(2).length;
    await page.until((it) => it.of(2).length > before + 5);
  });

  it('ends a revoked channel, and no other', async () => {
    await aCamera('camera-1');
    await aCamera('camera-2');
    open(1, 'camera-1');
    open(2, 'camera-2');
    await page.until((it) => it.of(1).length > 3 && it.of(2).length > 3);
    running.gis.revoke([page.said('opened', 1)!.viewId!], 'incident-closed');
    await page.until((it) => it.said('closed', 1) !== undefined);
    expect(page.said('closed', 1)?.reason).toBe('incident-closed');
    const [ended, other] = [page.of(1).length, page.of(2).length];
    await page.until((it) => it.of(2).length > other + 5);
    expect(page.of(1)).toHaveLength(ended);
  });

  it('sends key pictures alone when asked, and the running group again afterwards', async () => {
    await aCamera('camera-1', { periodMs: 10 });
    open(1, 'camera-1', { keyOnly: true });
    await page.until((it) => it.of(1).length > 3);
    expect(
      page
        .of(1)
        .slice(1)
        .every(({ flags }) => (flags & key!) === key),
    ).toBe(true);
    expect(page.said('served', 1)).toMatchObject({ keyOnly: true, reason: 'asked' });
    page.say({ type: 'key-only', channel: 1, on: false });
    await page.until((it) => it.of(1).some(({ flags }) => (flags & (key! | config!)) === 0));
  });

  it('answers what it cannot read or grant with a reason, and plays on', async () => {
    await aCamera('camera-1');
    open(1, 'camera-1');
    open(1, 'camera-1');
    await page.until((it) => it.said('refused', 1)?.reason === 'channel-taken');
    page.say({ type: 'open', channel: 2, ticket: 'nonsense' });
    await page.until((it) => it.said('closed', 2)?.reason === 'ticket-forged');
    open(3, 'camera-unheard-of');
    await page.until((it) => it.said('closed', 3)?.reason === 'unknown-camera');
    const ticket = running.gis.ticket();
    page.say({ type: 'open', channel: 4, ticket });
    page.say({ type: 'open', channel: 5, ticket });
    await page.until((it) => it.said('closed', 5)?.reason === 'ticket-used');
    page.say({ type: 'profile', channel: 77, profile: 'sub' });
    await page.until((it) => it.said('refused', 77)?.reason === 'unknown-channel');
    page.socket.send(Buffer.from([1, 2, 3]));
    await page.until((it) => it.said('refused', null)?.reason === 'message-misshapen');
    const before = page.of(1).length;
    await page.until((it) => it.of(1).length > before + 5);
  });

  it('outlives every misshapen message, and closes who sends nothing else', async () => {
    await aCamera('camera-1');
    const parts = [
      'open',
      'close',
      'priority',
      'profile',
      'key-only',
      'sound',
      null,
      {},
      7,
      -1,
      1e9,
    ];
    let seed = 7;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed % below;
    };
    const any = () => parts[random(parts.length)];
    for (let round = 0; round < 20; round += 1) {
      const hostile = await ManyClient.connected(running.port);
      for (let i = 0; i < 30; i += 1) {
        const text = JSON.stringify({
          type: any(),
          channel: any(),
          ticket: any(),
          on: any(),
          profile: any(),
        });
        hostile.socket.send(random(3) === 0 ? text.slice(0, random(text.length)) : text);
        if (random(5) === 0) hostile.socket.send(Buffer.from([random(256), random(256)]));
      }
      await hostile.until(({ closeCode, messages }) => closeCode !== null || messages.length > 20);
      hostile.socket.terminate();
    }
    const oversized = await ManyClient.connected(running.port);
    oversized.say({ type: 'open', channel: 1, ticket: 'x'.repeat(100_000) });
    await oversized.until(({ closeCode }) => closeCode !== null);
    const silent = await ManyClient.connected(running.port);
    await silent.until(({ closeCode }) => closeCode !== null);
    expect(silent.closeCode).toBe(4408);
    open(1, 'camera-1');
    await page.until((it) => it.of(1).length > 3 || it.closeCode !== null);
  });

  it('gives a still picture that an independent decoder reads, by a ticket', async () => {
    await aCamera('camera-1');
    const base = `http://127.0.0.1:${running.port}`;
    const answer = await pageFetch(`${base}/views`, {
      method: 'POST',
      body: JSON.stringify({ ticket: running.gis.ticket(), transport: 'still-picture' }),
    });
    const { viewId, snapshot } = (await answer.json()) as { viewId: string; snapshot: string };
    expect(snapshot).toBe(`/video/snapshot/${viewId}`);
    const stranger = { sessionId: 'of-an-auditor' };
    expect((await pageFetch(`${base}/snapshot/${viewId}`, stranger)).status).toBe(404);
    const film = await pageFetch(`${base}/snapshot/${viewId}`);
    const file = join(running.folder, 'still.mp4');
    writeFileSync(file, Buffer.from(await film.arrayBuffer()));
    const probed = execFileSync(
      'ffprobe',
      ['-v', 'error', '-show_entries', 'frame=pts_time', '-of', 'csv=p=0', file],
      { encoding: 'utf8' },
    );
    // One picture, and it is the first thing seen.
    expect(
      probed
        .trim()
        .split('\n')
        .map((line) => Number.parseFloat(line)),
    ).toEqual([0]);
    running.gis.revoke([viewId], 'revoked');
    await running.gis.saw('view-closed');
    const after = await pageFetch(`${base}/snapshot/${viewId}`);
    expect([after.status, await after.json()]).toMatchObject([
      410,
      { error: { reason: 'revoked' } },
    ]);
    expect((await pageFetch(`${base}/snapshot/%2e%2e`)).status).toBe(404);
  });
});
