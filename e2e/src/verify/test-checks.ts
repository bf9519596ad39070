import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot, runCommand, type Check } from './run-command.ts';
import { failedInBrowser, failedUnits } from './test-findings.ts';

const reports = join(repositoryRoot, 'e2e', 'output', 'reports');

/** Needs no database and no browser. */
export const unitTests = vitestCheck('unit tests', ['--project', '!gis-server-db']);

/** Half of them wait for pictures while the database works: side by side they take little more than the longest. */
export const testsSideBySide: Check[] = [
  unitTests,
  ...['embedded', 'postgresql'].map((engine) =>
    vitestCheck(`database tests, ${engine}`, ['--project', 'gis-server-db'], {
      env: { DATABASE_ENGINE: engine },
      later: true,
    }),
  ),
];

export const browserTests: Check = reported(
  'the whole system in a browser',
  failedInBrowser,
  (report) =>
    runCommand(
      'playwright',
      ['test', '--config', 'e2e/playwright.config.ts', '--reporter', 'list,json'],
      { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
    ),
);

function vitestCheck(
  title: string,
  args: string[],
  options: Parameters<typeof runCommand>[2] = {},
) {
  return reported(title, failedUnits, (report) =>
    runCommand(
      'vitest',
      ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      options,
    ),
  );
}

/** A check whose findings are read from the report that its run writes. */
function reported(
  title: string,
  read: (report: unknown) => string[],
  run: (report: string) => Promise<number>,
): Check {
  const report = join(reports, `${title.replaceAll(/[^a-z]+/g, '-')}.json`);
  return {
    title,
    run: () => {
      mkdirSync(reports, { recursive: true });
      rmSync(report, { force: true });
      return run(report);
    },
    findings: () =>
      existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : ['wrote no report'],
  };
}
