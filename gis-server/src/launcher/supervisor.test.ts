import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { Supervisor } from './supervisor.ts';

const root = mkdtempSync(join(tmpdir(), 'cloud-eye-supervisor-'));
const allowance = join(root, 'allowance');
// Serves while the file allows it, ends at once otherwise.
writeFileSync(
  join(root, 'child.mjs'),
  `import { existsSync } from 'node:fs';
   if (!existsSync(process.env.ALLOWANCE)) process.exit(7);
   console.log('ready child http://127.0.0.1:1');
   setInterval(() => {}, 1_000);`,
);
const child = { name: 'child', root, entryFile: 'child.mjs', env: { ALLOWANCE: allowance } };

let supervisor: Supervisor;
afterEach(() => supervisor.stop());
afterAll(() => rmSync(root, { recursive: true }));

const until = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition()).toBe(true), { timeout: 30_000, interval: 20 });

test('what ends is started again, and what does not stay up is degraded only until it does', async () => {
  const said: string[] = [];
  supervisor = new Supervisor(
    (line) => said.push(line),
    () => {},
    { restartsAllowed: 2, firstDelayMs: 10, degradedDelayMs: 50 },
  );
  writeFileSync(allowance, '');
  await supervisor.start(child);
  const first = supervisor.pids()['child']!;
  process.kill(first, 'SIGKILL');
  await until(() => said.includes('child serves again'));
  expect(supervisor.pids()['child']).not.toBe(first);

  rmSync(allowance);
  process.kill(supervisor.pids()['child']!, 'SIGKILL');
  await until(() => supervisor.degraded.has('child'));
  expect(said.at(-1)).toContain('exit code 7');

  writeFileSync(allowance, '');
  await until(() => !supervisor.degraded.has('child'));
  expect(said.at(-1)).toBe('child serves again');
});

test('a first start that fails tells the last lines of the process', async () => {
  supervisor = new Supervisor(
    () => {},
    () => {},
  );
  rmSync(allowance, { force: true });
  await expect(supervisor.start(child)).rejects.toThrow('child ended (exit code 7)');
});

test('a seed under way ends with the stack', async () => {
  supervisor = new Supervisor(
    () => {},
    () => {},
  );
  const seed = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
  supervisor.endWithUs(seed);
  await supervisor.stop();
  expect(seed.signalCode).toBe('SIGTERM');
});
