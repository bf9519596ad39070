import { expect, test } from 'vitest';
import { windForce, windPoint } from './wind-words.ts';

test('wind comes from the nearest of eight points, north on both sides of nought', () => {
  expect([0, 20, 44, 180, 350].map(windPoint)).toEqual(['n', 'n', 'ne', 's', 'n']);
});

test('its force is Beaufort’s', () => {
  expect([0, 0.2, 1.6, 2.6, 10.8, 40].map(windForce)).toEqual([0, 0, 2, 2, 6, 12]);
});
