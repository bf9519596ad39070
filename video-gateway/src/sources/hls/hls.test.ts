import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AccessUnit } from '#media/access-unit.ts';
import { createAddressGuard } from '#sources/address-guard.ts';
import { HlsSource } from '#sources/hls/hls-source.ts';
import { readPlaylist } from '#sources/hls/media-playlist.ts';
import { TransportStream } from '#sources/mpegts/transport-stream.ts';

let folder: string;

/** Real segments of a second each, with B-frames, by another implementation. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hls-'));
  const source = '-f lavfi -i testsrc2=size=160x96:rate=25 -t 6';
  const coding = '-c:v libx264 -preset ultrafast -bf 2 -g 25 -sc_threshold 0';
  const shape = '-f hls -hls_time 1 -hls_list_size 0';
  const words = `-v error ${source} ${coding} ${shape}`.split(' ');
  execFileSync('ffmpeg', [...words, join(folder, 'live.m3u8')]);
  const variants = ['BANDWIDTH=9', 'BANDWIDTH=99'].map(
    (word, i) => `#EXT-X-STREAM-INF:${word}\n${['no', 'live'][i]}.m3u8`,
  );
  writeFileSync(join(folder, 'master.m3u8'), ['#EXTM3U', ...variants, ''].join('\n'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('a transport stream', () => {
  it('gives every picture with its times', () => {
    const stream = new TransportStream();
    const units = [0, 1, 2].flatMap((n) => stream.read(readFileSync(join(folder, `live${n}.ts`))));
    expect(units).toHaveLength(75);
    expect(units.filter((unit) => unit.track === 'video' && unit.key)).toHaveLength(3);
    expect(units[0]!.config).toMatchObject({ codec: 'h264', width: 160, height: 96 });
    expect(units.every((unit, i) => i === 0 || unit.dts - units[i - 1]!.dts === 3600)).toBe(true);
    expect(units.some(({ pts, dts }) => pts > dts)).toBe(true);
  });
});

describe('a playlist', () => {
  it.each([
    ['#EXT-X-KEY:METHOD=AES-128,URI="k"', 'codec-unsupported'],
    ['#EXT-X-MAP:URI="init.mp4"', 'transport-unsupported'],
  ])('with %s is refused', (line, reason) => {
    const text = `#EXTM3U\n#EXT-X-TARGETDURATION:2\n${line}\n#EXTINF:2,\na.ts\n`;
    expect(() => readPlaylist(text)).toThrow(expect.objectContaining({ reason }));
  });
});

describe('a camera over HLS', { timeout: 60_000 }, () => {
  const servers: Server[] = [];
  const sources: HlsSource[] = [];
  afterEach(() => {
    for (const source of sources.splice(0)) source.close();
    for (const server of servers.splice(0)) server.closeAllConnections();
  });

  async function pull(file: string, serve: RequestListener) {
    const server = createServer(serve);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${file}`;
    const seen: { units: AccessUnit[]; reason: string | null } = { units: [], reason: null };
    const guard = createAddressGuard(new Set());
    const handlers = {
      onUnit: (unit: AccessUnit) => seen.units.push(unit),
      onEnd: ({ reason }: { reason: string }) => (seen.reason = reason),
    };
    sources.push(new HlsSource({ url, allowed: null, guard }, handlers));
    return seen;
  }

  const fromFolder: RequestListener = (request, response) => {
    const file = join(folder, request.url!.slice(1));
    if (existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  };

  it('is followed through its master playlist and plays at its own pace to its end', async () => {
    const startedAt = performance.now();
    const seen = await pull('master.m3u8', fromFolder);
    await expect.poll(() => seen.reason, { timeout: 40_000 }).toBe('source-ended');
    expect(seen.units).toHaveLength(75);
    expect(performance.now() - startedAt).toBeGreaterThan(2_500);
  });

  it('is followed as it grows', async () => {
    let asked = 0;
    const seen = await pull('live.m3u8', (request, response) => {
      if (!request.url!.endsWith('.m3u8')) return fromFolder(request, response);
      asked += 1;
      const first = Math.min(Math.max(0, asked - 2), 3);
      const rows = [0, 1, 2].map((i) => `#EXTINF:1,\nlive${first + i}.ts`);
      response.end(
        ['#EXTM3U', '#EXT-X-TARGETDURATION:1', `#EXT-X-MEDIA-SEQUENCE:${first}`, ...rows, ''].join(
          '\n',
        ),
      );
    });
    await expect.poll(() => seen.units.length, { timeout: 40_000 }).toBe(150);
    expect(seen.units.at(-1)!.dts - seen.units[0]!.dts).toBe(149 * 3600);
  });

  it('may not lead to another host', async () => {
    const seen = await pull('live.m3u8', (_request, response) =>
      response.end('#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://192.0.2.1/a.ts\n'),
    );
    await expect.poll(() => seen.reason, { timeout: 20_000 }).toBe('redirect-refused');
  });
});
