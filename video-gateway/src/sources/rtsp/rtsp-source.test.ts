/** Our RTSP client against a camera that does what a test says. */
import { afterEach, describe, expect, it } from 'vitest';
import type { AccessUnit, AudioUnit, VideoUnit } from '#media/access-unit.ts';
import { createAddressGuard } from '#sources/address-guard.ts';
import { RtspSource, type RtspSourceTarget } from '#sources/rtsp/rtsp-source.ts';
import { clipPictures } from '#testing/camera/clip.ts';
import { inPayloads, pictureFrame, soundFrame } from '#testing/camera/program-writer.ts';
import { ScriptedCamera, type CameraScript } from '#testing/camera/scripted-camera.ts';

const account = { user: 'ops', password: 'p@ss' };

class Seen {
  readonly units: AccessUnit[] = [];
  lost = 0;
  reason: string | null = null;

  get pictures(): readonly VideoUnit[] {
    return this.units.filter((unit) => unit.track === 'video');
  }

  get sounds(): readonly AudioUnit[] {
    return this.units.filter((unit) => unit.track === 'audio');
  }
}

describe('a camera over RTSP', { timeout: 60_000 }, () => {
  const cameras: ScriptedCamera[] = [];
  const sources: RtspSource[] = [];

  afterEach(async () => {
    for (const source of sources.splice(0)) source.close();
    for (const camera of cameras.splice(0)) await camera.close();
  });

  async function pull(script: CameraScript, options: Partial<RtspSourceTarget> = {}) {
    const camera = new ScriptedCamera({ periodMs: 10, ...script });
    await camera.listen();
    cameras.push(camera);
    const seen = new Seen();
    const url = camera.url(script.credentials || script.refuseAll ? 'ops:p%40ss@' : '');
    const source = new RtspSource(
      { url, allowed: null, guard: createAddressGuard(new Set()), ...options },
      {
        onUnit: (unit) => seen.units.push(unit),
        onLost: (packets) => (seen.lost += packets),
        onEnd: ({ reason }) => (seen.reason = reason),
      },
    );
    sources.push(source);
    return { camera, seen, source };
  }

  const has = (seen: Seen, count: number) =>
    expect.poll(() => seen.pictures.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(count);

  const setups = (camera: ScriptedCamera) =>
    camera.requests.filter((method) => method === 'SETUP').length;

  it('that sends a program stream shows its picture and is heard', async () => {
    const clip = clipPictures('h264');
    const { seen } = await pull({
      description: ['m=video 0 RTP/AVP 96', 'a=rtpmap:96 MP2P/90000', 'a=control:track1'],
      payloadsOf: (picture) =>
        inPayloads(
          Buffer.concat([
            pictureFrame(clip[picture % clip.length]!, picture * 3_600, { audio: 'pcma' }),
            soundFrame(Buffer.alloc(320, 0xd5), picture * 3_600),
          ]),
        ),
    });
    await has(seen, 10);
    expect(seen.pictures[0]).toMatchObject({ key: true, config: { codec: 'h264' } });
    expect(seen.sounds[0]).toMatchObject({ config: { codec: 'pcma' } });
    const [one, two] = seen.pictures;
    expect(two!.pts - one!.pts).toBe(3_600);
  });

  it.each([
    ['over TCP', {}, {}],
    ['over UDP where it is asked to', {}, { rtspTransport: 'udp' }],
    ['over UDP where it refuses TCP', { transports: ['udp'] }, {}],
    ['over TCP where it refuses UDP', { transports: ['tcp'] }, { rtspTransport: 'udp' }],
  ] as const)('shows every picture %s', async (_, script, options) => {
    const { seen } = await pull(script, options);
    await has(seen, 60);
    const steps = seen.pictures.slice(1).map((unit, i) => unit.dts - seen.pictures[i]!.dts);
    expect(new Set(steps)).toEqual(new Set([3600]));
    expect(seen.lost).toBe(0);
  });

  it('falls back to TCP where datagrams do not get through', async () => {
    const { camera, seen } = await pull({ datagramsVanish: true }, { rtspTransport: 'udp' });
    await has(seen, 5);
    expect(setups(camera)).toBe(2);
    expect(camera.requests).toContain('TEARDOWN');
  });

  // A machine that stalls drops datagrams of its own accord: what is promised is that ours are put back.
  it('puts late datagrams back in their place', { retry: 3 }, async () => {
    const spoil = (packet: number) => (packet % 7 === 3 ? ('late' as const) : null);
    const { seen } = await pull({ spoil }, { rtspTransport: 'udp' });
    await has(seen, 60);
    expect(seen.lost).toBe(0);
    const steps = seen.pictures.slice(1).map((unit, i) => unit.dts - seen.pictures[i]!.dts);
    expect(new Set(steps)).toEqual(new Set([3600]));
  });

  it('shows nothing between a lost packet and the next key picture, and counts what is lost', async () => {
    const lostPackets = new Set([10, 45, 46, 110]);
    const spoil = (packet: number) => (lostPackets.has(packet) ? ('lost' as const) : null);
    const { seen } = await pull({ spoil }, { rtspTransport: 'udp' });
    await expect.poll(() => seen.lost, { timeout: 30_000 }).toBe(lostPackets.size);
    await has(seen, 60);
    for (const [index, unit] of seen.pictures.entries()) {
      const before = seen.pictures[index - 1];
      if (before !== undefined && unit.dts - before.dts > 3600) expect(unit.key).toBe(true);
    }
  });

  it('hears datagrams from the camera alone', async () => {
    const { camera, seen } = await pull({}, { rtspTransport: 'udp' });
    await has(seen, 5);
    expect(camera.clientPort).toBeGreaterThan(0);
    const forged = Buffer.alloc(200, 0x80);
    forged[1] = 96;
    const sent = await camera.sendFromAnotherPort(forged);
    await has(seen, seen.pictures.length + 20);
    expect(sent).toBe(true);
    expect(seen.lost).toBe(0);
    expect(seen.reason).toBeNull();
  });

  it.each(['tcp', 'udp'] as const)(
    'tells by sender reports over %s when a picture was taken',
    async (transport) => {
      const wallMs = Date.parse('2026-11-23T08:00:00.000Z');
      const { camera, seen } = await pull({ wallMs, audio: 'aac' }, { rtspTransport: transport });
      await has(seen, 60);
      const last = seen.pictures.at(-1)!;
      const taken = wallMs + (last.dts / 90 - seen.pictures[0]!.dts / 90);
      expect(Math.abs(last.wall! - taken)).toBeLessThanOrEqual(2);
      expect(seen.sounds.at(-1)!.wall).toBeGreaterThan(wallMs);
      await expect.poll(() => camera.reports.length, { timeout: 30_000 }).toBeGreaterThan(1);
      expect(camera.reports[0]!.readUInt16BE(0)).toBe(0x81c9);
      expect([0x11111111, 0x22222222]).toContain(camera.reports[0]!.readUInt32BE(8));
    },
  );

  it.each([
    ['AAC', 'aac', 'mp4a.40.2', 16_000],
    ['G.711 A-law', 'pcma', 'alaw', 8_000],
    ['G.711 µ-law', 'pcmu', 'ulaw', 8_000],
  ] as const)('hears %s beside the picture', async (_, audio, codecName, sampleRate) => {
    const { seen } = await pull({ audio }, { rtspTransport: 'tcp' });
    await has(seen, 60);
    expect(seen.sounds.length).toBeGreaterThan(10);
    expect(seen.sounds[0]!.config).toMatchObject({ codecName, sampleRate, channels: 1 });
    const apart = seen.sounds.at(-1)!.dts - seen.pictures.at(-1)!.dts;
    expect(Math.abs(apart)).toBeLessThan(0.5 * 90_000);
  });

  it('shows its picture at once though it promises sound and sends none', async () => {
    const { seen } = await pull({ audio: 'aac', mute: true });
    await has(seen, 5);
    expect(seen.sounds).toHaveLength(0);
  });

  it.each([
    ['MD5', { ...account }],
    ['MD5 with qop', { ...account, qop: 'auth' }],
    ['SHA-256 with qop', { ...account, algorithm: 'SHA-256', qop: 'auth' }],
    ['Basic', { ...account, scheme: 'basic' }],
    ['a first nonce that is too old already', { ...account, firstIsStale: true }],
    ['a nonce that grows old with every second request', { ...account, nonceLife: 2 }],
  ] as const)('is opened with %s', async (_, credentials) => {
    const { seen } = await pull({ credentials });
    await has(seen, 5);
  });

  it('is left alone after the second refusal', async () => {
    const { camera, seen } = await pull({ refuseAll: true });
    await expect.poll(() => seen.reason, { timeout: 10_000 }).toBe('camera-auth-refused');
    expect(camera.requests.filter((method) => method === 'DESCRIBE')).toHaveLength(2);
  });

  it('is told that we still look, well before its session ends, with a fresh nonce where need be', async () => {
    const credentials = { ...account, nonceLife: 4 };
    const { camera, seen } = await pull({ sessionTimeoutSeconds: 1, credentials });
    const beats = () => camera.requests.filter((method) => method === 'GET_PARAMETER').length;
    await expect.poll(beats, { timeout: 30_000 }).toBeGreaterThan(4);
    expect(seen.reason).toBeNull();
  });

  it.each(['tcp', 'udp'] as const)(
    'costs itself alone when what it sends over %s cannot be read',
    async (rtspTransport) => {
      const impossible = Buffer.from([0x67, 0x64, 0, 0x0c, 0xff, 0xff, 0xff, 0xff]);
      const nals = [impossible, Buffer.from([0x68, 1]), Buffer.from([0x65, 1, 2])];
      const { seen } = await pull(
        {
          payloadsOf: () => nals,
          description: ['m=video 0 RTP/AVP 96', 'a=rtpmap:96 H264/90000', 'a=control:track1'],
        },
        { rtspTransport },
      );
      await expect.poll(() => seen.reason, { timeout: 10_000 }).toBe('broken-stream');
    },
  );

  it('ends when it says goodbye', async () => {
    const { seen } = await pull({ sayGoodbyeAfter: 20 }, { rtspTransport: 'udp' });
    await expect.poll(() => seen.reason, { timeout: 10_000 }).toBe('source-ended');
  });
});
