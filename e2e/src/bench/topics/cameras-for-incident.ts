/** Cameras for an incident among 20,000, with houses weighed, beside a plain PostGIS statement that knows none. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { repositoryRoot } from '../../verify/run-command.ts';
import { startBenchPostgres } from '../bench-postgres.ts';
import { benchRow, median, promiseRow, quantile, type Bench } from '../bench-row.ts';

const promisedMs = 200;
/** Weighing houses and hills, rights and order may cost this much more than finding what is near. */
const promisedRatio = 3;

type Answer = { ours: number[]; plain: number[]; cameraCount: number; offered: number };

export const bench: Bench = async ({ quick }) => {
  const postgres = await startBenchPostgres();
  try {
    const { ours, plain, cameraCount, offered } = await rank(postgres.url, quick);
    console.log(
      `${cameraCount} cameras, ${offered.toFixed(1)} offered for each of ${ours.length} places`,
    );
    const name = `ranked among ${cameraCount} cameras`;
    const unit = 'ms';
    return [
      promiseRow(`${name}, median`, [median(ours), promisedMs], unit),
      promiseRow(`${name}, 95 of 100`, [quantile(ours, 0.95), promisedMs], unit),
      benchRow(
        {
          ...{ case: `${name}, median beside PostGIS`, ours: median(ours), peer: median(plain) },
          ...{ peerName: 'ST_DWithin and ST_Azimuth, no houses', unit },
        },
        '<=',
        promisedRatio,
      ),
    ];
  } finally {
    await postgres.stop();
  }
};

async function rank(url: string, quick: boolean): Promise<Answer> {
  const program = join(repositoryRoot, 'gis-server/src/cameras/bench/ranking-program.ts');
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      ...(quick ? { CAMERAS: '2000', QUESTIONS: '40' } : {}),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the ranking program ended with ${String(code)}`);
  const answer = printed.trim().split('\n').at(-1) ?? '';
  return JSON.parse(answer) as Answer;
}
