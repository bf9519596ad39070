import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { AccessUnit } from '#media/access-unit.ts';
import { createAddressGuard } from '#sources/address-guard.ts';
import { FlvDemuxer } from '#sources/flv/flv-demuxer.ts';
import { FlvReader } from '#sources/flv/flv-reader.ts';
import { HttpFlvSource } from '#sources/flv/http-flv-source.ts';
import { configurationTag, flvHeader, flvTag, pictureTag } from '#testing/camera/flv-writer.ts';

function unitsOf(bytes: Buffer, chunkBytes: number): AccessUnit[] {
  const reader = new FlvReader();
  const demuxer = new FlvDemuxer();
  const units: AccessUnit[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    for (const tag of reader.push(bytes.subarray(at, at + chunkBytes))) {
      const unit = demuxer.push(tag);
      if (unit !== null) units.push(unit);
    }
  }
  return units;
}

describe('an FLV stream', () => {
  const stream = Buffer.concat([
    flvHeader,
    flvTag(0, Buffer.from('onMetaData'), 18),
    configurationTag(),
    ...Array.from({ length: 30 }, (_, i) => pictureTag(i, i * 40)),
  ]);

  it.each([1, 7, 1000, 1e6])('gives the same pictures in chunks of %d bytes', (chunkBytes) => {
    const units = unitsOf(stream, chunkBytes);
    expect(units).toHaveLength(30);
    expect(units.filter((unit) => unit.track === 'video' && unit.key)).toHaveLength(2);
    expect(units[29]!.dts).toBe(29 * 40 * 90);
    expect(units[0]!.config).toMatchObject({ codec: 'h264', width: 160, height: 96 });
    expect(new Set(units.map(({ config }) => config)).size).toBe(1);
  });

  it('may show a picture before it is decoded', () => {
    const bytes = Buffer.concat([flvHeader, configurationTag(), pictureTag(0, 1000, -40)]);
    expect(unitsOf(bytes, 1e6)[0]).toMatchObject({ dts: 90_000, pts: 86_400 });
  });

  it('goes on over the end of its 32-bit clock', () => {
    const bytes = Buffer.concat([
      flvHeader,
      configurationTag(),
      pictureTag(0, 0xfffffff0),
      pictureTag(1, 0x18),
    ]);
    const [first, second] = unitsOf(bytes, 1e6);
    expect(second!.dts - first!.dts).toBe(40 * 90);
  });

  it('is refused when its codec cannot be played', () => {
    const bytes = Buffer.concat([flvHeader, flvTag(0, Buffer.from([0x12, 0, 0, 0, 0, 0]))]);
    expect(() => unitsOf(bytes, 1e6)).toThrow(
      expect.objectContaining({ reason: 'codec-unsupported' }),
    );
  });
});

describe('a camera over HTTP-FLV', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.closeAllConnections();
  });

  async function pull(serve: Parameters<typeof createServer>[1]) {
    const server = createServer(serve);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://ops:p%40ss@127.0.0.1:${(server.address() as AddressInfo).port}/live.flv`;
    const units: AccessUnit[] = [];
    const sources: HttpFlvSource[] = [];
    const guard = createAddressGuard(new Set());
    const failure = await new Promise<{ reason: string }>((resolve) => {
      const handlers = { onUnit: (unit: AccessUnit) => units.push(unit), onEnd: resolve };
      sources.push(new HttpFlvSource({ url, allowed: null, guard }, handlers));
    });
    return { units, failure };
  }

  it('gives its pictures and says when it ends', async () => {
    const { units, failure } = await pull((request, response) => {
      const expected = `Basic ${Buffer.from('ops:p@ss').toString('base64')}`;
      if (request.headers.authorization !== expected) response.writeHead(401).end();
      else
        response.end(
          Buffer.concat([flvHeader, configurationTag(), pictureTag(0, 0), pictureTag(1, 40)]),
        );
    });
    expect(units).toHaveLength(2);
    expect(failure.reason).toBe('source-ended');
  });

  it.each([
    [302, 'redirect-refused'],
    [401, 'camera-auth-refused'],
    [404, 'camera-not-found'],
    [500, 'camera-offline'],
  ])('reads status %d as %s', async (status, reason) => {
    const { failure } = await pull((_request, response) =>
      response.writeHead(status, { location: 'http://192.0.2.1/x.flv' }).end(),
    );
    expect(failure.reason).toBe(reason);
  });

  it('is refused when it sends something else', async () => {
    const { failure } = await pull((_request, response) =>
      response.end('<html>not a camera at all</html>'),
    );
    expect(failure.reason).toBe('broken-stream');
  });
});
