/** Whatever stands behind the phone's mutations refuses by a reason that the phone has words for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldRefusals, moveNeeds } from 'grid-data';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '..');
const photos = readdirSync(join(source, 'photos')).map((file) => `photos/${file}`);
const behindThePhone = [
  ...['incidents/incident-commands.ts', 'incidents/report-incident.ts', 'areas/service.ts'],
  ...['cases/case-commands.ts', 'cases/move-case.ts', 'cases/refusals.ts', 'access/viewer.ts'],
  ...['database/command-memory.ts', 'database/database-error.ts'],
  ...['bulletins/service.ts', 'patrols/service.ts', 'field-leaves/service.ts'],
  ...['graphql/take-in.ts', 'graphql/check-texts.ts'],
  ...photos.filter((file) => file.endsWith('.ts') && !file.includes('.test.')),
];

/** Of acts that no phone makes, or no refusal: the phone tries again by itself. */
const notForPhones: readonly string[] = [
  'question-too-heavy',
  // Orders of other houses, and what a desk says of a reporter.
  ...['not-numbered', 'bad-telephone', 'order-known'],
  // What asks for a department, a main case, an area or a correction is the desk's, as is an act outside the table.
  ...['department-closed', 'wrong-area', 'merge-into-itself', 'merge-chain', 'other-class'],
  ...['unknown-grade', 'no-department'],
  // Bulletins are taken back at a desk; roads are looked at there.
  ...['from-above', 'unknown-road'],
];

/** By property, or as a word among the arguments of what makes a refusal. */
function reasonsIn(text: string): string[] {
  const named = [...text.matchAll(/reason: '([a-z-]+)'/g)].map((found) => found[1]!);
  const calls = text.matchAll(/\b(?:invalid\w+|wrong\w*|refused?)\(([^;]*?)\)[;,\n]/g);
  const words = [...calls].flatMap((call) => [...call[1]!.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)]);
  const needs: readonly string[] = moveNeeds;
  return [...named, ...words.map((found) => found[1]!)].filter(
    (word) => word !== 'invalid-input' && !needs.includes(word),
  );
}

const textOf = (file: string) => readFileSync(join(source, file), 'utf8');

it.each(behindThePhone)('what %s refuses is known to the phone', (file) => {
  const reasons = reasonsIn(textOf(file));
  const unsaid = reasons.filter(
    (reason) => !fieldRefusals.includes(reason) && !notForPhones.includes(reason),
  );
  expect(unsaid).toEqual([]);
});

it('finds reasons where there are some', () => {
  expect(reasonsIn(textOf('incidents/report-incident.ts'))).toEqual(
    expect.arrayContaining(['class-retired', 'unknown-code', 'unknown-key-unit']),
  );
});

it('leaves out nothing that is not there', () => {
  const all = behindThePhone.flatMap((file) => reasonsIn(textOf(file)));
  expect(notForPhones.filter((reason) => !all.includes(reason))).toEqual([]);
});
