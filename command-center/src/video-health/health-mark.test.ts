import { expect, test } from 'vitest';
import { cameraMark, saysMore } from './health-mark.ts';

test.each([
  ['online', 'live', 'disc'],
  ['online', null, 'disc'],
  ['online', 'black', 'triangle'],
  ['online', 'clock-skew', 'triangle'],
  ['offline', 'no-auth', 'square'],
  ['unknown', null, 'diamond'],
])('a camera that is %s and %s is a %s', (state, health, shape) => {
  expect(cameraMark(state, health).shape).toBe(shape);
});

test('what the state says already is not said twice', () => {
  expect(saysMore('online', 'live')).toBe(false);
  expect(saysMore('online', 'frozen')).toBe(true);
  expect(saysMore('offline', 'no-auth')).toBe(true);
  expect(saysMore('offline', null)).toBe(false);
});
