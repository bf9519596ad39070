import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '../verify/run-command.ts';

export type ImportOutcome = { code: number; output: string };

/** `npm run import -- …` against a stack found by its stack file. */
export function runImport(args: string[], env: Record<string, string>): Promise<ImportOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(repositoryRoot, 'start.mjs'), 'import', ...args], {
      cwd: repositoryRoot,
      env: { ...process.env, ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    }
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}
