/** `npm run bench -- <topic> [--quick]`: measures, prints a table, writes bench-results/<topic>.json. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../verify/run-command.ts';
import type { Bench, BenchRow } from './bench-row.ts';

const topicsFolder = join(import.meta.dirname, 'topics');
const topics = readdirSync(topicsFolder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3));

const [topic] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const quick = process.argv.includes('--quick');

if (topic === undefined || !existsSync(join(topicsFolder, `${topic}.ts`))) {
  console.error(`npm run bench -- <topic> [--quick]\ntopics: ${topics.join(', ')}`);
  process.exitCode = 1;
} else {
  const { bench } = (await import(join(topicsFolder, `${topic}.ts`))) as { bench: Bench };
  const rows = await bench({ quick });
  console.table(rows.map(rounded));
  const folder = join(repositoryRoot, 'bench-results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${topic}.json`), `${JSON.stringify(rows, null, 2)}\n`);
  const missed = rows.filter(({ met }) => !met).length;
  console.log(`${rows.length - missed} of ${rows.length} targets met; bench-results/${topic}.json`);
}

function rounded(row: BenchRow): Record<string, unknown> {
  const three = (value: number) => Number(value.toPrecision(3));
  return { ...row, ours: three(row.ours), peer: three(row.peer), ratio: three(row.ratio) };
}
