/** The loop at 100,000 and 1,000,000 cases: acts a second with journal and push on, lists and counts beside bare SQL. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { repositoryRoot } from '../../verify/run-command.ts';
import { startBenchPostgres } from '../bench-postgres.ts';
import { benchRow, promiseRow, quantile, type Bench, type BenchRow } from '../bench-row.ts';

type Measured = { ours: number[]; bare: number[] };
type Answer = {
  measured: { size: number; lists: Measured; counts: Measured }[];
  acts: { count: number; seconds: number; pushed: number };
};

/** A list that is worked through by keys must not be waited for. */
const promisedListMs = 200;
/** All lists of a desk at once, asked anew after each act nearby. */
const promisedCountsMs = 500;
/** Scope, rights, every column and the row-level backstop may cost so many times the bare statement. */
const comparedRatio = 10;
/** A large city does some ten thousand acts a day; a hundred a second is a thousand times as much. */
const promisedActs = 100;

export const bench: Bench = async ({ quick }) => {
  const postgres = await startBenchPostgres();
  try {
    const { measured, acts } = await run(postgres.url, quick);
    console.log(`${acts.count} acts in ${acts.seconds.toFixed(1)} s, ${acts.pushed} of them heard`);
    const perSecond = acts.count / acts.seconds;
    return [
      benchRow(
        {
          ...{ case: 'acts with journal and push on', ours: perSecond, peer: promisedActs },
          ...{ peerName: 'what is promised', unit: 'acts/s' },
        },
        '>=',
        1,
      ),
      benchRow(
        {
          ...{ case: 'rows pushed of acts done', ours: acts.pushed, peer: acts.count },
          ...{ peerName: 'acts done', unit: 'rows' },
        },
        '>=',
        1,
      ),
      ...measured.flatMap(({ size, lists, counts }) => [
        ...rowsOf(`a list among ${size} cases`, lists, promisedListMs),
        ...rowsOf(`the counts of all lists among ${size} cases`, counts, promisedCountsMs),
      ]),
    ];
  } finally {
    await postgres.stop();
  }
};

/** Beside what is promised, and beside what the bare statement takes in the same run. */
function rowsOf(name: string, { ours, bare }: Measured, promisedMs: number): BenchRow[] {
  const of = (values: readonly number[]) => quantile(values, 0.95);
  return [
    promiseRow(`${name}, 95 of 100`, [of(ours), promisedMs], 'ms'),
    benchRow(
      {
        ...{ case: `${name}, 95 of 100 beside SQL`, ours: of(ours), peer: of(bare) },
        ...{ peerName: 'one bare statement', unit: 'ms' },
      },
      '<=',
      comparedRatio,
    ),
  ];
}

async function run(url: string, quick: boolean): Promise<Answer> {
  const program = join(repositoryRoot, 'gis-server/src/cases/bench/case-program.ts');
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      ...(quick ? { SIZES: '10000', ROUNDS: '20', ACT_SECONDS: '4' } : {}),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the case program ended with ${String(code)}`);
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Answer;
}
