import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../verify/run-command.ts';
import { readFaults, titlePattern } from './fault-map.ts';
import { outcomeOf } from './outcomes.ts';

const faults = readFaults();

test('all faults and the canaries are named, each with what is seen, what is written and a proof', () => {
  expect(faults.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  for (const fault of faults) {
    expect(fault.viewerSees, `${fault.number}`).not.toBe('');
    expect(fault.journalSays, `${fault.number}`).not.toBe('');
    expect(fault.proofs.length, `${fault.number}`).toBeGreaterThan(0);
  }
});

test.each(faults.flatMap(({ proofs }) => proofs))('$file holds “$title”', ({ file, title }) => {
  const path = join(repositoryRoot, file);
  expect(existsSync(path)).toBe(true);
  const text = readFileSync(path, 'utf8').replaceAll("\\'", "'");
  // The whole title: of one that goes on, none would be found among what ran.
  expect(["'", '`', '"'].some((quote) => text.includes(`${quote}${title}${quote}`))).toBe(true);
});

test('a pattern of titles is found again in what it became, and in nothing else', () => {
  const pattern = titlePattern('is opened with %s');
  expect(pattern.test('a camera over RTSP is opened with MD5 with qop')).toBe(true);
  expect(pattern.test('is opened with ')).toBe(false);
  expect(titlePattern('${name} killed (twice)').test('gis-server killed (twice)')).toBe(true);
});

test('a fault is borne where each of its proofs ran and passed, and not run where one is missing', () => {
  const proofs = [
    { file: 'a.test.ts', title: 'is opened with %s' },
    { file: 'b.test.ts', title: 'plays on' },
  ];
  const ran = (file: string, title: string, passed = true) => ({
    ...{ file: `/somewhere/${file}`, passed, seconds: 1 },
    title: `a camera > ${title}`,
  });
  const [one, other] = [ran('a.test.ts', 'is opened with MD5'), ran('b.test.ts', 'plays on')];
  expect(outcomeOf(proofs, [one, other])).toEqual({ outcome: 'passed', seconds: 2 });
  expect(outcomeOf(proofs, [one]).outcome).toBe('not run');
  const failed = ran('a.test.ts', 'is opened with SHA-256', false);
  expect(outcomeOf(proofs, [one, failed, other]).outcome).toBe('failed');
});
