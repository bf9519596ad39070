/** An odd camera: MPEG-4 part 2, which no browser plays, through ffmpeg. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AccessUnit } from '#media/access-unit.ts';
import { createAddressGuard } from '#sources/address-guard.ts';
import { RtspSource } from '#sources/rtsp/rtsp-source.ts';
import { ScriptedCamera } from '#testing/camera/scripted-camera.ts';

const credentials = { user: 'ops', password: 'canary-5e1f' } as const;
const startOfPicture = Buffer.from([0, 0, 1, 0xb6]);

/** A second of pictures as an elementary stream, by another implementation. */
function mpeg4(): { config: string; pictures: readonly Buffer[] } {
  const words = '-v error -f lavfi -i testsrc2=size=160x96:rate=25 -t 1 -c:v mpeg4 -g 25 -f m4v -';
  const bytes = execFileSync('ffmpeg', words.split(' '));
  const starts: number[] = [];
  for (
    let at = bytes.indexOf(startOfPicture);
    at >= 0;
    at = bytes.indexOf(startOfPicture, at + 4)
  ) {
    starts.push(at);
  }
  const pictures = starts.map((start, index) =>
    bytes.subarray(index === 0 ? 0 : start, starts[index + 1] ?? bytes.length),
  );
  return { config: bytes.subarray(0, starts[0]).toString('hex'), pictures };
}

describe('a camera whose picture no browser plays', { timeout: 60_000 }, () => {
  const cameras: ScriptedCamera[] = [];
  const sources: RtspSource[] = [];

  afterEach(async () => {
    vi.unstubAllEnvs();
    for (const source of sources.splice(0)) source.close();
    for (const camera of cameras.splice(0)) await camera.close();
  });

  async function pull(mayConvert: boolean) {
    const { config, pictures } = mpeg4();
    const camera = new ScriptedCamera({
      credentials,
      payloadsOf: (picture) => [pictures[picture % pictures.length]!],
      description: [
        'm=video 0 RTP/AVP 96',
        'a=rtpmap:96 MP4V-ES/90000',
        `a=fmtp:96 profile-level-id=1;config=${config}`,
        'a=control:track1',
      ],
    });
    await camera.listen();
    cameras.push(camera);
    const seen = { camera, units: [] as AccessUnit[], reason: null as string | null };
    const source = new RtspSource(
      {
        url: camera.url(`${credentials.user}:${credentials.password}@`),
        allowed: null,
        guard: createAddressGuard(new Set()),
        mayConvert,
      },
      { onUnit: (unit) => seen.units.push(unit), onEnd: ({ reason }) => (seen.reason = reason) },
    );
    sources.push(source);
    return { ...seen, source, get: () => seen };
  }

  it('is shown as H.264 where its platform allows it, and its password is in no process list', async () => {
    const { get, source, camera } = await pull(true);
    await expect.poll(() => get().units.length, { timeout: 30_000 }).toBeGreaterThan(20);
    expect(get().units[0]).toMatchObject({
      track: 'video',
      key: true,
      config: { codec: 'h264', width: 160, height: 96 },
    });
    const lines = commandLines();
    expect(lines.some((line) => line.includes('protocol_whitelist'))).toBe(true);
    expect(lines.filter((line) => line.includes(credentials.password))).toEqual([]);
    source.close();
    await expect.poll(() => camera.playing, { timeout: 10_000 }).toBe(0);
    await expect
      .poll(() => commandLines().filter((line) => line.includes('protocol_whitelist')), {
        timeout: 10_000,
      })
      .toEqual([]);
  });

  it('is refused where its platform does not', async () => {
    const { get } = await pull(false);
    await expect.poll(() => get().reason, { timeout: 10_000 }).toBe('codec-unsupported');
  });

  it('says so where ffmpeg is missing', async () => {
    const { get } = await pull(true).then((pulled) => {
      vi.stubEnv('PATH', '/nowhere');
      return pulled;
    });
    await expect.poll(() => get().reason, { timeout: 10_000 }).toBe('converter-missing');
  });

  it('waits while two others are being converted', async () => {
    const first = [await pull(true), await pull(true)];
    for (const { get } of first) {
      await expect.poll(() => get().units.length, { timeout: 30_000 }).toBeGreaterThan(0);
    }
    const third = await pull(true);
    await expect.poll(() => third.get().reason, { timeout: 10_000 }).toBe('converters-busy');
    first[0]!.source.close();
    const fourth = await pull(true);
    await expect.poll(() => fourth.get().units.length, { timeout: 30_000 }).toBeGreaterThan(0);
  });
});

/** Of this process's children. */
function commandLines(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
        if (Number(parent) !== process.pid) return '';
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return ''; // it has ended meanwhile
      }
    });
}
