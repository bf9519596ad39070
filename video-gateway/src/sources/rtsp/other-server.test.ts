/** Our RTSP client against GStreamer's server: every picture and every sound of a file, at its time. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AccessUnit } from '#media/access-unit.ts';
import { CmafPackager } from '#packaging/cmaf-packager.ts';
import { createAddressGuard } from '#sources/address-guard.ts';
import type { RtspTransport } from '#sources/rtsp/rtsp-transport.ts';
import { RtspSource } from '#sources/rtsp/rtsp-source.ts';

const program = fileURLToPath(new URL('../../testing/camera/gstreamer-server.py', import.meta.url));
const seconds = 3;

describe('a camera that GStreamer plays', { timeout: 60_000 }, () => {
  let folder: string;
  const servers: ChildProcess[] = [];
  const sources: RtspSource[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gstreamer-'));
    const input = [
      ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=160x96:rate=25'],
      ...['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000', '-t', String(seconds)],
    ];
    // B-frames: shown in another order than decoded.
    const h264 = ['-c:v', 'libx264', '-bf', '2', '-g', '25', '-c:a', 'aac', '-b:a', '64k'];
    const h265 = ['-c:v', 'libx265', '-x265-params', 'log-level=none:bframes=0', '-g', '25'];
    execFileSync('ffmpeg', [...input, ...h264, join(folder, 'h264.mp4')]);
    execFileSync('ffmpeg', [...input, ...h265, '-c:a', 'aac', join(folder, 'h265.mp4')]);
  }, 60_000);

  afterEach(() => {
    for (const source of sources.splice(0)) source.close();
    for (const server of servers.splice(0)) server.kill('SIGKILL');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function serve(codec: 'h264' | 'h265'): Promise<string> {
    const file = join(folder, `${codec}.mp4`);
    const picture = `d.video_0 ! queue ! ${codec}parse ! rtp${codec}pay name=pay0 pt=96`;
    const sound = 'd.audio_0 ! queue ! aacparse ! rtpmp4gpay name=pay1 pt=97';
    const pipeline = `( filesrc location=${file} ! qtdemux name=d ${picture} ${sound} )`;
    const server = spawn('/usr/bin/python3', [program, pipeline], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    servers.push(server);
    const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
    return `rtsp://ops:p%40ss@127.0.0.1:${line.replace('port ', '')}/live`;
  }

  async function pullToItsEnd(codec: 'h264' | 'h265', rtspTransport: RtspTransport) {
    const url = await serve(codec);
    const units: AccessUnit[] = [];
    let lost = 0;
    const guard = createAddressGuard(new Set());
    const reason = await new Promise<string>((resolve) => {
      sources.push(
        new RtspSource(
          { url, allowed: null, guard, rtspTransport },
          {
            onUnit: (unit) => units.push(unit),
            onLost: (packets) => (lost += packets),
            onEnd: (failure) => resolve(failure.reason),
          },
        ),
      );
    });
    return { units, lost, reason };
  }

  it.each([
    ['h264', 'tcp'],
    ['h264', 'udp'],
    ['h265', 'tcp'],
    ['h265', 'udp'],
  ] as const)('gives %s over %s whole', async (codec, transport) => {
    const { units, lost, reason } = await pullToItsEnd(codec, transport);
    expect(reason).toBe('source-ended');
    expect(lost).toBe(0);
    const pictures = units.filter(({ track }) => track === 'video');
    const sounds = units.filter(({ track }) => track === 'audio');
    expect(sinceFirst(pictures.map(({ pts }) => pts / 90_000))).toEqual(
      sinceFirst(shownTimes(join(folder, `${codec}.mp4`))),
    );
    // Sound before the first picture has no place yet.
    expect(sounds.length).toBeGreaterThan((seconds * 48_000) / 1024 - 25);
    expect(sounds[0]!.config).toMatchObject({ codecName: 'mp4a.40.2', sampleRate: 48_000 });
    expect(units.some(({ wall }) => wall !== null)).toBe(true);
    expect(complaintsOfFfmpeg(units)).toBe('');
  });

  function complaintsOfFfmpeg(units: readonly AccessUnit[]): string {
    const packager = new CmafPackager();
    const fragments = units.flatMap((unit) => packager.package(unit));
    const file = join(folder, 'ours.mp4');
    const { init } = fragments[0]!.epoch.audio!.muxed!;
    writeFileSync(file, Buffer.concat([init, ...fragments.map(({ bytes }) => bytes)]));
    const decode = ['-v', 'error', '-i', file, '-f', 'null', '-'];
    return execFileSync('ffmpeg', decode, { encoding: 'utf8', stdio: 'pipe' });
  }
});

/** Presentation times in the order of decoding, seconds. */
function shownTimes(file: string): number[] {
  const text = execFileSync(
    'ffprobe',
    [
      ...['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=pts_time'],
      ...['-of', 'json', file],
    ],
    { encoding: 'utf8' },
  );
  const { packets } = JSON.parse(text) as { packets: { pts_time: string }[] };
  return packets.map(({ pts_time }) => Number(pts_time));
}

/** In pictures of 40 ms. */
const sinceFirst = (times: readonly number[]): number[] =>
  times.map((time) => Math.round((time - times[0]!) * 25));
