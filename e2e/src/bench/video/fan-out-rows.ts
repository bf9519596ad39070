/** Many viewers of one camera on one core: what they cost, and what stalled ones among them cost. */
import { setTimeout as sleep } from 'node:timers/promises';
import { benchRow, median, promiseRow, type BenchRow } from '../bench-row.ts';
import {
  measureFanOut,
  openFanOutHall,
  startLoad,
  type FanOutFigures,
  type FanOutHall,
  type Way,
} from './fan-out.ts';
import { endProcess } from './media-processes.ts';
import { usedByAll } from './process-figures.ts';
import { revocationRows } from './revocation.ts';
import { perCoreRows, raisedRows } from './viewers-per-core.ts';

/** Of a core, at a thousand viewers of 512 kbit/s. */
const corePromises: Record<string, number> = {
  'fmp4-websocket': 12,
  'fmp4-websocket-batched': 4,
};
/** The prototype's, where nothing else sets a mark: 8.1 % of a core for 500. */
const hlsPercentPerViewer = 8.1 / 500;
/** Ours to theirs, for the way that is nearest to it. */
const peerBounds: [ours: string, peer: RegExp, bound: number][] = [
  ['fmp4-websocket', /node-media-server.*http-flv/, 0.45],
  ['fmp4-websocket', /nginx-rtmp/, 1.3],
  ['fmp4-websocket', /MediaMTX.*rtmp/, 1],
  ['ll-hls', /MediaMTX.*ll-hls/, 1],
];
const stalledViewers = 50;

export async function fanOutRows(quick: boolean): Promise<BenchRow[]> {
  const hall = await openFanOutHall();
  try {
    const figures = await measureByTurns(hall, quick);
    return [
      ...figures.flatMap(({ carried, overrun }) => [...rowsOf(carried), ...overrun]),
      ...perCoreRows(figures.at(-1)!.carried),
      ...(quick ? [] : await raisedRows(hall)),
      ...(await stalledRows(hall, quick)),
      ...(await revocationRows(hall)),
    ];
  } finally {
    await hall.close();
  }
}

type OfCount = { carried: FanOutFigures[]; overrun: BenchRow[] };

/**
 * All ways in each round, so that what else the machine does meets them alike; the median of each. A way that cannot
 * carry so many is a row that is missed, and is not tried again with as many.
 */
async function measureByTurns(hall: FanOutHall, quick: boolean): Promise<OfCount[]> {
  const counts = quick ? [100, 400] : [100, 400, 1000];
  const [rounds, seconds] = quick ? [1, 5] : [3, 11];
  const all: OfCount[] = [];
  for (const viewers of counts) {
    const ofCount = new Map<string, FanOutFigures[]>();
    const overrun: BenchRow[] = [];
    const gaveUp = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      for (const way of hall.ways) {
        if (gaveUp.has(way.name)) continue;
        const measured = await measureFanOut(way, viewers, seconds).catch(() => null);
        if (measured === null) {
          gaveUp.add(way.name);
          ofCount.delete(way.name);
          console.log(`• ${viewers} viewers, ${way.name}: not carried`);
          overrun.push(notCarried(way.name, viewers));
          continue;
        }
        console.log(`• ${describe(measured)}`);
        ofCount.set(way.name, [...(ofCount.get(way.name) ?? []), measured]);
      }
    }
    all.push({ carried: [...ofCount.values()].map(middleOf), overrun });
  }
  return all;
}

const notCarried = (way: string, viewers: number): BenchRow =>
  benchRow(
    {
      ...{ case: `${viewers} viewers, ${way}: carried`, ours: 0, peer: viewers },
      ...{ peerName: 'what is promised', unit: 'viewers' },
    },
    '>=',
    1,
  );

