/** The faults and their proofs, as the table in the README of e2e names them: the one place where they stand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../verify/run-command.ts';

/** A title may be a pattern of `it.each`: %s, %d, %j, ${…}. */
export type Proof = { file: string; title: string };
export type Fault = {
  number: number;
  name: string;
  viewerSees: string;
  journalSays: string;
  proofs: readonly Proof[];
};

export function readFaults(): Fault[] {
  const readme = readFileSync(join(repositoryRoot, 'e2e', 'README.md'), 'utf8');
  return readme
    .split('\n')
    .filter((line) => /^\| \d+ \|/.test(line))
    .map((line) => {
      const [number, name, viewerSees, journalSays, proofs] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()) as [string, string, string, string, string];
      return {
        ...{ number: Number(number), name, viewerSees, journalSays },
        proofs: [...proofs.matchAll(/`([^`]+)` “([^”]+)”/g)].map(([, file = '', title = '']) => ({
          file,
          title,
        })),
      };
    });
}

/** Fits the titles that a pattern may have become. */
export function titlePattern(title: string): RegExp {
  const fixed = title
    .split(/%[sdj]|\$\{\w+\}|\$\w+/)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`(^|> | )${fixed.join('.+')}$`, 'u');
}
