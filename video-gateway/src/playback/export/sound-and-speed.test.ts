/** What of a recording goes into its copy besides pictures, and how fast: from recorders of both kinds of sound. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError, systemClock, type ExportManifest, type ExportOrder } from 'grid-data';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessUnit } from '#media/access-unit.ts';
import { PlatformPulls } from '#platforms/platform-pulls.ts';
import type { Platform } from '#platforms/platform.ts';
import { copyRecording } from '#playback/export/copy-recording.ts';
import { recoder } from '#playback/export/recode.ts';
import type { Recordings } from '#playback/recorded-pull.ts';
import { createAddressGuard } from '#sources/address-guard.ts';
import { createOpenSource } from '#sources/open-source.ts';
import { PlaybackClient } from '#testing/playback-client.ts';
import { runRecordedCity, type RecordedCity } from '#testing/recorded-city.ts';
import { ScriptedCamera, type CameraScript } from '#testing/camera/scripted-camera.ts';
import { pageFetch } from '#testing/page-fetch.ts';
import { openRecorded } from '#video-side/open-recorded.ts';

const hourMs = 3_600_000;
/** An hour that is recorded whole, yesterday. */
const noonMs = Math.floor(Date.now() / (24 * hourMs)) * 24 * hourMs - 20 * hourMs;
const folder = mkdtempSync(join(tmpdir(), 'sound-'));

const anOrder = (change: Partial<ExportOrder> = {}): ExportOrder => ({
  exportId: randomUUID(),
  requestId: randomUUID(),
  cameraId: 'camera-1',
  cameraName: '路口',
  fromMs: noonMs,
  toMs: noonMs + 6_000,
  caseNo: 'A-1',
  legalBasis: 'criminal-case',
  masking: 'none',
  regions: [],
  requester: '甲',
  unit: '蓝田街道',
  approver: '乙',
  unmaskedBy: '乙',
  sound: true,
  ...change,
});

const probe = (file: string, ...asked: string[]): string =>
  execFileSync('ffprobe', ['-v', 'error', ...asked, '-of', 'csv=p=0', file], { encoding: 'utf8' });

const codecsOf = (file: string): string[] =>
  probe(file, '-show_entries', 'stream=codec_name').trim().split(/\s+/);

/** Seconds at which the tone begins that the simulator's recorders hear at each full second. */
function tonesIn(file: string): number[] {
  const rate = 8_000;
  const decode = [
    '-v',
    'error',
    '-copyts',
    '-i',
    file,
    '-vn',
    '-af',
    'aresample=async=1:first_pts=0',
  ];
  const pcm = execFileSync('ffmpeg', [
    ...decode,
    '-ac',
    '1',
    '-ar',
    `${rate}`,
    '-f',
    's16le',
    'pipe:1',
  ]);
  const tones: number[] = [];
  for (let i = 0; i < pcm.length / 2; i += 1) {
    const isLoud = Math.abs(pcm.readInt16LE(i * 2)) > 4_000;
    if (isLoud && i / rate - (tones.at(-1) ?? -1) > 0.5) tones.push(i / rate);
  }
  return tones;
}

