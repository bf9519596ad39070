import { expect, test } from 'vitest';
import { chargeOf, inChargeFirst, type Charge } from './charge-of.ts';

const charge = (code: string, change: Partial<Charge> = {}): Charge => ({
  gridSystem: 'governance',
  code,
  post: 'A',
  inCharge: true,
  standsInFor: null,
  ...change,
});
const at = (id: string, code: string | null) => ({
  id,
  unitGridCell: null,
  governanceGridCell: code === null ? null : { gridSystem: 'governance', code },
});

test('what happens in one’s own cells comes first, and the rest keeps its order', () => {
  const cases = [at('1', 'x'), at('2', 'mine'), at('3', null), at('4', 'mine')];
  expect(inChargeFirst(cases, [charge('mine')]).map(({ id }) => id)).toEqual(['2', '4', '1', '3']);
});

test('who is away is in charge of nothing, and who stands in says for whom', () => {
  expect(chargeOf(at('1', 'x'), [charge('x', { inCharge: false })])).toBeNull();
  const standing = charge('x', { post: null, standsInFor: 'A. Worker' });
  expect(chargeOf(at('1', 'x'), [standing])?.standsInFor).toBe('A. Worker');
});

test('the same code in the other system of cells is another cell', () => {
  expect(chargeOf(at('1', 'x'), [charge('x', { gridSystem: 'unit' })])).toBeNull();
});
