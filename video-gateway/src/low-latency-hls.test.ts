import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlayClient } from '#testing/play-client.ts';
import { runGateway, type RunningGateway } from '#testing/running-gateway.ts';
import { ScriptedCamera } from '#testing/camera/scripted-camera.ts';
import { pageFetch } from '#testing/page-fetch.ts';

describe('playing a camera by low-latency HLS', { timeout: 60_000 }, () => {
  let running: RunningGateway;
  let camera: ScriptedCamera;
  let origin: string;

  beforeAll(async () => {
    running = await runGateway();
    camera = new ScriptedCamera();
    await camera.listen();
    running.gis.sources.set('camera-1', { kind: 'direct', url: camera.url() });
    origin = `http://127.0.0.1:${running.port}`;
  });

  afterAll(async () => {
    await running.stop();
    await camera.close();
  });

  async function openView(): Promise<{ viewId: string; base: string }> {
    const reply = await post(running.gis.ticket());
    expect(reply.status).toBe(201);
    const { viewId, playlist } = (await reply.json()) as { viewId: string; playlist: string };
    expect(playlist).toBe(`/video/hls/${viewId}/index.m3u8`);
    return { viewId, base: `${origin}/hls/${viewId}` };
  }

  const post = (ticket: unknown, how: object = {}) =>
    pageFetch(`${origin}/views`, { method: 'POST', body: JSON.stringify({ ticket, ...how }) });

  const text = async (url: string) => (await pageFetch(url)).text();

  it('keeps the rules of the playlist', async () => {
    const { base } = await openView();
    let playlist = await text(`${base}/index.m3u8`);
    while ((playlist.match(/#EXTINF/g) ?? []).length < 3) {
      const next = nextPart(playlist);
      playlist = await text(`${base}/index.m3u8?_HLS_msn=${next.sequence}&_HLS_part=${next.part}`);
    }
    expect(playlist).toContain('#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=0.600');
    expect(playlist).toContain('#EXT-X-PART-INF:PART-TARGET=0.200');
    const parts = [...playlist.matchAll(/#EXT-X-PART:DURATION=([\d.]+),URI="([^"/]+)"/g)];
    expect(parts.length).toBeGreaterThan(4);
    for (const [, duration] of parts) expect(Number(duration)).toBeLessThanOrEqual(0.2);
    const target = Number(/TARGETDURATION:(\d+)/.exec(playlist)![1]);
    for (const [, seconds] of playlist.matchAll(/#EXTINF:([\d.]+),/g)) {
      expect(Math.round(Number(seconds))).toBeLessThanOrEqual(target);
      expect(Number(seconds)).toBeGreaterThanOrEqual(1);
    }
    expect(parts.some(([line]) => playlist.includes(`${line},INDEPENDENT=YES`))).toBe(true);
    expect(playlist).not.toMatch(/URI="(\/|http)/);
  });

  it('answers a blocking reload with the part that was asked for, and fulfils its preload hint', async () => {
    const { base } = await openView();
    const playlist = await text(`${base}/index.m3u8`);
    const next = nextPart(playlist);
    const [reloaded, hinted] = await Promise.all([
      text(`${base}/index.m3u8?_HLS_msn=${next.sequence}&_HLS_part=${next.part}`),
      pageFetch(`${base}/${next.uri}`),
    ]);
    expect(reloaded).toMatch(new RegExp(`#EXT-X-PART:DURATION=[\\d.]+,URI="${next.uri}"`));
    expect(hinted.status).toBe(200);
    expect((await hinted.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  it('gives segments that an independent decoder reads', async () => {
    const { base } = await openView();
    let playlist = await text(`${base}/index.m3u8`);
    while ((playlist.match(/#EXTINF/g) ?? []).length < 2) {
      const next = nextPart(playlist);
      playlist = await text(`${base}/index.m3u8?_HLS_msn=${next.sequence}`);
    }
    const names = [
      /URI="(init-\d+\.mp4)"/.exec(playlist)![1]!,
      ...playlist.match(/^segment-.*$/gm)!,
    ];
    const bytes = await Promise.all(
      names.map(async (name) =>
        Buffer.from(await (await pageFetch(`${base}/${name}`)).arrayBuffer()),
      ),
    );
    const file = join(running.folder, 'hls.mp4');
    writeFileSync(file, Buffer.concat(bytes));
    const frames = execFileSync(
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
    expect(Number(frames)).toBeGreaterThanOrEqual(50);
  });

  it('marks the break after a reconnect', async () => {
    const { base } = await openView();
    await text(`${base}/index.m3u8`);
    camera.cut();
    let playlist = '';
    while (!playlist.includes('#EXT-X-DISCONTINUITY\n')) {
      const reply = await pageFetch(`${base}/index.m3u8`);
      playlist = await reply.text();
      const next = nextPart(playlist);
      await text(`${base}/index.m3u8?_HLS_msn=${next.sequence}&_HLS_part=${next.part}`);
    }
    const after = playlist.slice(playlist.indexOf('#EXT-X-DISCONTINUITY\n'));
    expect(after).toMatch(/^#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI="init-\d+\.mp4"/);
  });

  it('shares one pull with viewers of the other transport', async () => {
    const before = camera.played;
    const { base } = await openView();
    await text(`${base}/index.m3u8`);
    const client = PlayClient.withTicket(running.port, running.gis.ticket());
    await client.until(({ binary }) => binary.length > 3);
    expect(camera.playing).toBe(1);
    expect(camera.played).toBe(before);
    client.socket.terminate();
  });

  it('ends within a second of its revocation, waiting requests included, and leaves those of others', async () => {
    const { base, viewId } = await openView();
    const other = await openView();
    const next = nextPart(await text(`${base}/index.m3u8`));
    const ahead = `index.m3u8?_HLS_msn=${next.sequence + 2}`;
    const waiting = pageFetch(`${base}/${ahead}`);
    const othersWaiting = pageFetch(`${other.base}/${ahead}`);
    await running.gis.saw('view-opening', (message) => message.viewId === viewId);
    const revokedAt = performance.now();
    running.gis.revoke([viewId]);
    expect((await waiting).status).toBe(410);
    expect(performance.now() - revokedAt).toBeLessThan(1000);
    const asked = await pageFetch(`${origin}/views/${viewId}`);
    expect([asked.status, await asked.json()]).toMatchObject([
      410,
      { error: { reason: 'revoked' } },
    ]);
    const closed = await running.gis.saw('view-closed', (message) => message.viewId === viewId);
    expect(closed.reason).toBe('revoked');
    expect((await othersWaiting).status).toBe(200);
  });

  it('ends ten seconds after its last request, or at once when asked to', async () => {
    const asked = await openView();
    const left = await openView();
    await pageFetch(`${origin}/views/${asked.viewId}`, { method: 'DELETE' });
    expect((await pageFetch(`${asked.base}/index.m3u8`)).status).toBe(410);
    await text(`${left.base}/index.m3u8`);
    const lastAt = performance.now();
    await running.gis.saw('view-closed', (message) => message.viewId === left.viewId);
    expect(performance.now() - lastAt).toBeGreaterThan(9_000);
  });

  it('is there for the session that opened it, and for no other that knows its id', async () => {
    const { base, viewId } = await openView();
    const sessionId = 'of-an-auditor';
    const asOther = async (url: string, init: RequestInit = {}) =>
      (await pageFetch(url, { ...init, sessionId })).status;
    const [state, playlist] = [`${origin}/views/${viewId}`, `${base}/index.m3u8`];
    expect(await asOther(playlist)).toBe(404);
    expect(await asOther(state)).toBe(404);
    expect(await asOther(state, { method: 'DELETE' })).toBe(404);
    expect((await fetch(playlist)).status, 'past the proxy').toBe(404);
    const forged = { headers: { 'x-session-id': 'session-1' } };
    expect((await fetch(playlist, forged)).status, 'with its name and no key').toBe(404);
    expect((await pageFetch(playlist)).status).toBe(200);
  });

  it('answers bad requests with their fault, and goes on', async () => {
    const { base } = await openView();
    await text(`${base}/index.m3u8`);
    const status = async (url: string) => (await pageFetch(url)).status;
    expect(await status(`${base}/index.m3u8?_HLS_msn=99999`)).toBe(400);
    expect(await status(`${base}/index.m3u8?_HLS_msn=-1`)).toBe(400);
    expect(await status(`${base}/segment-99999.m4s`)).toBe(404);
    expect(await status(`${base}/..%2f..%2fetc%2fpasswd`)).toBe(404);
    expect(await status(`${origin}/hls/%E0%A4%A/index.m3u8`)).toBe(404);
    expect(await status(`${origin}/nowhere`)).toBe(404);
    expect((await post('x.y')).status).toBe(403);
    expect((await post(7)).status).toBe(400);
    expect(
      (await pageFetch(`${origin}/views`, { method: 'POST', body: 'x'.repeat(9000) })).status,
    ).toBe(413);
    const { error } = (await (await post('x.y')).json()) as { error: { reason: string } };
    expect(error.reason).toBe('ticket-forged');
    expect(await status(`${origin}/healthz`)).toBe(200);
    expect(await text(`${origin}/metrics`)).toMatch(/video_gateway_pulls\{phase="live"\} 1/);
  });

  it('gives sound with the picture to who asks for it, the picture alone to who does not', async () => {
    const sounding = new ScriptedCamera({ audio: 'aac' });
    await sounding.listen();
    running.gis.sources.set('sounding', { kind: 'direct', url: sounding.url() });
    const tracks = new Map<boolean, string>();
    for (const sound of [false, true]) {
      const reply = await post(running.gis.ticket({ cameraId: 'sounding' }), { sound });
      const { viewId } = (await reply.json()) as { viewId: string };
      const base = `${origin}/hls/${viewId}`;
      let playlist = await text(`${base}/index.m3u8`);
      while ((playlist.match(/#EXTINF/g) ?? []).length < 2) {
        const { sequence } = nextPart(playlist);
        playlist = await text(`${base}/index.m3u8?_HLS_msn=${sequence}`);
      }
      const names = [/URI="(init-\d+\.mp4)"/.exec(playlist)![1]!, ...segmentsOf(playlist)];
      const bytes = await Promise.all(
        names.map(async (name) => (await pageFetch(`${base}/${name}`)).arrayBuffer()),
      );
      const file = join(running.folder, `hls-sound-${sound}.mp4`);
      writeFileSync(file, Buffer.concat(bytes.map((one) => Buffer.from(one))));
      tracks.set(sound, codecsOf(file));
      expect(complaintsOf(file)).toBe('');
      const state = (await (await pageFetch(`${origin}/views/${viewId}`)).json()) as object;
      expect(state).toMatchObject({ state: 'live', sound: 'mp4a.40.2' });
      expect(playlist, 'no break where the sound set in').not.toContain('DISCONTINUITY\n');
    }
    expect(tracks.get(false)).toMatch(/^h264,\d\d+$/);
    expect(tracks.get(true)).toMatch(/^h264,\d\d+\naac,\d\d+$/);
    await sounding.close();
  });
});

function nextPart(playlist: string): { uri: string; sequence: number; part: number } {
  const [, uri = '', sequence, part] = /PRELOAD-HINT:TYPE=PART,URI="(part-(\d+)-(\d+)\.m4s)"/.exec(
    playlist,
  )!;
  return { uri, sequence: Number(sequence), part: Number(part) };
}

const segmentsOf = (playlist: string): string[] => playlist.match(/^segment-.*$/gm) ?? [];

/** Codec and decoded frames of each track. */
function codecsOf(file: string): string {
  const entries = ['-show_entries', 'stream=codec_name,nb_read_frames', '-of', 'csv=p=0'];
  const words = ['-v', 'error', '-count_frames', ...entries, file];
  return execFileSync('ffprobe', words, { encoding: 'utf8' }).trim();
}

function complaintsOf(file: string): string {
  const words = ['-v', 'error', '-i', file, '-f', 'null', '-'];
  return spawnSync('ffmpeg', words, { encoding: 'utf8' }).stderr;
}
