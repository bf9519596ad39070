/** The video gateway beside its peers: fan-out, pulls, first pictures, latency, walls, stalled viewers, revocation. */
import { loadavg } from 'node:os';
import type { BenchRow } from '../bench-row.ts';
import { fanOutRows } from '../video/fan-out-rows.ts';
import { pullRows } from '../video/pull-cost.ts';
import { screenRows } from '../video/screen-rows.ts';

export async function bench({ quick }: { quick: boolean }): Promise<BenchRow[]> {
  const [busy = 0] = loadavg();
  if (busy > 0.5) {
    console.log(
      `• ${busy.toFixed(1)} programs want this machine beside us: figures are provisional`,
    );
  }
  return [...(await fanOutRows(quick)), ...(await pullRows(quick)), ...(await screenRows(quick))];
}
