/** A stack of its own for tests and benches: started as a newcomer would start it, found through its stack file. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../verify/run-command.ts';

export type StackAccount = { role: string; area: string; name: string; password: string };

export type RunningStack = {
  url: string;
  addresses: Record<string, string>;
  pids: Record<string, number>;
  accounts: StackAccount[];
  folder: string;
  /** What the launcher printed so far. */
  output: () => string;
  stop: () => Promise<number>;
};

export type StackOptions = { args?: string[]; env?: Record<string, string>; deadlineMs?: number };

/** `npm start` in a folder of its own; resolves once it prints its address. */
export async function startStack(options: StackOptions = {}): Promise<RunningStack> {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-eye-stack-'));
  const stackFile = join(folder, 'stack.json');
  let output = '';
  const launcher = spawn(
    process.execPath,
    [
      join(repositoryRoot, 'start.mjs'),
      'start',
      '--data',
      join(folder, 'data'),
      ...(options.args ?? []),
    ],
    {
      cwd: repositoryRoot,
      env: { ...process.env, VIDEO_SWEEP: 'off', STACK_FILE: stackFile, ...options.env },
    },
  );
  for (const stream of [launcher.stdout, launcher.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const stop = () => stopLauncher(launcher, folder);
  try {
    await untilServing(launcher, () => output, options.deadlineMs ?? 300_000);
  } catch (error) {
    await stop();
    throw error;
  }
  const stack = JSON.parse(readFileSync(stackFile, 'utf8')) as Omit<
    RunningStack,
    'output' | 'stop' | 'folder'
  >;
  return { ...stack, folder, output: () => output, stop };
}

function untilServing(
  launcher: ChildProcess,
  output: () => string,
  deadlineMs: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(deadline);
      reject(new Error(`${why}\n${output()}`));
    };
    const deadline = setTimeout(() => fail(`no address within ${deadlineMs / 1000} s`), deadlineMs);
    launcher.once('exit', (code) => fail(`the launcher ended with ${code}`));
    launcher.stdout?.on('data', () => {
      if (!output().includes('serves at')) return;
      clearTimeout(deadline);
      resolve();
    });
  });
}

function stopLauncher(launcher: ChildProcess, folder: string): Promise<number> {
  return new Promise((resolve) => {
    const gone = () => {
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
      resolve(launcher.exitCode ?? 1);
    };
    if (launcher.exitCode !== null) return gone();
    launcher.once('exit', gone);
    launcher.kill('SIGTERM');
  });
}

export function accountOf(stack: Pick<RunningStack, 'accounts'>, role: string): StackAccount {
  const account = stack.accounts.find((known) => known.role === role);
  if (account === undefined) throw new Error(`the demo has no account of role ${role}`);
  return account;
}