describe('of the city simulator’s recorders, which send G.711,', { timeout: 60_000 }, () => {
  let city: RecordedCity;
  beforeAll(async () => {
    city = await runRecordedCity();
  }, 60_000);
  afterAll(() => city.stop(), 30_000);

  async function copied(order: ExportOrder): Promise<{ manifest: ExportManifest; file: string }> {
    const { gis, port } = city.running;
    gis.orderExport(order);
    const { exportId, requestId, fromMs, toMs } = order;
    const said = await gis.saw('export-written', (written) => written.exportId === exportId);
    const ticket = gis.ticket({ recording: { requestId, fromMs, toMs, exportId } });
    const body = JSON.stringify({ ticket });
    const answer = await pageFetch(`http://127.0.0.1:${port}/exports`, { method: 'POST', body });
    const file = join(folder, `${exportId}.mp4`);
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
    return { manifest: said.manifest, file };
  }

  it('the sound goes with the copy, each tone at its own recorded second', async () => {
    const { manifest, file } = await copied(anOrder());
    expect(manifest).toMatchObject({ sound: true, soundCodec: 'pcma', lostPackets: 0 });
    expect(codecsOf(file)).toEqual(['h264', recoder().writes ? 'aac' : 'flac']);
    const tones = tonesIn(file).filter((at) => at > 0.5);
    expect(tones.length).toBeGreaterThanOrEqual(4);
    for (const at of tones) expect(Math.abs(at - Math.round(at))).toBeLessThan(0.07);
  });

  it('nothing is heard of a copy where it is not granted, or where anything is hidden', async () => {
    const silent = await copied(anOrder({ sound: false }));
    expect(codecsOf(silent.file)).toEqual(['h264']);
    expect(silent.manifest.soundCodec).toBeNull();
    if (!recoder().recodes) return;
    const hidden = await copied(anOrder({ masking: 'whole-picture', unmaskedBy: null }));
    expect(codecsOf(hidden.file)).toEqual(['h264']);
  });

  it('what took forty seconds is copied in less, with every picture, and tells how far it is', async () => {
    const order = anOrder({ toMs: noonMs + 40_000, sound: false });
    const began = performance.now();
    const { manifest, file } = await copied(order);
    expect(performance.now() - began).toBeLessThan(40_000);
    // 15 pictures a second from the first key picture on.
    expect(manifest.frames).toBeGreaterThan(560);
    const times = probe(file, '-select_streams', 'v', '-show_entries', 'packet=pts_time').trim();
    const sorted = times
      .split(/[\s,]+/)
      .map(Number)
      .toSorted((a, b) => a - b);
    const steps = sorted.slice(1).map((at, i) => at - sorted[i]!);
    expect(Math.max(...steps)).toBeLessThan(0.1);
    const shares = city.running.gis.messages.flatMap((message) =>
      message.type === 'export-progress' && message.exportId === order.exportId
        ? message.share
        : [],
    );
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  const listening = async (sound: boolean): Promise<PlaybackClient> => {
    const recording = { requestId: randomUUID(), fromMs: noonMs, toMs: noonMs + hourMs };
    const ticket = city.running.gis.ticket({
      recording: { ...recording, ...(sound && { sound }) },
    });
    const client = new PlaybackClient(city.running.port, ticket);
    await client.until(({ messages }) => messages.length > 0);
    client.listen(true);
    return client;
  };

  /** Pieces of sound that come with the pictures from a moment on. */
  async function heardFrom(client: PlaybackClient, atMs: number, speed: number): Promise<number> {
    client.play(noonMs + atMs, speed);
    await client.until(() => client.said('playing') !== undefined);
    client.sounds = [];
    await client.until(({ times }) => times.length > (speed === 1 ? 20 : 3));
    return client.sounds.length;
  }

  it('a viewer hears it by choice and at single speed, tied to the pictures', async () => {
    const client = await listening(true);
    expect(client.said('opened')).toMatchObject({ sound: true });
    client.play(noonMs + 20_000);
    await client.until(({ sounds }) => sounds.length > 30);
    const file = join(folder, 'heard.mp4');
    writeFileSync(file, Buffer.concat(client.sounds));
    expect(client.said('sound')?.mime).toBe('audio/mp4; codecs="flac"');
    expect(codecsOf(file)).toEqual(['flac']);
    const tones = tonesIn(file);
    expect(tones.length).toBeGreaterThan(0);
    for (const at of tones) expect(Math.abs(at - Math.round(at))).toBeLessThan(0.07);
    client.listen(false);
    expect(await heardFrom(client, 40_000, 1)).toBe(0);
    client.listen(true);
    expect(await heardFrom(client, 60_000, 4)).toBe(0);
    client.socket.terminate();
  });

  it('a viewer whose request does not grant it hears nothing', async () => {
    const client = await listening(false);
    expect(client.said('opened')).toMatchObject({ sound: false });
    client.play(noonMs + 20_000);
    await client.until(({ times }) => times.length > 20);
    expect(client.sounds).toEqual([]);
    client.socket.terminate();
  });
});

describe('of a recorder that a test writes', { timeout: 30_000 }, () => {
  const cameras: ScriptedCamera[] = [];
  afterAll(() => Promise.all(cameras.map((camera) => camera.close())));

  async function recorder(script: CameraScript) {
    const camera = new ScriptedCamera({ sayGoodbyeAfter: 100, periodMs: 10, ...script });
    await camera.listen();
    cameras.push(camera);
    const open = () =>
      Promise.resolve({
        url: camera.url(),
        transport: 'rtsp' as const,
        expiresAt: null,
        redirectPolicy: 'refuse' as const,
        startsAtMs: noonMs,
        scale: 1,
      });
    const platform = {
      id: 'p',
      mediaHosts: [`127.0.0.1:${camera.port}`],
      pullLimits: { maxPulls: null, lineWaitMs: 1_000, opensPerSecond: 100, opensBurst: 100 },
      pullOptions: { rtspTransport: 'tcp', mayConvert: false },
      recordings: { speeds: [1], copySpeed: 4, list: () => Promise.resolve([]), open },
    } as unknown as Platform;
    const door = { guard: createAddressGuard(new Set()), ingest: null as never, ingestPort: 1 };
    const pulls = new PlatformPulls([platform], systemClock, createOpenSource(door));
    const video = { openRecorded: openRecorded.bind(null, pulls) };
    return { camera, video };
  }

  async function copyOf(script: CameraScript, sound: boolean) {
    const { camera, video } = await recorder(script);
    return { camera, ...(await copyFrom(video, sound)) };
  }

  async function copyFrom(video: Recordings, sound: boolean) {
    const window = { fromMs: noonMs, toMs: noonMs + 4_000 };
    const file = join(folder, `${randomUUID()}.mp4`);
    const facts = await copyRecording({
      video,
      camera: { platformId: 'p', platformCameraId: '1', ticket: '' },
      window,
      recordings: [window],
      file,
      sound,
      onProgress: () => undefined,
    });
    return { file, facts };
  }

  it('AAC goes into the copy as it is, and an outside player decodes both tracks', async () => {
    const { file, facts } = await copyOf({ audio: 'aac' }, true);
    expect(facts.soundCodec).toBe('aac');
    expect(codecsOf(file)).toEqual(['h264', 'aac']);
    const faults = execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-f', 'null', '-']);
    expect(String(faults)).toBe('');
    const lengths = probe(file, '-show_entries', 'packet=stream_index,duration_time');
    const heard = lengths.split('\n').filter((line) => line.startsWith('1,')).length;
    expect(heard).toBeGreaterThan(40);
  });

  it('one that promises sound and sends none gives a copy without a track of it', async () => {
    const { file, facts } = await copyOf({ audio: 'aac', mute: true }, true);
    expect(facts).toMatchObject({ soundCodec: null, lostPackets: 0 });
    expect(codecsOf(file)).toEqual(['h264']);
  });

  it('sound that is not granted is not even asked for', async () => {
    const { camera } = await copyOf({ audio: 'aac' }, false);
    expect(camera.requests.filter((method) => method === 'SETUP')).toHaveLength(1);
  });

  it('what a link does not carry at full speed is copied at its own pace', async () => {
    const { video, camera } = await recorder({});
    const asked: boolean[] = [];
    const narrow: Recordings = {
      openRecorded: async (ask, handlers) => {
        asked.push(ask.copies);
        if (!ask.copies) return video.openRecorded(ask, handlers);
        throw new DomainError('unavailable', 'the link is behind', { reason: 'line-too-slow' });
      },
    };
    const { file, facts } = await copyFrom(narrow, false);
    expect(asked).toEqual([true, false]);
    expect(facts.frames).toBeGreaterThan(90);
    expect(codecsOf(file)).toEqual(['h264']);
    expect(camera.played).toBe(1);
  });

  it('key pictures alone come at four times the speed and more, whatever it sends', async () => {
    const { video } = await recorder({ keyEvery: 5, audio: 'aac' });
    const camera = { platformId: 'p', platformCameraId: '1', ticket: '' };
    const stretch = { fromMs: noonMs, toMs: noonMs + 60_000 };
    const sentAt = async (speed: number) => {
      const units: AccessUnit[] = [];
      const ended = Promise.withResolvers<void>();
      await video.openRecorded(
        { camera, stretch, fromMs: noonMs, speed, copies: false, sound: true },
        {
          onLine: () => undefined,
          onUnit: (unit) => units.push(unit),
          onEnd: () => ended.resolve(),
        },
      );
      await ended.promise;
      return units.filter((unit) => unit.track === 'video').map(({ key }) => key);
    };
    expect(new Set(await sentAt(8))).toEqual(new Set([true]));
    expect(new Set(await sentAt(4))).toEqual(new Set([true]));
    expect(new Set(await sentAt(2))).toEqual(new Set([true, false]));
  });

  it('packets that never came are counted, for no list of the recorder’s names them', async () => {
    const lost = (packet: number) => (packet === 40 || packet === 41 ? 'lost' : null);
    const { facts } = await copyOf({ spoil: lost }, false);
    expect(facts.lostPackets).toBe(2);
  });
});
