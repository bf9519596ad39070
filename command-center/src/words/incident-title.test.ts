import { expect, test } from 'vitest';
import { incidentTitle } from './incident-title.ts';

const english = new Map([['井盖丢失', 'Manhole cover missing']]);

test('a title that only names its class is said in English', () => {
  expect(incidentTitle('井盖丢失', english)).toBe('Manhole cover missing');
});

test('what somebody wrote stands as written', () => {
  expect(incidentTitle('校门口井盖丢失', english)).toBe('校门口井盖丢失');
});
