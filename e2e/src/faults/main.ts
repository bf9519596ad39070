/** `npm run faults [-- <number> …] [--without-browser]`: plays the faults and tells of each whether it is borne. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installTestTools, slowTestTools } from '../verify/install-test-tools.ts';
import { repositoryRoot, runCommand } from '../verify/run-command.ts';
import { readFaults } from './fault-map.ts';
import { keepFound, outcomeOf, tellFound, type Ran } from './outcomes.ts';

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
const ranAt = new Date().toISOString();
const found = faults.map((fault) => {
  const proofs = fault.proofs.filter(({ file }) => withBrowser || !file.startsWith('e2e/specs/'));
  return { ...fault, ...outcomeOf(proofs, ran), ranAt };
});
keepFound(join(folder, 'faults.json'), found);
process.exitCode = tellFound(found) ? 0 : 1;

async function runTests(tests: readonly string[]): Promise<Ran[]> {
  const results = freshFile('faults-tests.tmp');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  await runCommand('vitest', ['run', ...reporters, ...tests], { env: { SLOW_TESTS: '1' } });
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
  await runCommand('playwright', [...words, ...specs], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: results },
  });
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
