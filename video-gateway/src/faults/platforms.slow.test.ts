/** A platform restarts under five hundred pulls: they come back over time, and all of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ScriptedCamera } from '#testing/camera/scripted-camera.ts';
import { ManyClient } from '#testing/many-client.ts';
import { SmallHall } from '#testing/small-hall.ts';

const cameras = 500;
const perPage = 50;
const opensPerSecond = 20;
const spanMs = 5_000;

it('five hundred cameras that drop at once are opened again over more than twenty seconds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'storm-'));
  const recorder = new ScriptedCamera({ periodMs: 1_000, timestampOf: (i) => i * 90_000 });
  await recorder.listen();
  const camerasFile = join(folder, 'cameras.json');
  const ids = Array.from({ length: cameras }, (_, i) => `gate-${i}`);
  const listed = ids.map((id) => ({ id, name: id, main: recorder.url() }));
  writeFileSync(camerasFile, JSON.stringify({ cameras: listed }), { mode: 0o600 });
  const entry = { id: 'recorder', kind: 'direct', name: 'P', owner: 'school', datum: 'wgs84' };
  const mediaHosts = [`127.0.0.1:${recorder.port}`];
  const hall = await SmallHall.open({
    platforms: [{ ...entry, mediaHosts, camerasFile, opensPerSecond, opensBurst: 50 }],
  });
  const { gis, port } = hall.running;
  const pages: ManyClient[] = [];
  for (const [index, id] of ids.entries()) {
    const source = { kind: 'platform', platformId: 'recorder', platformCameraId: id } as const;
    gis.sources.set(id, source);
    if (index % perPage === 0) pages.push(await ManyClient.connected(port));
    // One person alone may not look through so many.
    const userId = `user-${pages.length}`;
    const ticket = gis.ticket({ cameraId: id, userId, maxViewSeconds: 3_600 });
    pages.at(-1)!.say({ type: 'open', channel: (index % perPage) + 1, ticket });
  }
  await expect.poll(() => recorder.playing, { timeout: 120_000 }).toBe(cameras);

  const droppedAt = performance.now();
  recorder.cut();
  const since = () => recorder.describedAt.filter((at) => at > droppedAt);
  await expect.poll(() => recorder.played, { timeout: 180_000 }).toBe(2 * cameras);
  const at = since().map((ms) => ms - droppedAt);
  console.log(`500 pulls came back over ${((at.at(-1)! - at[0]!) / 1000).toFixed(1)} s`);
  expect(at.at(-1)! - at[0]!).toBeGreaterThan(20_000);
  // A machine that stands still for a second opens two seconds' worth in the next.
  const bySpan = Map.groupBy(at, (ms) => Math.floor(ms / spanMs));
  const later = [...bySpan].filter(([span]) => span > 0).map(([, all]) => all.length);
  expect(Math.max(...later)).toBeLessThan((2 * opensPerSecond * spanMs) / 1_000);
  expect(hall.journal('view-closed')).toHaveLength(0);
  for (const { socket } of pages) socket.terminate();
  await hall.end();
  await recorder.close();
  rmSync(folder, { recursive: true });
}, 600_000);
