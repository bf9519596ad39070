import { readFileSync } from 'node:fs';
import type { Stack } from './stack-file.ts';
import { entryFiles } from './processes.ts';

/** Ends processes of a stack whose launcher was killed, so that two never write to one data folder. */
export function endLeftovers(stackFile: string, say: (line: string) => void): void {
  for (const [name, pid] of Object.entries(recordedPids(stackFile))) {
    const entryFile = entryFiles[name as keyof typeof entryFiles];
    if (entryFile === undefined || !commandLineOf(pid).includes(entryFile)) continue;
    say(`${name} (${pid}) was left by an earlier start and is ended`);
    process.kill(pid, 'SIGKILL');
  }
}

function recordedPids(stackFile: string): Record<string, number> {
  try {
    return (JSON.parse(readFileSync(stackFile, 'utf8')) as Stack).pids;
  } catch {
    return {}; // no earlier stack
  }
}

/** A recorded number may belong to a stranger by now; where the system does not tell, nobody is ended. */
function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
