/** The gateway itself stumbles: held up for half a second, or killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { FakeGisServer, internalKey } from '#testing/fake-gis-server.ts';
import { PlayClient } from '#testing/play-client.ts';
import { SmallHall } from '#testing/small-hall.ts';
import { ScriptedCamera } from '#testing/camera/scripted-camera.ts';

const ends: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

it('a gateway that is held up for half a second loses no picture and calls none stalled', async () => {
  const hall = await SmallHall.open();
  ends.push(() => hall.end());
  const camera = await hall.camera();
  const viewer = await hall.look().until(({ binary }) => binary.length > 10);
  for (let round = 0; round < 3; round += 1) {
    const until = performance.now() + 500;
    while (performance.now() < until);
    const before = viewer.binary.length;
    await viewer.until(({ binary }) => binary.length > before + 15);
  }
  const numbers = viewer.binary
    .slice(1)
    .map((bytes) => bytes.readUInt32BE(bytes.indexOf('mfhd') + 8));
  expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index));
  expect(viewer.messages.some(({ state }) => state === 'stalled')).toBe(false);
  expect(camera.played).toBe(1);
  expect(hall.journal('view-closed')).toHaveLength(0);
  const metrics = await (await fetch(`http://127.0.0.1:${hall.running.port}/metrics`)).text();
  expect(metrics).toMatch(/^video_gateway_event_loop_p99_ms \d/m);
});

it('a gateway that is killed comes back with its open looks closed in the register, and shows the next', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  ends.push(() => rmSync(folder, { recursive: true }));
  const gis = new FakeGisServer();
  await gis.listen();
  ends.push(() => gis.close());
  const camera = new ScriptedCamera();
  await camera.listen();
  ends.push(() => camera.close());
  gis.sources.set('camera-1', { kind: 'direct', url: camera.url() });
  writeFileSync(join(folder, 'key'), internalKey, { mode: 0o600 });

  const look = async (port: number) => {
    await gis.saw('hello');
    const viewer = PlayClient.withTicket(port, gis.ticket());
    ends.push(() => viewer.socket.terminate());
    return viewer;
  };
  const first = await startGateway(folder, gis.port);
  const viewer = await (await look(first.port)).until(({ binary }) => binary.length > 5);
  first.process.kill('SIGKILL');
  await viewer.until(({ closeCode }) => closeCode !== null);
  await expect.poll(() => camera.playing, { timeout: 20_000 }).toBe(0);
  gis.messages.length = 0;

  const second = await startGateway(folder, gis.port);
  const viewId = viewer.said('opened')!.viewId!;
  const closed = await gis.saw('view-closed', (row) => row.viewId === viewId);
  expect(closed.reason).toBe('gateway-restarted');
  await (await look(second.port)).until(({ binary }) => binary.length > 5);
}, 60_000);

async function startGateway(
  folder: string,
  gisPort: number,
): Promise<{ process: ChildProcess; port: number }> {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const gateway = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      VIDEO_GATEWAY_PORT: '0',
      GIS_SERVER_URL: `http://127.0.0.1:${gisPort}`,
      INTERNAL_KEY_FILE: join(folder, 'key'),
      RTMP_INGEST_PORT: '0',
      CLOUD_EYE_DATA: folder,
      VIDEO_SWEEP: 'off',
    },
  });
  ends.push(async () => {
    if (gateway.exitCode !== null || gateway.signalCode !== null) return;
    const gone = once(gateway, 'exit');
    gateway.kill('SIGKILL');
    await gone;
  });
  const [line] = (await once(gateway.stdout, 'data')) as [Buffer];
  return { process: gateway, port: Number(/:(\d+)\s*$/.exec(line.toString())?.[1]) };
}
