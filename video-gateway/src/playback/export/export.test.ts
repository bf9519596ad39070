/** Copies of the city simulator's recordings, read back by other programs. */
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, type ExportManifest, type ExportOrder } from 'grid-data';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GisLink } from '#link/gis-link.ts';
import { ExportDesk, gapsIn } from '#playback/export/export-desk.ts';
import { ExportShelf } from '#playback/export/export-shelf.ts';
import { maskFilter } from '#playback/export/masking.ts';
import { recoder } from '#playback/export/recode.ts';
import { readMark } from '#playback/export/movie-mark.ts';
import { runRecordedCity, type RecordedCity } from '#testing/recorded-city.ts';
import type { RunningGateway } from '#testing/running-gateway.ts';
import { pageFetch } from '#testing/page-fetch.ts';

const hourMs = 3_600_000;
/** An hour that is recorded whole, yesterday. */
const noonMs = Math.floor(Date.now() / (24 * hourMs)) * 24 * hourMs - 20 * hourMs;

const anOrder = (change: Partial<ExportOrder> = {}): ExportOrder => ({
  exportId: randomUUID(),
  requestId: randomUUID(),
  cameraId: 'camera-1',
  cameraName: '路口',
  fromMs: noonMs,
  toMs: noonMs + 6_000,
  caseNo: 'A-1',
  legalBasis: 'criminal-case',
  masking: 'none',
  regions: [],
  requester: '甲',
  unit: '蓝田街道',
  approver: '乙',
  unmaskedBy: '乙',
  sound: false,
  ...change,
});

