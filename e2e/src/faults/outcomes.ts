/** What the tests that ran say of each fault, told and kept. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { titlePattern, type Fault, type Proof } from './fault-map.ts';

export type Ran = { file: string; title: string; passed: boolean; seconds: number };
type Outcome = 'passed' | 'failed' | 'not run';
type Found = Fault & { outcome: Outcome; seconds: number; ranAt: string };

/** A fault is borne where every proof that was to run did, and passed. */
export function outcomeOf(
  proofs: readonly Proof[],
  ran: readonly Ran[],
): Pick<Found, 'outcome' | 'seconds'> {
  const found = proofs.map((proof) => ran.filter((one) => proves(one, proof)));
  const seconds = found.flat().reduce((sum, one) => sum + one.seconds, 0);
  if (found.flat().some(({ passed }) => !passed)) return { outcome: 'failed', seconds };
  const all = found.length > 0 && found.every((tests) => tests.length > 0);
  return { outcome: all ? 'passed' : 'not run', seconds };
}

function proves(one: Ran, { file, title }: Proof): boolean {
  return one.file.endsWith(file) && titlePattern(title).test(one.title);
}

/** What was not played now stays as it was found last: playing one again costs no whole run. */
export function keepFound(file: string, found: readonly Found[]): void {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Found[]) : [];
  const byNumber = new Map([...before, ...found].map((row) => [row.number, row]));
  const all = [...byNumber.values()].toSorted((a, b) => a.number - b.number);
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}

/** Answers whether all of them are borne. */
export function tellFound(found: readonly Found[]): boolean {
  const marks: Record<Outcome, string> = { passed: '✓', failed: '✗', 'not run': '–' };
  for (const { number, name, outcome, seconds, viewerSees } of found) {
    const at = String(number).padStart(2);
    console.log(`${marks[outcome]} ${at} ${name} (${seconds.toFixed(1)} s)\n     ${viewerSees}`);
  }
  const count = (wanted: Outcome) => found.filter(({ outcome }) => outcome === wanted).length;
  const [passed, failed, left] = [count('passed'), count('failed'), count('not run')];
  console.log(`\n${passed} passed, ${failed} failed, ${left} not run`);
  return passed === found.length;
}
