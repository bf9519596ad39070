import { chmodSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDirectPlatform } from '#platforms/direct/direct.ts';
import { aDirectEntry } from '#testing/platform-entries.ts';

let folder: string;
let file: string;
let writes: number;

beforeEach(() => {
  writes = 0;
  folder = mkdtempSync(join(tmpdir(), 'recorder-'));
  file = join(folder, 'recorder.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(cameras: readonly object[]): void {
  writeFileSync(file, JSON.stringify({ cameras }), { mode: 0o600 });
  // Two writes within one tick of the file system's clock must differ.
  writes += 1;
  utimesSync(file, new Date(), new Date(Date.now() + writes * 1_000));
}

const aPlatform = (mediaHosts = ['127.0.0.1', '10.5.0.0/16']) =>
  createDirectPlatform(aDirectEntry(file, { owner: 'township-xueliang', mediaHosts }));
const gate = { id: '1', name: '镇政府门口', main: 'rtsp://viewer:hush@10.5.1.2/main' };

describe('a town’s own recorder', () => {
  it('lists its cameras without their addresses, and again what has changed', async () => {
    write([{ ...gate, longitude: 111.6, latitude: 27.7 }]);
    const platform = aPlatform();
    const { cameras } = await platform.listCameras(null);
    expect(cameras).toEqual([
      {
        platformCameraId: '1',
        name: '镇政府门口',
        gbCode: null,
        longitude: 111.6,
        latitude: 27.7,
        kind: 'fixed',
        state: 'unknown',
      },
    ]);
    expect(JSON.stringify(cameras)).not.toContain('hush');
    write([gate, { ...gate, id: '2' }]);
    await expect(platform.listCameras(null)).resolves.toMatchObject({
      cameras: [{ platformCameraId: '1' }, { platformCameraId: '2' }],
    });
  });

  it('lists a long file in pages', async () => {
    write(Array.from({ length: 401 }, (_, index) => ({ ...gate, id: `${index}` })));
    const platform = aPlatform();
    const counts: number[] = [];
    for (let cursor: string | null = null; ;) {
      const page = await platform.listCameras(cursor);
      counts.push(page.cameras.length);
      cursor = page.next;
      if (cursor === null) break;
    }
    expect(counts).toEqual([200, 200, 1]);
  });

  it.each([
    ['rtsp://viewer:hush@10.5.1.2/main', 'rtsp'],
    ['rtmp://10.5.1.2/live/1', 'rtmp'],
    ['http://10.5.1.2/live/1.flv', 'http-flv'],
    ['https://10.5.1.2/live/1/index.m3u8', 'hls'],
  ])('opens %s over %s', async (main, transport) => {
    write([{ ...gate, main, sub: 'rtsp://10.5.1.2/sub' }]);
    await expect(aPlatform().openLive('1', 'main')).resolves.toMatchObject({
      url: main,
      transport,
      expiresAt: null,
    });
    await expect(aPlatform().openLive('1', 'sub')).resolves.toMatchObject({
      url: 'rtsp://10.5.1.2/sub',
    });
  });

  it('opens its one stream where a camera has no smaller one', async () => {
    write([gate]);
    await expect(aPlatform().openLive('1', 'sub')).resolves.toMatchObject({ url: gate.main });
  });

  it('leads to its media hosts alone', async () => {
    write([{ ...gate, main: 'rtsp://10.6.1.2/main' }]);
    await expect(aPlatform().openLive('1', 'main')).rejects.toMatchObject({
      reason: 'address-refused',
    });
  });

  it('says that a camera is no longer in its file', async () => {
    write([]);
    await expect(aPlatform().openLive('1', 'main')).rejects.toMatchObject({
      reason: 'camera-not-found',
    });
  });

  it('names what is wrong in its file and where, and never what stands there', async () => {
    write([gate, { ...gate, main: 'hush://10.5.1.2' }]);
    const platform = aPlatform();
    const failure = await platform.listCameras(null).catch((error: unknown) => String(error));
    expect(failure).toContain('cameras[1].main');
    expect(failure).not.toContain('hush');
    expect(platform.health()).toEqual({ state: 'unreachable', reason: 'platform-unreachable' });
  });

  it('is refused while others may read its passwords', async () => {
    write([gate]);
    chmodSync(file, 0o644);
    await expect(aPlatform().listCameras(null)).rejects.toThrow('chmod 600');
  });
});
