import { expect, test } from 'vitest';
import { DecodeBudget } from './decode-budget.ts';

const tiles = Array.from({ length: 16 }, (_, i) => i);

/** Three overruns in a row, as a machine says that is behind. */
function fallBehind(budget: DecodeBudget, atMs: number, inFull: number): void {
  for (let i = 0; i < 3; i += 1) budget.overrun(inFull, atMs + i * 100);
}

test('a machine that never fell behind decodes all', () => {
  expect(new DecodeBudget().keyOnly(tiles).size).toBe(0);
});

test('a machine that fell behind shows the least important tiles by key pictures only', () => {
  const budget = new DecodeBudget();
  fallBehind(budget, 10_000, 16);
  expect([...budget.keyOnly(tiles)]).toEqual([12, 13, 14, 15]);
  fallBehind(budget, 20_000, 12);
  expect(budget.keyOnly(tiles).size).toBe(7);
});

test('a single overrun, or what the queues still say after a change, is no reason', () => {
  const budget = new DecodeBudget();
  budget.overrun(16, 10_000);
  budget.overrun(16, 16_000);
  expect(budget.keyOnly(tiles).size).toBe(0);
  fallBehind(budget, 20_000, 16);
  fallBehind(budget, 20_500, 12);
  expect(budget.keyOnly(tiles).size).toBe(4);
});

test('one tile is always decoded in full', () => {
  const budget = new DecodeBudget();
  for (let i = 1; i < 20; i += 1) fallBehind(budget, i * 10_000, 1);
  expect(budget.keyOnly(tiles).size).toBe(15);
});

test('one tile more is tried after a rest, and more rarely where it failed', () => {
  const budget = new DecodeBudget();
  fallBehind(budget, 10_000, 16);
  budget.rest(30_000);
  expect(budget.keyOnly(tiles).size).toBe(4);
  budget.rest(41_000);
  expect(budget.keyOnly(tiles).size).toBe(3);
  fallBehind(budget, 50_000, 13);
  expect(budget.keyOnly(tiles).size).toBe(7);
  budget.rest(100_000);
  expect(budget.keyOnly(tiles).size).toBe(7);
  budget.rest(111_000);
  expect(budget.keyOnly(tiles).size).toBe(6);
});
