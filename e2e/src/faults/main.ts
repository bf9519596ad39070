/** `npm run faults [-- <number> …] [--without-browser]`: plays the faults and tells of each whether it is borne. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installTestTools, slowTestTools } from '../verify/install-test-tools.ts';
import { repositoryRoot, runCommand } from '../verify/run-command.ts';
import { readFaults, titlePattern, type Fault, type Proof } from './fault-map.ts';

type Ran = { file: string; title: string; passed: boolean; seconds: number };
type Outcome = 'passed' | 'failed' | 'not run';

const given = process.argv.slice(2);
const numbers = given.filter((word) => /^\d+$/.test(word)).map(Number);
const withBrowser = !given.includes('--without-browser');
const faults = readFaults().filter(
  ({ number }) => numbers.length === 0 || numbers.includes(number),
);
const folder = join(repositoryRoot, 'bench-results');

await installTestTools(slowTestTools);
mkdirSync(folder, { recursive: true });
const files = [...new Set(faults.flatMap(({ proofs }) => proofs.map(({ file }) => file)))];
const specs = files.filter((file) => file.startsWith('e2e/specs/'));
const ran = [
  ...(await runTests(files.filter((file) => !specs.includes(file)))),
  ...(withBrowser && specs.length > 0 ? await runSpecs(specs) : []),
];
report(ran);

async function runTests(tests: readonly string[]): Promise<Ran[]> {
  const results = freshFile('faults-tests.tmp');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  await runCommand('vitest', ['run', ...reporters, ...tests], { SLOW_TESTS: '1' });
  if (!existsSync(results)) return [];
  const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as {
    testResults: {
      name: string;
      assertionResults: { fullName: string; status: string; duration?: number }[];
    }[];
  };
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, duration }) => ({
      file: name,
      title: fullName,
      passed: status === 'passed',
      seconds: (duration ?? 0) / 1000,
    })),
  );
}

type Suite = {
  suites?: Suite[];
  specs?: {
    file: string;
    title: string;
    ok: boolean;
    tests: { results: { duration: number }[] }[];
  }[];
};

async function runSpecs(specs: readonly string[]): Promise<Ran[]> {
  const results = freshFile('faults-specs.tmp');
  const words = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'];
  await runCommand('playwright', [...words, ...specs], { PLAYWRIGHT_JSON_OUTPUT_FILE: results });
  if (!existsSync(results)) return [];
  const flat = (suite: Suite): Ran[] => [
    ...(suite.suites ?? []).flatMap(flat),
    ...(suite.specs ?? []).map(({ file, title, ok, tests }) => ({
      file: `e2e/specs/${file}`,
      title,
      passed: ok,
      seconds:
        tests.flatMap((one) => one.results).reduce((sum, one) => sum + one.duration, 0) / 1e3,
    })),
  ];
  return (JSON.parse(readFileSync(results, 'utf8')) as Suite).suites?.flatMap(flat) ?? [];
}

function freshFile(name: string): string {
  const path = join(folder, name);
  rmSync(path, { force: true });
  return path;
}

function report(ran: readonly Ran[]): void {
  const ranAt = new Date().toISOString();
  const rows = faults.map((fault) => ({ ...fault, ...outcomeOf(fault, ran), ranAt }));
  keep(rows);
  const marks: Record<Outcome, string> = { passed: '✓', failed: '✗', 'not run': '–' };
  for (const { number, name, outcome, seconds, viewerSees } of rows) {
    console.log(
      `${marks[outcome]} ${String(number).padStart(2)} ${name} (${seconds.toFixed(1)} s)`,
    );
    console.log(`     ${viewerSees}`);
  }
  const count = (wanted: Outcome) => rows.filter(({ outcome }) => outcome === wanted).length;
  console.log(
    `\n${count('passed')} passed, ${count('failed')} failed, ${count('not run')} not run`,
  );
  process.exitCode = count('failed') + count('not run') === 0 ? 0 : 1;
}

/** What was not played now stays as it was found last: playing one again costs no whole run. */
function keep(rows: readonly { number: number }[]): void {
  const file = join(folder, 'faults.json');
  const before = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { number: number }[])
    : [];
  const byNumber = new Map([...before, ...rows].map((row) => [row.number, row]));
  const all = [...byNumber.values()].toSorted((a, b) => a.number - b.number);
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}

/** A fault is borne where every proof that was to run did, and passed. */
function outcomeOf({ proofs }: Fault, ran: readonly Ran[]): { outcome: Outcome; seconds: number } {
  const wanted = proofs.filter(({ file }) => withBrowser || !file.startsWith('e2e/specs/'));
  const found = wanted.map((proof) => ran.filter((one) => proves(one, proof)));
  const seconds = found.flat().reduce((sum, one) => sum + one.seconds, 0);
  if (found.flat().some(({ passed }) => !passed)) return { outcome: 'failed', seconds };
  const all = found.length > 0 && found.every((tests) => tests.length > 0);
  return { outcome: all ? 'passed' : 'not run', seconds };
}

const proves = (one: Ran, { file, title }: Proof): boolean =>
  one.file.endsWith(file) && titlePattern(title).test(one.title);
