import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const repositoryRoot = join(import.meta.dirname, '..', '..', '..');

/** Runs a program of node_modules/.bin (or of the machine) in the repository root; resolves to its exit code. */
export function runCommand(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: repositoryRoot,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

export type Check = { title: string; run: () => Promise<number> };

/** Runs checks in order; each prints its length; true where all passed. Stops at none, so that one run tells all. */
export async function runChecks(checks: Check[]): Promise<boolean> {
  const failed: string[] = [];
  for (const { title, run } of checks) {
    const began = performance.now();
    console.log(`\n• ${title}`);
    const code = await run();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(code === 0 ? `✓ ${title} (${seconds} s)` : `✗ ${title} (${seconds} s)`);
    if (code !== 0) failed.push(title);
  }
  console.log(`\n${checks.length - failed.length} checks passed, ${failed.length} failed`);
  for (const title of failed) console.log(`  ✗ ${title}`);
  return failed.length === 0;
}
