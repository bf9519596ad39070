import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

export type ChildHandlers = {
  onReady: (url: string) => void;
  onLine: (line: string) => void;
  onExit: (why: string) => void;
};

export type ChildOptions = {
  name: string;
  root: string;
  entryFile: string;
  args?: string[];
  env: Record<string, string>;
};

/** Starts one process of the stack; its output goes to .run/logs/<name>.log. */
export function startChild(options: ChildOptions, handlers: ChildHandlers): ChildProcess {
  const logFile = join(options.root, '.run', 'logs', `${options.name}.log`);
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile, { flags: 'a' });
  const child = spawn(
    process.execPath,
    [join(options.root, options.entryFile), ...(options.args ?? [])],
    {
      cwd: options.root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
      // A group of its own: Ctrl-C reaches the launcher alone, which then stops all in order.
      detached: true,
    },
  );
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${new Date().toISOString()} ${line}\n`);
      const ready = /^ready \S+ (\S+)/.exec(line);
      if (ready?.[1] !== undefined) handlers.onReady(ready[1]);
      else handlers.onLine(line);
    });
  }
  child.once('error', (error) => handlers.onExit(error.message));
  child.once('exit', (code, signal) => {
    log.end();
    handlers.onExit(signal === null ? `exit code ${code}` : `signal ${signal}`);
  });
  return child;
}

/** Asks a process to end and ends it by force after `graceMs`. */
export function stopChild(child: ChildProcess, graceMs = 10_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), graceMs);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
