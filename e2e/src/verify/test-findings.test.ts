import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from './run-command.ts';
import { failedInBrowser, failedUnits } from './test-findings.ts';

test('each failed unit test is one line: its file, its name, why', () => {
  const name = join(repositoryRoot, 'tiles', 'src', 'a.test.ts');
  const passed = { fullName: 'draws', status: 'passed', failureMessages: [] };
  const failed = {
    fullName: 'keeps its edge',
    status: 'failed',
    failureMessages: ['\u001B[31mexpected 1 to be 2\u001B[39m\n  at a.test.ts:3'],
  };
  expect(
    failedUnits({ testResults: [{ name, status: 'failed', assertionResults: [passed, failed] }] }),
  ).toEqual(['tiles/src/a.test.ts › keeps its edge: expected 1 to be 2']);
});

test('a file that could not be read as tests is a finding too', () => {
  const name = join(repositoryRoot, 'tiles', 'src', 'a.test.ts');
  const file = { name, status: 'failed', message: 'no such module', assertionResults: [] };
  expect(failedUnits({ testResults: [file] })).toEqual(['tiles/src/a.test.ts: no such module']);
});

test('what failed in the browser is told, and what needed its second try', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    tests: [{ status, results: message === undefined ? [{}] : [{ error: { message } }, {}] }],
  });
  const inner = { file: '02.spec.ts', specs: [spec('plays', 'flaky', 'it was late')] };
  const outer = {
    file: '01.spec.ts',
    specs: [spec('opens', 'expected'), spec('closes', 'unexpected', 'it stayed\nopen')],
    suites: [inner],
  };
  expect(failedInBrowser({ suites: [outer], errors: [{ message: 'no city' }] })).toEqual([
    'no city',
    '01.spec.ts › closes: it stayed',
    '02.spec.ts › plays (needed its second try): it was late',
  ]);
});
