import type { DatabaseEngine } from '#database/pool.ts';

const both: readonly DatabaseEngine[] = ['embedded', 'postgresql'];
const asked = process.env['DATABASE_ENGINE'];

/** Both, or the one that `DATABASE_ENGINE` names: two runs side by side share them between each other. */
export const enginesOfThisRun = both.filter((engine) => asked === undefined || asked === engine);
if (enginesOfThisRun.length === 0)
  throw new Error(`DATABASE_ENGINE=${asked} is none of ${both.join(', ')}`);