describe('an export', { timeout: 60_000 }, () => {
  let city: RecordedCity;
  let running: RunningGateway;

  beforeAll(async () => {
    city = await runRecordedCity();
    ({ running } = city);
  }, 60_000);
  afterAll(() => city.stop(), 30_000);

  const folder = () => join(running.folder, 'video-gateway', 'exports');

  async function written(order: ExportOrder): Promise<ExportManifest> {
    running.gis.orderExport(order);
    const { exportId } = order;
    return (await running.gis.saw('export-written', (said) => said.exportId === exportId)).manifest;
  }

  async function taken({ exportId, requestId, fromMs, toMs }: ExportOrder): Promise<Response> {
    const ticket = running.gis.ticket({ recording: { requestId, fromMs, toMs, exportId } });
    return pageFetch(`http://127.0.0.1:${running.port}/exports`, {
      method: 'POST',
      body: JSON.stringify({ ticket }),
    });
  }

  function facts(movie: Buffer): string {
    const file = join(mkdtempSync(join(tmpdir(), 'export-')), 'copy.mp4');
    writeFileSync(file, movie);
    const asked = [
      '-v',
      'error',
      '-count_frames',
      '-show_entries',
      'stream=nb_read_frames',
      '-of',
      'csv=p=0',
      file,
    ];
    return execFileSync('ffprobe', asked, { encoding: 'utf8' }).trim();
  }

  it('is one movie whose hash is its manifest’s, which says who let it out and what it is', async () => {
    const order = anOrder();
    const manifest = await written(order);
    expect(manifest).toMatchObject({ ...order, gaps: [] });
    const answer = await taken(order);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain(order.exportId);
    const movie = Buffer.from(await answer.arrayBuffer());
    expect(createHash('sha256').update(movie).digest('hex')).toBe(manifest.sha256);
    expect(movie.length).toBe(manifest.bytes);
    expect(readMark(movie)).toMatchObject({ exportId: order.exportId, caseNo: 'A-1' });
    expect(Number(facts(movie))).toBe(manifest.frames);
    expect(manifest.mark).toBe(recoder().writes ? 'in-picture' : 'in-file');
    expect(manifest.frames).toBeGreaterThan(45);
    expect(readdirSync(folder()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('names the gaps of its window', async () => {
    const upkeep = Math.floor(Date.now() / (24 * hourMs)) * 24 * hourMs - 5 * hourMs;
    const order = anOrder({ fromMs: upkeep - 4_000, toMs: upkeep + 8_000 });
    const manifest = await written(order);
    expect(manifest.gaps).toEqual([{ fromMs: upkeep, toMs: upkeep + 8_000 }]);
  });

  it('is handed out once for its ticket, and not for one that plays', async () => {
    const order = anOrder({ toMs: noonMs + 4_000 });
    await written(order);
    const ticket = running.gis.ticket({
      recording: { requestId: order.requestId, fromMs: order.fromMs, toMs: order.toMs },
    });
    const post = (body: object) =>
      pageFetch(`http://127.0.0.1:${running.port}/exports`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
    expect((await post({ ticket })).status).toBe(403);
    expect((await taken(anOrder())).status).toBe(404);
  });

  it('is written once though it is ordered twice, and gone when it is deleted', async () => {
    const order = anOrder({ toMs: noonMs + 4_000 });
    const [first] = await Promise.all([written(order), written(order)]);
    expect(await written(order)).toEqual(first);
    running.gis.deleteExport(order.exportId);
    const deleted = () =>
      running.gis.saw('export-deleted', ({ exportId }) => exportId === order.exportId);
    expect(await deleted()).toMatchObject({ sha256: first.sha256 });
    expect(existsSync(join(folder(), `${order.exportId}.mp4`))).toBe(false);
    expect((await taken(order)).status).toBe(404);
  });

  it('proves no deletion where there is no file', async () => {
    const { exportId } = anOrder();
    running.gis.deleteExport(exportId);
    const said = await running.gis.saw('export-deleted', (each) => each.exportId === exportId);
    expect(said.sha256).toBeNull();
  });

  it('of what nobody recorded fails in words', async () => {
    const order = anOrder({
      fromMs: noonMs - 90 * 24 * hourMs,
      toMs: noonMs - 90 * 24 * hourMs + 9,
    });
    running.gis.orderExport(order);
    const { exportId } = order;
    const failed = await running.gis.saw('export-failed', (said) => said.exportId === exportId);
    expect(failed.reason).toBe('no-recording');
  });

  it.runIf(recoder().recodes)(
    'hides the whole picture, or parts of it, and leaves nothing in the clear',
    async () => {
      const plain = anOrder({ toMs: noonMs + 4_000 });
      const whole = anOrder({ ...plain, exportId: randomUUID(), masking: 'whole-picture' });
      const part = { left: 0.25, top: 0.25, right: 0.75, bottom: 0.75 };
      const some = anOrder({
        ...plain,
        exportId: randomUUID(),
        masking: 'regions',
        regions: [part],
      });
      const sharpness = async (order: ExportOrder, box: string) => {
        await written(order);
        return sharpnessOf(Buffer.from(await (await taken(order)).arrayBuffer()), box);
      };
      const [middle, corner] = ['iw/4:ih/4:iw*3/8:ih*3/8', 'iw/5:ih/5:0:ih*4/5'];
      const clear = await sharpness(plain, middle);
      expect(await sharpness(whole, middle)).toBeLessThan(clear / 4);
      expect(await sharpness(some, middle)).toBeLessThan(clear / 4);
      expect(await sharpness(some, corner)).toBeGreaterThan((await sharpness(plain, corner)) * 0.7);
      expect(readdirSync(folder()).filter((name) => name.endsWith('.part'))).toEqual([]);
    },
  );

  it('with something to hide is refused where nothing can be hidden', async () => {
    const said: object[] = [];
    const shelf = new ExportShelf(mkdtempSync(join(tmpdir(), 'shelf-')));
    const { video } = running.gateway;
    const link = { request: (message: object) => Promise.resolve(said.push(message)) };
    const desk = new ExportDesk({
      shelf,
      link: link as unknown as GisLink,
      video,
      tickets: {
        spend: () => {
          throw new Error('unused');
        },
      } as never,
      clock: systemClock,
      onError: () => undefined,
      recoder: () => ({ recodes: false, writes: false }),
    });
    const order = anOrder({ masking: 'whole-picture' });
    desk.order(order);
    await expect
      .poll(() => said)
      .toContainEqual({
        type: 'export-failed',
        exportId: order.exportId,
        reason: 'masking-unavailable',
      });
  });
});

/** How much neighbouring lines of a part of the first picture differ: what blurring takes away. */
function sharpnessOf(movie: Buffer, box: string): number {
  const args = [
    '-v',
    'error',
    '-i',
    'pipe:0',
    '-frames:v',
    '1',
    '-vf',
    `crop=${box},scale=64:64,format=gray`,
    '-f',
    'rawvideo',
    'pipe:1',
  ];
  const grey = execFileSync('ffmpeg', args, { input: movie, maxBuffer: 1e8 });
  let sum = 0;
  for (let at = 1; at < grey.length; at += 1)
    if (at % 64 !== 0) sum += (grey[at]! - grey[at - 1]!) ** 2;
  return sum / grey.length;
}

it('a window’s gaps are what lies between its recordings', () => {
  const window = { fromMs: 0, toMs: 100 };
  expect(gapsIn(window, [{ fromMs: 0, toMs: 100 }])).toEqual([]);
  expect(gapsIn(window, [])).toEqual([window]);
  expect(
    gapsIn(window, [
      { fromMs: 10, toMs: 20 },
      { fromMs: 40, toMs: 90 },
    ]),
  ).toEqual([
    { fromMs: 0, toMs: 10 },
    { fromMs: 20, toMs: 40 },
    { fromMs: 90, toMs: 100 },
  ]);
});

it('nothing but numbers of ours goes into a filter', () => {
  const region = { left: 0.1, top: 0, right: 0.5, bottom: 1 };
  expect(maskFilter('regions', [region, region])).toMatch(/^[\w[\]:;,.=*()/\\]+$/);
});
