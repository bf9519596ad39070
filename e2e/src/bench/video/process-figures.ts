/** What a process and all that it started have used, by /proc. */
import { readdirSync, readFileSync } from 'node:fs';

export type Used = { cpuMs: number; rssBytes: number; descriptors: number };

const msPerTick = 10;
const pageBytes = 4096;

export const usedBy = (pid: number): Used => usedByAll([pid]);

export function usedByAll(pids: readonly number[]): Used {
  const used = { cpuMs: 0, rssBytes: 0, descriptors: 0 };
  for (const one of new Set(pids.flatMap(familyOf))) {
    const fields = statOf(one);
    if (fields === null) continue;
    used.cpuMs += (Number(fields[11]) + Number(fields[12])) * msPerTick;
    used.rssBytes += Number(fields[21]) * pageBytes;
    used.descriptors += countOf(`/proc/${one}/fd`);
  }
  return used;
}

/** The process and all that it started. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const fields = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    if (fields !== null) parents.set(Number(name), Number(fields[1]));
  }
  const family = [pid];
  for (const one of family) {
    for (const [child, parent] of parents) if (parent === one) family.push(child);
  }
  return family;
}

/** The fields behind the name, which may hold anything; null for a process that has ended. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function countOf(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}
