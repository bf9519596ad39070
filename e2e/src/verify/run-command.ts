import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const repositoryRoot = join(import.meta.dirname, '..', '..', '..');

type Command = {
  env?: Record<string, string>;
  /** Keeps what it prints until its end. */ later?: boolean;
};

/** Runs a program of node_modules/.bin (or of the machine) in the repository root; resolves to its exit code. */
export function runCommand(
  command: string,
  args: string[],
  { env = {}, later = false }: Command = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: repositoryRoot,
      stdio: later ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    });
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (part: Buffer) => printed.push(part));
    }
    child.once('error', reject);
    child.once('close', (code) => {
      for (const part of printed) process.stdout.write(part);
      resolve(code ?? 1);
    });
  });
}

export type Check = {
  title: string;
  run: () => Promise<number>;
  /** What it found, a line each, said again at the very end: the end is what is read of a long run. */
  findings?: () => string[];
};

/**
 * Runs checks in order, those of one list side by side; each prints its length. Stops at none, so that one run tells
 * all; true where all passed.
 */
export async function runChecks(checks: (Check | Check[])[]): Promise<boolean> {
  const done: { check: Check; code: number }[] = [];
  for (const step of checks) {
    const together = Array.isArray(step) ? step : [step];
    done.push(...(await Promise.all(together.map(runCheck))));
  }
  const failed = done.filter(({ code }) => code !== 0);
  console.log(`\n${done.length - failed.length} checks passed, ${failed.length} failed`);
  for (const { check, code } of done) {
    const findings = check.findings?.() ?? [];
    if (code !== 0 || findings.length > 0) console.log(`  ${markOf(code)} ${check.title}`);
    for (const line of findings) console.log(`      ${line}`);
  }
  return failed.length === 0;
}

async function runCheck(check: Check): Promise<{ check: Check; code: number }> {
  const began = performance.now();
  console.log(`\n• ${check.title}`);
  const code = await check.run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${markOf(code)} ${check.title} (${seconds} s)`);
  return { check, code };
}

const markOf = (code: number): string => (code === 0 ? '✓' : '✗');
