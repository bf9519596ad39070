import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readImportCommand } from './command-line.ts';
import { ImportReport } from './import-report.ts';
import { ProgressBar } from './progress-bar.ts';
import { RejectFile } from './reject-file.ts';
import type { UploadEvent } from './upload.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'places.csv');
const rejectFile = `${file}.rejected.csv`;

async function concluded(events: UploadEvent[], ...options: string[]) {
  const command = readImportCommand(['places', file, '--datum', 'wgs84', ...options]);
  const rejects = new RejectFile(rejectFile);
  const report = new ImportReport(command, new ProgressBar(1, () => 0), rejects);
  for (const event of events) report.hear(event);
  await rejects.close();
  return report.conclude();
}

const done = (accepted: number, rejected: number, stored = accepted > 0): UploadEvent => ({
  type: 'done',
  accepted,
  rejected,
  stored,
});
const refused = (line: number, reason: string): UploadEvent => ({
  type: 'rejected',
  line,
  reason,
  detail: `why ${line}`,
});

test.each<{ file: string; events: UploadEvent[]; options?: string[]; says: string; code: number }>([
  { file: 'all taken', events: [done(1, 0)], says: '✓ 1 row stored', code: 0 },
  {
    file: 'tried',
    events: [done(2, 0, false)],
    options: ['--dry-run'],
    says: '✓ 2 rows would be stored',
    code: 0,
  },
  {
    file: 'empty',
    events: [done(0, 0)],
    says: '✗ nothing was stored: there are no rows in',
    code: 1,
  },
  {
    file: 'torn',
    events: [{ type: 'failed', reason: 'x', message: 'torn' }],
    says: '✗ nothing was stored: torn',
    code: 1,
  },
  { file: 'unanswered', events: [], says: '✗ the connection ended before the answer', code: 1 },
])('a file that is $file ends in one line and its exit code', async (told) => {
  const { lines, exitCode } = await concluded(told.events, ...(told.options ?? []));
  expect(lines).toEqual([expect.stringContaining(told.says)]);
  expect(exitCode).toBe(told.code);
});

test('refused rows are counted by reason, each with its first line, and all stand in a file', async () => {
  const events = [refused(2, 'rare'), refused(3, 'often'), refused(4, 'often'), done(0, 3)];
  const { lines, exitCode } = await concluded(events);
  expect(lines).toEqual([
    '✗ nothing was stored, 3 rows rejected:',
    '  2 × often (line 3: why 3)',
    '  1 × rare (line 2: why 2)',
    `  each with line and reason: ${rejectFile}`,
  ]);
  expect(exitCode).toBe(3);
  expect(readFileSync(rejectFile, 'utf8').split('\r\n')).toHaveLength(5);
});

test('what an earlier try refused is gone after one that refuses nothing', async () => {
  writeFileSync(rejectFile, 'old');
  await concluded([done(1, 0)]);
  expect(existsSync(rejectFile)).toBe(false);
});
