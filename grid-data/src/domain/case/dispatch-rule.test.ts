import { expect, test } from 'vitest';
import { dispatchRuleFor, type DispatchRule } from './dispatch-rule.ts';

const rule = (departmentCode: string, more: Partial<DispatchRule> = {}): DispatchRule => ({
  areaCode: '431382',
  classCode: null,
  during: 'always',
  departmentCode,
  ...more,
});
const asked = { areaCode: '431382107007', classCode: 'E0508', inWorkTime: true };
const goesTo = (rules: DispatchRule[], more: object = {}) =>
  dispatchRuleFor(rules, { ...asked, ...more })?.departmentCode ?? null;

test('a rule of the class goes before one of the place, and that before the county’s', () => {
  const rules = [
    rule('county'),
    rule('town', { areaCode: '431382107' }),
    rule('class', { classCode: 'E0508' }),
  ];
  expect(goesTo(rules)).toBe('class');
  expect(goesTo(rules.slice(0, 2))).toBe('town');
  expect(goesTo(rules.slice(0, 2), { areaCode: '431382001001' })).toBe('county');
});

test('at night another answers than by day', () => {
  const rules = [rule('day'), rule('night', { during: 'off-time' })];
  expect(goesTo(rules)).toBe('day');
  expect(goesTo(rules, { inWorkTime: false })).toBe('night');
});

test('no rule, no department', () => {
  expect(goesTo([rule('other', { classCode: 'C0118' })])).toBeNull();
});
