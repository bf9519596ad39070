/** `.run/stack.json`: where scripts find the running stack. Mode 600, because it names the demo passwords. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type StackAccount = { role: string; area: string; name: string; password: string };

export type Stack = {
  url: string;
  addresses: Record<string, string>;
  pids: Record<string, number>;
  accounts: StackAccount[];
  /** Processes that do not stay up; they are tried again each minute. */
  degraded: string[];
};

export function writeStack(file: string, stack: Stack): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The stack that runs now, or null: a file whose launcher is gone counts as none. */
export function readRunningStack(file: string): Stack | null {
  let stack: Stack;
  try {
    stack = JSON.parse(readFileSync(file, 'utf8')) as Stack;
  } catch {
    return null; // absent or torn: nothing runs that we could know of
  }
  const launcher = stack.pids['launcher'];
  return launcher !== undefined && isAlive(launcher) ? stack : null;
}

export function removeStack(file: string): void {
  rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
