import { expect, test } from 'vitest';
import { rankUnits, type UnitToRank } from './rank-units.ts';

const unit = (name: string, more: Partial<UnitToRank> = {}) => ({
  name,
  kind: 'sanitation',
  departmentCode: null,
  onDuty: true,
  load: 0,
  travelSeconds: 600,
  ...more,
});
const served = { departmentCode: 'sanitation', purposes: ['city-management'] as const };
const order = (...units: ReturnType<typeof unit>[]) =>
  rankUnits(units, served).map(({ name }) => name);

test('who is off duty comes last, however near', () => {
  expect(order(unit('off', { onDuty: false, travelSeconds: 1 }), unit('on'))).toEqual([
    'on',
    'off',
  ]);
});

test('the department’s own come before the same trade, and that before all others', () => {
  const others = [
    unit('fire', { kind: 'fire', travelSeconds: 1 }),
    unit('trade', { travelSeconds: 2 }),
    unit('own', { kind: 'fire', departmentCode: 'sanitation', travelSeconds: 900 }),
  ];
  expect(order(...others)).toEqual(['own', 'trade', 'fire']);
});

test('what is in hand weighs like time on the road', () => {
  expect(order(unit('near', { load: 1 }), unit('far', { travelSeconds: 1500 }))).toEqual([
    'far',
    'near',
  ]);
});

test('where no road leads one is not ranked as if one were there', () => {
  expect(
    order(unit('nowhere', { travelSeconds: null }), unit('far', { travelSeconds: 7000 })),
  ).toEqual(['far', 'nowhere']);
});
