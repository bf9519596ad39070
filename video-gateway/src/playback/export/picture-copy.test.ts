/** One picture out of the city simulator's recordings, looked at by other programs. */
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportManifest, ExportOrder } from 'grid-data';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPictureMark } from '#playback/export/picture-mark.ts';
import { recoder } from '#playback/export/recode.ts';
import { pageFetch } from '#testing/page-fetch.ts';
import { runRecordedCity, type RecordedCity } from '#testing/recorded-city.ts';

const hourMs = 3_600_000;
const noonMs = Math.floor(Date.now() / (24 * hourMs)) * 24 * hourMs - 20 * hourMs;

const anOrder = (change: Partial<ExportOrder> = {}): ExportOrder => ({
  ...{ exportId: randomUUID(), requestId: randomUUID() },
  ...{ cameraId: 'camera-1', cameraName: '路口', caseNo: 'A-1', legalBasis: 'criminal-case' },
  ...{ fromMs: noonMs + 10_400, toMs: noonMs + 11_399 },
  ...{ masking: 'none', regions: [], sound: true },
  ...{ requester: '甲', unit: '蓝田街道', approver: '乙', unmaskedBy: '丙' },
  ...change,
});

describe.runIf(recoder().recodes)('a picture of a recording', { timeout: 60_000 }, () => {
  let city: RecordedCity;

  beforeAll(async () => {
    city = await runRecordedCity();
  }, 60_000);
  afterAll(() => city.stop(), 30_000);

  const folder = () => join(city.running.folder, 'video-gateway', 'exports');

  async function written(order: ExportOrder): Promise<ExportManifest> {
    const { gis } = city.running;
    gis.orderExport(order);
    return (await gis.saw('export-written', (said) => said.exportId === order.exportId)).manifest;
  }

  async function taken({ exportId, requestId, fromMs, toMs }: ExportOrder): Promise<Response> {
    const { gis, port } = city.running;
    const ticket = gis.ticket({ recording: { requestId, fromMs, toMs, exportId } });
    return pageFetch(`http://127.0.0.1:${port}/exports`, {
      method: 'POST',
      body: JSON.stringify({ ticket }),
    });
  }

  const picture = async (order: ExportOrder): Promise<Buffer> =>
    Buffer.from(await (await taken(order)).arrayBuffer());

  it('is one JPEG of that moment, marked, with its hash in the manifest, and no sound', async () => {
    const order = anOrder();
    const manifest = await written(order);
    expect(manifest).toMatchObject({ ...order, frames: 1, soundCodec: null, gaps: [] });
    // Cameras of the simulator take a picture each twentieth of a second or oftener.
    expect(Math.abs(manifest.pictureMs! - order.fromMs)).toBeLessThanOrEqual(100);
    const answer = await taken(order);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('content-disposition')).toContain(`${order.exportId}.jpg`);
    const jpeg = Buffer.from(await answer.arrayBuffer());
    expect(createHash('sha256').update(jpeg).digest('hex')).toBe(manifest.sha256);
    expect(readPictureMark(jpeg)).toMatchObject({ exportId: order.exportId, caseNo: 'A-1' });
    expect(sharpnessOf(jpeg, 'iw:ih:0:0')).toBeGreaterThan(0);
    expect(readdirSync(folder()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is of the moment wherever it lies between two key pictures', async () => {
    for (const fromMs of [0, 700, 1_300, 1_900].map((ms) => noonMs + 20_000 + ms)) {
      const { pictureMs } = await written(anOrder({ fromMs, toMs: fromMs + 999 }));
      expect(fromMs - pictureMs!).toBeGreaterThanOrEqual(0);
      expect(fromMs - pictureMs!).toBeLessThanOrEqual(100);
    }
  });

  it('hides all of it, or parts, as a movie does', async () => {
    const part = { left: 0.25, top: 0.25, right: 0.75, bottom: 0.75 };
    const [plain, whole] = [anOrder(), anOrder({ masking: 'whole-picture' })];
    const some = anOrder({ masking: 'regions', regions: [part] });
    const [middle, corner] = ['iw/4:ih/4:iw*3/8:ih*3/8', 'iw/5:ih/5:0:ih*4/5'];
    for (const order of [plain, whole, some]) await written(order);
    const [clear, hidden, partly] = [
      await picture(plain),
      await picture(whole),
      await picture(some),
    ];
    expect(sharpnessOf(hidden, middle)).toBeLessThan(sharpnessOf(clear, middle) / 4);
    expect(sharpnessOf(partly, middle)).toBeLessThan(sharpnessOf(clear, middle) / 4);
    expect(sharpnessOf(partly, corner)).toBeGreaterThan(sharpnessOf(clear, corner) * 0.7);
  });

  it('is gone when it is deleted, and its hash is the proof', async () => {
    const order = anOrder({ masking: 'whole-picture' });
    const { sha256 } = await written(order);
    const file = join(folder(), `${order.exportId}.jpg`);
    expect(existsSync(file)).toBe(true);
    city.running.gis.deleteExport(order.exportId);
    const { exportId } = order;
    const said = await city.running.gis.saw('export-deleted', (one) => one.exportId === exportId);
    expect(said.sha256).toBe(sha256);
    expect(existsSync(file)).toBe(false);
    expect((await taken(order)).status).toBe(404);
  });
});

/** How much neighbouring points of a part of the picture differ: what blurring takes away. */
function sharpnessOf(jpeg: Buffer, box: string): number {
  const filter = `crop=${box},scale=64:64,format=gray`;
  const words = ['-v', 'error', '-f', 'image2pipe', '-c:v', 'mjpeg', '-i', 'pipe:0'];
  const args = [...words, '-frames:v', '1', '-vf', filter, '-f', 'rawvideo', 'pipe:1'];
  const grey = execFileSync('ffmpeg', args, { input: jpeg, maxBuffer: 1e8 });
  let sum = 0;
  for (let at = 1; at < grey.length; at += 1)
    if (at % 64 !== 0) sum += (grey[at]! - grey[at - 1]!) ** 2;
  return sum / grey.length;
}
