import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nalTypeOf, nalTypes } from '../media/annex-b.ts';
import { wallTimeUuid } from '../media/wall-time-sei.ts';
import type { RunningSimulator } from '../simulator.ts';
import { hasFfmpeg, runTool } from '../testing/ffmpeg.ts';
import { previewUrl } from '../testing/platform-client.ts';
import { RtspTestClient, unitsOf } from '../testing/rtsp-client.ts';
import { startTestSimulator } from '../testing/test-simulator.ts';

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.close());

const cameraUrl = (id: string) => `rtsp://127.0.0.1:${simulator.rtspPort}/camera/${id}`;

/** Wall time in the SEI of a unit, emulation prevention taken out. */
function wallTimeOf(unit: Buffer): number {
  const bytes = Buffer.from(unit.toString('hex').replace(/((?:..)*?0000)03/g, '$1'), 'hex');
  expect(bytes.toString('hex', 3, 19)).toBe(wallTimeUuid.replaceAll('-', ''));
  return Number(bytes.readBigUInt64BE(19));
}

describe('a camera over RTSP', () => {
  it('sends frames one after the other, in real time', async () => {
    const client = await RtspTestClient.connect(simulator.rtspPort);
    const [description, setup, play] = await client.play(cameraUrl('test-1'));
    expect(description!.body).toContain('a=rtpmap:96 H264/90000');
    expect([setup!.status, play!.status]).toEqual([200, 200]);
    const startedAt = Date.now();
    const frames = () => client.packets.filter((packet) => packet.marker);
    await client.until(() => Date.now() - startedAt > 2000 && frames().length > 30);
    client.close();
    const steps = frames().map(
      ({ timestamp }, at, all) => timestamp - (all[at - 1]?.timestamp ?? NaN),
    );
    expect(new Set(steps.slice(1))).toEqual(new Set([6000]));
    const sequences = client.packets.map(({ sequence }) => sequence);
    expect(sequences.slice(1).every((n, at) => n === (sequences[at]! + 1) % 65_536)).toBe(true);
    const liveSeconds = frames().length / 15;
    expect(liveSeconds).toBeGreaterThan((Date.now() - startedAt) / 1000 - 2);
    expect(play!.headers['rtp-info']).toContain(`rtptime=${client.packets[0]!.timestamp}`);
    expect(play!.headers['rtp-info']).toContain(`seq=${client.packets[0]!.sequence}`);
  });

  it('begins with the key frame of the current group and says the true time in every frame', async () => {
    const client = await RtspTestClient.connect(simulator.rtspPort);
    await client.play(cameraUrl('test-2'));
    const seen = () => unitsOf(client.packets);
    const timesOf = () => seen().filter(({ unit }) => nalTypeOf(unit) === nalTypes.sei);
    await client.until(() => timesOf().length > 45);
    client.close();
    expect(
      seen()
        .slice(0, 4)
        .map(({ unit }) => nalTypeOf(unit)),
    ).toEqual([nalTypes.sps, nalTypes.pps, nalTypes.sei, nalTypes.keySlice]);
    const times = timesOf().map(({ unit }) => wallTimeOf(unit));
    const gaps = times.slice(1).map((time, at) => time - times[at]!);
    expect(gaps.every((gap) => gap === 66 || gap === 67)).toBe(true);
    expect(Math.abs(Date.now() - times.at(-1)!)).toBeLessThan(5000);
  });

  it('ties RTP time to wall time in sender reports', async () => {
    const client = await RtspTestClient.connect(simulator.rtspPort);
    await client.play(cameraUrl('test-1'));
    await client.until(() => client.reports.length > 0);
    client.close();
    const [report] = client.reports;
    const ntpSeconds = report!.readUInt32BE(8) - 2_208_988_800 + report!.readUInt32BE(12) / 2 ** 32;
    expect(report!.readUInt32BE(4)).toBe(client.packets[0]!.ssrc);
    expect(report!.readUInt32BE(16)).toBe(client.packets[0]!.timestamp);
    expect(Math.abs(Date.now() / 1000 - ntpSeconds)).toBeLessThan(10);
  });

  it('shows all clients of a clip the same packets', async () => {
    const clients = await Promise.all([1, 2].map(() => RtspTestClient.connect(simulator.rtspPort)));
    for (const client of clients) await client.play(cameraUrl('test-3'));
    await Promise.all(clients.map((client) => client.until(() => client.packets.length > 60)));
    const [first, second] = clients.map((client) => {
      client.close();
      return new Map(
        client.packets.map((packet) => [packet.sequence, packet.payload.toString('hex')]),
      );
    });
    const shared = [...first!.keys()].filter((sequence) => second!.has(sequence));
    expect(shared.length).toBeGreaterThan(20);
    for (const sequence of shared) expect(second!.get(sequence)).toBe(first!.get(sequence));
  });

  it('opens a platform address once', async () => {
    const url = await previewUrl(simulator.url, 'platform-test-1');
    const client = await RtspTestClient.connect(simulator.rtspPort);
    expect((await client.ask('DESCRIBE', url)).status).toBe(200);
    const other = await RtspTestClient.connect(simulator.rtspPort);
    expect((await other.ask('DESCRIBE', url)).status).toBe(404);
    client.close();
    other.close();
  });

  it('answers what is no request, an unknown transport and a stranger session with errors', async () => {
    const client = await RtspTestClient.connect(simulator.rtspPort);
    await client.ask('DESCRIBE', cameraUrl('test-1'));
    const setup = await client.ask('SETUP', cameraUrl('test-1'), { Transport: 'RAW/RAW/UDP' });
    expect(setup.status).toBe(461);
    expect((await client.ask('PLAY', cameraUrl('test-1'), { Session: '1' })).status).toBe(454);
    expect((await client.ask('RECORD', cameraUrl('test-1'))).status).toBe(405);
    expect((await client.ask('OPTIONS', cameraUrl('test-1'))).headers.public).toContain('PLAY');
    client.send('garbage without end\r\n\r\n');
    await client.untilClosed();
  });
});

describe.skipIf(!hasFfmpeg)('a camera as ffmpeg sees it', () => {
  it.each(['tcp', 'udp'])('plays without an error over %s', async (transport) => {
    const args = ['-v', 'warning', '-rtsp_transport', transport, '-i', cameraUrl('test-4')];
    const { code, stderr } = await runTool('ffmpeg', [
      ...args,
      '-frames:v',
      '40',
      '-f',
      'null',
      '-',
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('is H.264 of 640 by 360 with 15 frames a second and no reordering', async () => {
    const show = 'stream=codec_name,width,height,r_frame_rate,has_b_frames';
    const args = ['-v', 'error', '-rtsp_transport', 'tcp', '-show_entries', show, '-of', 'csv=p=0'];
    const { stdout } = await runTool('ffprobe', [...args, cameraUrl('test-1')]);
    expect(stdout.trim()).toBe('h264,640,360,0,15/1');
  });
});

describe('many clients', () => {
  it('leave nothing behind when they vanish', async () => {
    const clients = await Promise.all(
      Array.from({ length: 40 }, () => RtspTestClient.connect(simulator.rtspPort)),
    );
    for (const client of clients) await client.play(cameraUrl('test-1'));
    const playing = async () => {
      const answer = await fetch(`${simulator.url}/control/status`);
      return ((await answer.json()) as { playing: Record<string, number> }).playing['test-1'] ?? 0;
    };
    expect(await playing()).toBe(40);
    for (const client of clients) client.close();
    await expect.poll(playing, { timeout: 20_000 }).toBe(0);
  });
});
