/**
 * `npm run bench -- <topic> [<part>] [--quick]`: measures, prints a table, writes bench-results/<topic>.json; of a part
 * alone, beside the rows that stand there.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../verify/run-command.ts';
import type { Bench, BenchRow } from './bench-row.ts';

const topicsFolder = join(import.meta.dirname, 'topics');
const topics = readdirSync(topicsFolder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3));

const [topic, only = null] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const quick = process.argv.includes('--quick');

if (topic === undefined || !existsSync(join(topicsFolder, `${topic}.ts`))) {
  console.error(`npm run bench -- <topic> [<part>] [--quick]\ntopics: ${topics.join(', ')}`);
  process.exitCode = 1;
} else {
  const { bench } = (await import(join(topicsFolder, `${topic}.ts`))) as { bench: Bench };
  const rows = await bench({ quick, only });
  console.table(rows.map(rounded));
  const folder = join(repositoryRoot, 'bench-results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${topic}.json`);
  const kept = only === null ? [] : rowsBeside(file, rows);
  writeFileSync(file, `${JSON.stringify([...kept, ...rows], null, 2)}\n`);
  const missed = rows.filter(({ met }) => !met).length;
  console.log(`${rows.length - missed} of ${rows.length} targets met; bench-results/${topic}.json`);
}

function rounded(row: BenchRow): Record<string, unknown> {
  const three = (value: number) => Number(value.toPrecision(3));
  return { ...row, ours: three(row.ours), peer: three(row.peer), ratio: three(row.ratio) };
}

function rowsBeside(file: string, rows: readonly BenchRow[]): BenchRow[] {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BenchRow[]) : [];
  return before.filter((row) => rows.every((now) => now.case !== row.case));
}
