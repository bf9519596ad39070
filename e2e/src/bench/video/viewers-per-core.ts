/** How many viewers of 512 kbit/s one core carries, plain and over TLS, as the gateway is installed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { benchRow, type BenchRow } from '../bench-row.ts';
import { startLoad, type FanOutFigures, type FanOutHall } from './fan-out.ts';
import { endProcess } from './media-processes.ts';

const promised: Record<string, number> = {
  'fmp4-websocket-mixed': 5_000,
  'fmp4-websocket-mixed-tls': 2_500,
};
const stepViewers = 500;
/** A crowd is given its pictures so often, and may be given them this much late. */
const [batchMs, lateMs] = [200, 200];
const measuredMs = 6_000;

/** By what the most viewers that were measured cost. */
export function perCoreRows(figures: readonly FanOutFigures[]): BenchRow[] {
  return figures.flatMap(({ way, viewers, corePercent }) => {
    const wanted = promised[way];
    if (wanted === undefined) return [];
    const name = `viewers of a core by what ${viewers} cost, ${way}`;
    return [row(name, (viewers * 100) / corePercent, wanted)];
  });
}

/** More and more at once, until their pictures come late or as many as promised are there. */
export async function raisedRows(hall: FanOutHall): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [name, wanted] of Object.entries(promised)) {
    const way = hall.ways.find((one) => one.name === name)!;
    const loads: Awaited<ReturnType<typeof startLoad>>[] = [];
    let carried = 0;
    while (carried < wanted) {
      const started = await startLoad(await way.order(stepViewers)).catch(() => null);
      if (started === null) break;
      loads.push(started);
      await sleep(2_000);
      for (const load of loads) await load.ask();
      await sleep(measuredMs);
      const figures = await Promise.all(loads.map((load) => load.ask()));
      const gapMs = Math.max(...figures.map(({ gapP99Ms }) => gapP99Ms));
      const lost = figures.reduce((sum, one) => sum + one.lost, 0);
      console.log(`• ${carried + stepViewers} viewers, ${name}: gap p99 ${gapMs.toFixed(0)} ms`);
      if (lost > 0 || gapMs > batchMs + lateMs) break;
      carried += stepViewers;
    }
    await Promise.all(loads.map((load) => endProcess(load.process)));
    rows.push(row(`viewers at once without delay, ${name}`, carried, wanted));
  }
  return rows;
}

const row = (name: string, ours: number, wanted: number): BenchRow =>
  benchRow(
    { case: name, ours, peer: wanted, peerName: 'what is promised', unit: 'viewers' },
    '>=',
    1,
  );