function middleOf(measured: readonly FanOutFigures[]): FanOutFigures {
  const of = (pick: (one: FanOutFigures) => number) => median(measured.map(pick));
  const lost = Math.max(...measured.map(({ load }) => load.lost));
  if (lost > 0) console.log(`• ${measured[0]!.way} lost ${lost} viewers: its figures flatter it`);
  return {
    ...measured[0]!,
    corePercent: of(({ corePercent }) => corePercent),
    rssBytes: of(({ rssBytes }) => rssBytes),
  };
}

const describe = ({ way, viewers, corePercent, rssBytes, load }: FanOutFigures): string =>
  `${viewers} viewers, ${way}: ${corePercent.toFixed(1)} % of a core, ${(rssBytes / 1e6).toFixed(0)} MB, ` +
  `start ${load.startP50Ms.toFixed(0)}/${load.startP95Ms.toFixed(0)} ms`;

function rowsOf(figures: readonly FanOutFigures[]): BenchRow[] {
  const rows: BenchRow[] = [];
  for (const ours of figures) {
    const { way, viewers, corePercent } = ours;
    const name = `${viewers} viewers, ${way}`;
    const promised = promisedPercent(way, viewers);
    if (promised !== null) rows.push(promiseRow(name, [corePercent, promised], '% of a core'));
    for (const [of, pattern, bound] of peerBounds) {
      const peer = figures.find((one) => pattern.test(one.way));
      if (of !== way || peer === undefined) continue;
      const measured = { ours: corePercent, peer: peer.corePercent, peerName: peer.way };
      rows.push(benchRow({ case: name, ...measured, unit: '% of a core' }, '<=', bound));
    }
    if (!(way in corePromises)) continue;
    const perViewer = (ours.rssBytes - ours.restingBytes) / 1024 / viewers;
    if (viewers >= 400) rows.push(promiseRow(`memory of each, ${name}`, [perViewer, 25], 'KB'));
  }
  return rows;
}

function promisedPercent(way: string, viewers: number): number | null {
  if (way === 'll-hls') return hlsPercentPerViewer * viewers;
  return viewers === 1000 ? (corePromises[way] ?? null) : null;
}

/** Some of the viewers read nothing: what the others notice, and what the memory does. */
async function stalledRows(hall: FanOutHall, quick: boolean): Promise<BenchRow[]> {
  const viewers = quick ? 200 : 1_000;
  const seconds = quick ? 15 : 60;
  const find = (name: string) => hall.ways.find((way) => way.name.includes(name))!;
  await hall.publishHeavy();
  const ours = await watchStalled(find('fmp4-websocket'), viewers, seconds);
  const peer = await watchStalled(find('http-flv'), viewers, seconds);
  const name = `${stalledViewers} stalled of ${viewers}`;
  const grown = (bytes: number) => Math.max(0.1, bytes / 1e6);
  return [
    promiseRow(`${name}: how much later the others get it`, [ours.laterMs, 20], 'ms'),
    promiseRow(`${name}: memory grown`, [grown(ours.grownBytes), 1.5 * stalledViewers], 'MB'),
    benchRow(
      {
        case: `${name}: memory grown in ${seconds} s`,
        ours: grown(ours.grownBytes),
        peer: grown(peer.grownBytes),
        peerName: find('http-flv').name,
        unit: 'MB',
      },
      '<=',
      1,
    ),
  ];
}

async function watchStalled(way: Way, viewers: number, seconds: number) {
  const order = await way.order(viewers - stalledViewers);
  const others = await startLoad(order);
  await sleep(4_000);
  await others.ask();
  await sleep(4_000);
  const calm = await others.ask();
  const before = usedByAll(way.pids).rssBytes;
  const stalled = await startLoad({ ...(await way.order(stalledViewers, 'heavy')), stalls: true });
  await sleep(4_000);
  await others.ask();
  await sleep(seconds * 1000);
  const troubled = await others.ask();
  const grownBytes = usedByAll(way.pids).rssBytes - before;
  await endProcess(stalled.process);
  await endProcess(others.process);
  return { laterMs: Math.max(0, troubled.gapP99Ms - calm.gapP99Ms), grownBytes };
}
