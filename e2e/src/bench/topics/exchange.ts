/** The link between the two halves of the gateway under TLS: whether it carries a county's cameras, and how late. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../verify/run-command.ts';
import { benchRow, promiseRow, type BenchRow } from '../bench-row.ts';

type Carried = {
  mbitPerSecond: number;
  leftOut: number;
  latencyMs: { median: number; p95: number };
  edgeCorePercent: number;
  videoCorePercent: number;
};

const kbitPerCamera = 2_000;
const program = join(repositoryRoot, 'video-gateway/src/testing/exchange-cost.ts');

export async function bench({ quick }: { quick: boolean }): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const cameras of quick ? [100] : [100, 200]) {
    rows.push(...rowsOf(cameras, await measure(cameras, quick ? 5 : 20)));
  }
  return rows;
}

async function measure(cameras: number, seconds: number): Promise<Carried> {
  const words = [program, seconds, cameras, kbitPerCamera].map(String);
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return JSON.parse(stdout) as Carried;
}

function rowsOf(cameras: number, carried: Carried): BenchRow[] {
  const wanted = (cameras * kbitPerCamera) / 1_000;
  const name = `${cameras} cameras of 2 Mbit/s`;
  const throughput = {
    ...{ case: `${name}, carried`, ours: carried.mbitPerSecond, peer: wanted },
    ...{ peerName: 'what the cameras send', unit: 'Mbit/s' },
  };
  return [
    benchRow(throughput, '>=', 0.99),
    promiseRow(`${name}, left out`, [carried.leftOut, 1], 'pictures'),
    promiseRow(`${name}, added latency, median`, [carried.latencyMs.median, 20], 'ms'),
    promiseRow(`${name}, added latency, 95 of 100`, [carried.latencyMs.p95, 100], 'ms'),
    promiseRow(`${name}, edge`, [carried.edgeCorePercent, 0.2 * cameras], '% of a core'),
    promiseRow(`${name}, video side`, [carried.videoCorePercent, 0.2 * cameras], '% of a core'),
  ];
}
