/** What a person before a screen waits for: the first picture, its age by the clock painted in it, a wall of sixteen. */
import { setTimeout as sleep } from 'node:timers/promises';
import { benchRow, promiseRow, quantile, type BenchRow } from '../bench-row.ts';
import { driftRows, keyPictureRows } from './long-rows.ts';
import { playOnce } from './play-tiles.ts';
import { startCameras } from './rtsp-cameras.ts';
import { openScreenHall, peerName, type ScreenHall } from './screen-hall.ts';

type Start = { firstFrameMs: number; ageMs: number | null };

const wallTiles = 16;
const picturesPerSecond = 25;
/** What our players promise from packager to screen; the painted clock sees the encoder and the push as well. */
const latencyPromises = { wall: 100, fmp4: 300, hls: 1_000 } as const;

export async function screenRows(quick: boolean): Promise<BenchRow[]> {
  const cameras = await startCameras(quick ? 180 : 900);
  const hall = await openScreenHall({ coldCamera: cameras.url });
  try {
    const [rounds, seconds] = quick ? [3, 5] : [20, 20];
    const views: Record<string, () => Promise<BenchRow[]>> = {
      warm: () => warmRows(hall, quick ? 5 : 40),
      cold: () => coldRows(hall, rounds),
      tours: () => tourRows(hall, rounds),
      latency: () => latencyRows(hall, seconds),
      wall: () => wallRows(hall, seconds),
      'key pictures': () => keyPictureRows(hall, seconds),
      drift: () => driftRows(hall, quick ? 0.5 : 20),
    };
    const rows: BenchRow[] = [];
    for (const [name, rowsOf] of Object.entries(views)) rows.push(...(await named(name, rowsOf)));
    return rows;
  } finally {
    await hall.close();
    await cameras.close();
  }
}

/** One that breaks is named, and the others are measured. */
async function named(name: string, rowsOf: () => Promise<BenchRow[]>): Promise<BenchRow[]> {
  const beganAt = performance.now();
  try {
    const rows = await rowsOf();
    console.log(`• screens, ${name}: ${((performance.now() - beganAt) / 1000).toFixed(0)} s`);
    return rows;
  } catch (error) {
    console.error(`✗ screens, ${name}, broke off: ${String(error)}`);
    process.exitCode = 1;
    return [];
  }
}

async function warmRows({ page, peerUrl }: ScreenHall, rounds: number): Promise<BenchRow[]> {
  const ways = { fmp4: 'fmp4', hls: 'hls', peer: peerUrl };
  const starts = { fmp4: [] as number[], hls: [] as number[], peer: [] as number[] };
  // The first start of each warms the browser's decoder and both servers.
  for (let round = -1; round < rounds; round += 1) {
    for (const way of ['fmp4', 'hls', 'peer'] as const) {
      await sleep(100 + Math.random() * 1_900);
      const { firstFrameMs } = await page.evaluate<Start>(
        `firstFrame(${JSON.stringify(ways[way])}, "bench-camera", 10)`,
      );
      if (round >= 0) starts[way].push(firstFrameMs);
    }
  }
  const row = (way: 'fmp4' | 'hls', share: number, promisedMs: number) =>
    promiseRow(
      `first picture, warm, ${way}, ${share * 100} of 100`,
      [quantile(starts[way], share), promisedMs],
      'ms',
    );
  const peer = quantile(starts.peer, 0.5);
  return [
    row('fmp4', 0.5, 150),
    row('fmp4', 0.95, 400),
    row('hls', 0.5, 400),
    benchRow(
      {
        case: 'first picture, warm, fmp4, median',
        ours: quantile(starts.fmp4, 0.5),
        ...{ peer, peerName, unit: 'ms' },
      },
      '<=',
      1.5,
    ),
  ];
}

/** A camera that nobody looked at, with a key picture every two seconds. */
async function coldRows({ page }: ScreenHall, rounds: number): Promise<BenchRow[]> {
  const starts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const evaluated = `firstFrame("fmp4", "cold-${round}", 10)`;
    starts.push((await page.evaluate<Start>(evaluated)).firstFrameMs);
    await sleep(100 + Math.random() * 1_900);
  }
  return [promiseRow('first picture, cold, 95 of 100', [quantile(starts, 0.95), 2_400], 'ms')];
}

/** From the turn of a tour to the moving picture of its next stop, whose pull was begun while the one before was shown. */
async function tourRows({ page }: ScreenHall, rounds: number): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const transport of ['wall', 'fmp4']) {
    const gaps: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const camera = `cold-stop-${transport}-${round}`;
      await page.evaluate(`warmUp("${camera}")`);
      await sleep(500 + Math.random() * 2_000);
      const evaluated = `firstFrame("${transport}", "${camera}", 10)`;
      gaps.push((await page.evaluate<Start>(evaluated)).firstFrameMs);
    }
    const name = `tour, from one stop to the next, ${transport}, 95 of 100`;
    rows.push(promiseRow(name, [quantile(gaps, 0.95), 300], 'ms'));
  }
  return rows;
}

async function latencyRows({ page, peerUrl }: ScreenHall, seconds: number): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [transport, promisedMs] of Object.entries(latencyPromises)) {
    const shown = await playOnce(page, { transport, tiles: 1, seconds });
    const ours = shown.p95Ms ?? Number.NaN;
    rows.push(promiseRow(`clock to screen, ${transport}, 95 of 100`, [ours, promisedMs], 'ms'));
  }
  const [ours, peer] = [
    await playOnce(page, { transport: 'fmp4', tiles: 1, seconds }),
    await playOnce(page, { transport: peerUrl, tiles: 1, seconds }),
  ].map(({ p50Ms }) => p50Ms ?? Number.NaN) as [number, number];
  const measured = { case: 'clock to screen, fmp4, median', ours, peer, peerName, unit: 'ms' };
  return [...rows, benchRow(measured, '<=', 0.5)];
}

async function wallRows({ page }: ScreenHall, seconds: number): Promise<BenchRow[]> {
  const shown = await playOnce(page, { transport: 'wall', tiles: wallTiles, seconds });
  const share = (shown.picturesPerSecond * 100) / (wallTiles * picturesPerSecond);
  return [
    promiseRow('sixteen tiles, all shown', [shown.allShownMs, 1_000], 'ms'),
    promiseRow('sixteen tiles, clock to screen, 95 of 100', [shown.p95Ms ?? Number.NaN, 150], 'ms'),
    promiseRow('sixteen tiles, pictures left out', [100 - share, 5], '%'),
  ];
}
