import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlayClient } from '#testing/play-client.ts';
import { runGateway, type RunningGateway } from '#testing/running-gateway.ts';
import { ScriptedCamera, type CameraScript } from '#testing/camera/scripted-camera.ts';

describe('playing a camera over the WebSocket', { timeout: 60_000 }, () => {
  let running: RunningGateway;
  const cameras: ScriptedCamera[] = [];
  const clients: PlayClient[] = [];

  beforeEach(async () => {
    running = await runGateway();
    await running.gis.saw('hello');
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.socket.terminate();
    await running.stop();
    for (const camera of cameras.splice(0)) await camera.close();
  });

  async function aCamera(script: CameraScript = {}, userinfo = ''): Promise<ScriptedCamera> {
    const camera = new ScriptedCamera(script);
    await camera.listen();
    cameras.push(camera);
    running.gis.sources.set('camera-1', { kind: 'direct', url: camera.url(userinfo) });
    return camera;
  }

  function play(ticket = running.gis.ticket()): PlayClient {
    const client = PlayClient.withTicket(running.port, ticket);
    clients.push(client);
    return client;
  }

  for (const codec of ['h264', 'h265'] as const) {
    it(`gives ${codec} that an independent decoder reads without a fault`, async () => {
      await aCamera({ codec, periodMs: 10 });
      const client = await play().until(({ binary }) => binary.length > 45);
      const file = join(running.folder, 'played.mp4');
      writeFileSync(file, Buffer.concat(client.binary.slice(0, 46)));
      const probe = JSON.parse(
        execFileSync(
          'ffprobe',
          ['-v', 'error', '-count_frames', '-show_streams', '-of', 'json', file],
          {
            encoding: 'utf8',
          },
        ),
      ) as {
        streams: { codec_name: string; width: number; height: number; nb_read_frames: string }[];
      };
      expect(probe.streams).toHaveLength(1);
      expect(probe.streams[0]).toMatchObject({
        codec_name: codec === 'h264' ? 'h264' : 'hevc',
        width: 160,
        height: 96,
        nb_read_frames: '45',
      });
      const complaints = execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-f', 'null', '-'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      expect(complaints).toBe('');
      expect(client.said('config')?.mime).toMatch(codec === 'h264' ? /avc1\.64/ : /hvc1\.1\.6\.L/);
    });
  }

  it('pulls a camera once for many viewers, and stops ten seconds after the last', async () => {
    const camera = await aCamera();
    const first = play();
    await first.until(({ binary }) => binary.length > 5);
    const more = [play(), play(), play(running.gis.ticket({ profile: 'sub' }))];
    await Promise.all(more.map((client) => client.until(({ binary }) => binary.length > 5)));
    expect(camera.playing).toBe(1);
    expect(camera.played).toBe(1);
    const leftAt = performance.now();
    for (const client of [first, ...more]) client.socket.close();
    await expect.poll(() => camera.playing, { timeout: 30_000 }).toBe(0);
    expect(performance.now() - leftAt).toBeGreaterThan(9_000);
    expect(camera.requests.at(-1)).toBe('TEARDOWN');
    expect(running.gateway.relays.relays).toHaveLength(0);
  });

  it('writes the opening of a view before its first byte, and its closing with what was seen', async () => {
    await aCamera();
    const client = play();
    await client.until(({ binary }) => binary.length > 3);
    const opening = await running.gis.saw('view-opening');
    expect(opening).toMatchObject({ cameraId: 'camera-1', transport: 'fmp4-websocket' });
    client.socket.close();
    const closed = await running.gis.saw('view-closed');
    expect(closed).toMatchObject({ viewId: opening.viewId, reason: 'viewer-left' });
    expect(closed.frames).toBeGreaterThan(0);
    expect(closed.bytes).toBeGreaterThan(1000);
    expect(closed.firstFrameAt).not.toBeNull();
  });

  it('shows nothing when gis-server refuses the view', async () => {
    const camera = await aCamera();
    running.gis.refusal = 'purpose-not-filed';
    const client = await play().until(({ closeCode }) => closeCode !== null);
    expect(client.closeCode).toBe(4403);
    expect(client.said('closed')?.reason).toBe('purpose-not-filed');
    expect(client.binary).toHaveLength(0);
    expect(camera.requests).toHaveLength(0);
  });

  it('shows nothing while the link to gis-server is down', async () => {
    await aCamera();
    const ticket = running.gis.ticket();
    await running.gis.close();
    await expect.poll(() => running.gateway.link.isUp, { timeout: 20_000 }).toBe(false);
    const client = await play(ticket).until(({ closeCode }) => closeCode !== null);
    expect(client.closeCode).toBe(4503);
    expect(client.said('closed')?.reason).toBe('register-unavailable');
  });

  it('ends a running view within a second of its revocation', async () => {
    await aCamera();
    const client = await play().until(({ binary }) => binary.length > 3);
    const revokedAt = performance.now();
    running.gis.revoke([client.said('opened')!.viewId!], 'signed-out');
    await client.until(({ closeCode }) => closeCode !== null);
    expect(performance.now() - revokedAt).toBeLessThan(1000);
    expect(client.closeCode).toBe(4403);
    expect((await running.gis.saw('view-closed')).reason).toBe('signed-out');
  });

  it('ends a view when its time is over', async () => {
    await aCamera();
    const client = play(running.gis.ticket({ maxViewSeconds: 1 }));
    await client.until(({ closeCode }) => closeCode !== null);
    expect(client.said('closed')?.reason).toBe('view-time-over');
  });

  it('keeps viewers over a broken connection and goes on in a new epoch', async () => {
    const camera = await aCamera();
    const client = await play().until(({ binary }) => binary.length > 5);
    camera.cut();
    await client.until((c) => c.said('config')?.epoch === 2 && c.said('state')?.state === 'live');
    expect(client.messages.some(({ state }) => state === 'stalled')).toBe(true);
    expect(client.closeCode).toBeNull();
    expect(camera.played).toBe(2);
  });

  it('notices a camera that falls silent with its connection up', async () => {
    const camera = await aCamera({ fallSilentAfter: 30 });
    const client = await play().until((c) => c.said('state', 'stalled') !== undefined);
    expect(client.said('state', 'stalled')?.reason).toBe('no-frames');
    await client.until((c) => c.said('config')?.epoch === 2);
    expect(camera.played).toBe(2);
  });

  it('answers a digest challenge, and does not storm a camera that refuses', async () => {
    await aCamera({ credentials: { user: 'ops', password: 'p@ss' } }, 'ops:p%40ss@');
    await play().until(({ binary }) => binary.length > 3);
    const stubborn = await aCamera({ refuseAll: true }, 'ops:wrong@');
    running.gis.sources.set('camera-2', { kind: 'direct', url: stubborn.url('ops:wrong@') });
    const client = play(running.gis.ticket({ cameraId: 'camera-2' }));
    await client.until((c) => c.said('state', 'offline') !== undefined);
    expect(client.said('state', 'offline')).toMatchObject({ reason: 'camera-auth-refused' });
    expect(client.said('state', 'offline')!.retryInMs).toBeGreaterThan(10_000);
    expect(stubborn.requests.filter((method) => method === 'DESCRIBE')).toHaveLength(2);
  });

  it('does not follow a camera that sends us to another host', async () => {
    await aCamera({ redirectTo: 'rtsp://192.0.2.7:554/live' });
    const client = await play().until((c) => c.said('state', 'offline') !== undefined);
    expect(client.said('state', 'offline')?.reason).toBe('redirect-refused');
    const told = await running.gis.saw('camera-states');
    expect(told.states[0]).toMatchObject({
      cameraId: 'camera-1',
      state: 'offline',
      reason: 'redirect-refused',
    });
  });

  it('plays a camera that failed by a new ticket once its source is back, and tells gis-server so', async () => {
    const camera = await aCamera();
    const { port } = camera;
    await camera.close();
    const first = await play().until((c) => c.said('state', 'offline') !== undefined);
    expect(first.said('state', 'offline')?.reason).toBe('camera-unreachable');
    const ofState = (wanted: string) =>
      running.gis.saw('camera-states', ({ states }) => states[0]?.state === wanted);
    await ofState('offline');
    first.socket.close();
    await running.gis.saw('view-closed');
    await camera.listen(port);
    await play().until(({ binary }) => binary.length > 3);
    expect((await ofState('online')).states[0]).toMatchObject({ cameraId: 'camera-1' });
  });

  it('plays a camera that names its inner address', async () => {
    await aCamera({ contentBase: 'rtsp://10.0.0.64:554/live/1/' });
    await play().until(({ binary }) => binary.length > 3);
  });

  it('refuses a camera address that is one of our own services', async () => {
    running.gis.sources.set('camera-1', {
      kind: 'direct',
      url: `http://127.0.0.1:${running.gis.port}/x.flv`,
    });
    const client = await play().until((c) => c.said('state', 'offline') !== undefined);
    expect(client.said('state', 'offline')?.reason).toBe('address-refused');
  });

  it('survives garbage instead of a ticket, and a late or unknown one', async () => {
    const messages = ['{', '[]', '{"ticket":7}', 'x'.repeat(3000), Buffer.from([0, 1, 2])];
    for (const message of messages) {
      const client = new PlayClient(running.port, message);
      await client.until(({ closeCode }) => closeCode !== null);
      expect(client.closeCode).toBe(4401);
    }
    const oversized = new PlayClient(running.port, 'x'.repeat(100_000));
    await oversized.until(({ closeCode }) => closeCode !== null);
    const late = new PlayClient(running.port, null);
    await late.until(({ closeCode }) => closeCode !== null);
    expect(late.closeCode).toBe(4408);
    const unknown = await play().until(({ closeCode }) => closeCode !== null);
    expect(unknown.closeCode).toBe(4404);
    expect((await fetch(`http://127.0.0.1:${running.port}/healthz`)).status).toBe(200);
  });

  it('gives sound with the picture to who asks for it, as ffprobe counts it', async () => {
    await aCamera({ audio: 'aac', periodMs: 20 });
    const first = JSON.stringify({ ticket: running.gis.ticket(), sound: true });
    const client = new PlayClient(running.port, first);
    clients.push(client);
    await client.until((c) => c.said('config')?.mime?.includes('mp4a') === true);
    const before = client.binary.length;
    await client.until(({ binary }) => binary.length > before + 60);
    const file = join(running.folder, 'sounding.mp4');
    const init = client.binary.findLastIndex((bytes) => bytes.toString('latin1', 4, 8) === 'ftyp');
    writeFileSync(file, Buffer.concat(client.binary.slice(init)));
    const entries = ['-show_entries', 'stream=codec_name,nb_read_packets', '-of', 'csv=p=0'];
    const text = execFileSync('ffprobe', ['-v', 'error', '-count_packets', ...entries, file], {
      encoding: 'utf8',
    });
    const counts = Object.fromEntries(
      text
        .trim()
        .split('\n')
        .map((line) => line.split(',')),
    );
    expect(Number(counts['h264'])).toBeGreaterThan(25);
    expect(Number(counts['aac'])).toBeGreaterThan(10);
  });

  it('gives the picture alone to who does not', async () => {
    await aCamera({ audio: 'aac', periodMs: 20 });
    const client = await play().until(({ binary }) => binary.length > 60);
    expect(client.messages.filter(({ type }) => type === 'config')).toHaveLength(1);
    expect(client.said('config')?.mime).not.toContain('mp4a');
  });

  it('takes each ticket once', async () => {
    await aCamera();
    const ticket = running.gis.ticket();
    await play(ticket).until(({ binary }) => binary.length > 0);
    const second = await play(ticket).until(({ closeCode }) => closeCode !== null);
    expect(second.closeCode).toBe(4401);
    expect(second.said('closed')?.reason).toBe('ticket-used');
  });
});
