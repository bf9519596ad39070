/** The video gateway beside its peers: fan-out, pulls, first pictures, latency, walls, stalled viewers, revocation. */
import { loadavg } from 'node:os';
import type { Bench } from '../bench-row.ts';
import { absentRows } from '../video/absent-peers.ts';
import { fanOutRows } from '../video/fan-out-rows.ts';
import { pullRows } from '../video/pull-cost.ts';
import { screenRows } from '../video/screen-rows.ts';

const parts = { 'fan-out': fanOutRows, pulls: pullRows, screens: screenRows };

/** Half an hour's figures are not thrown away for one part that breaks: it is named, and the run has failed. */
export const bench: Bench = async ({ quick, only }) => {
  const [busy = 0] = loadavg();
  if (busy > 0.5) {
    console.log(
      `• ${busy.toFixed(1)} programs want this machine beside us: figures are provisional`,
    );
  }
  const rows = absentRows();
  for (const [name, rowsOf] of Object.entries(parts)) {
    if (only !== null && only !== name) continue;
    try {
      rows.push(...(await rowsOf(quick)));
    } catch (error) {
      console.error(`✗ ${name} broke off: ${String(error)}`);
      process.exitCode = 1;
    }
  }
  return rows;
};
