/** What went wrong in a run of tests, a line each, from the JSON that vitest and Playwright write. */
import { relative } from 'node:path';
import { repositoryRoot } from './run-command.ts';

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
  }[];
};

export function failedUnits(report: unknown): string[] {
  return (report as VitestReport).testResults.flatMap((file) => {
    const path = relative(repositoryRoot, file.name);
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && file.status === 'failed')
      return [`${path}: ${firstLine(file.message)}`];
    return failed.map(
      (test) => `${path} › ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`,
    );
  });
}

type Suite = {
  file: string;
  suites?: Suite[];
  specs: {
    title: string;
    tests: { status: string; results: { error?: { message?: string } }[] }[];
  }[];
};
type PlaywrightReport = { suites: Suite[]; errors: { message?: string }[] };

export function failedInBrowser(report: unknown): string[] {
  const { suites, errors } = report as PlaywrightReport;
  return [...errors.map(({ message }) => firstLine(message)), ...suites.flatMap(failedInSuite)];
}

function failedInSuite(suite: Suite): string[] {
  const own = suite.specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => {
        const why = results.find(({ error }) => error !== undefined)?.error?.message;
        const word = status === 'flaky' ? ' (needed its second try)' : '';
        return `${suite.file} › ${title}${word}: ${firstLine(why)}`;
      }),
  );
  return [...own, ...(suite.suites ?? []).flatMap(failedInSuite)];
}

// oxlint-disable-next-line no-control-regex
const colours = /\u001B\[[0-9;]*m/g;

function firstLine(message: string | undefined): string {
  return (message ?? 'no message').replaceAll(colours, '').split('\n', 1)[0]!.slice(0, 300);
}
