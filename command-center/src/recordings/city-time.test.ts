import { expect, test } from 'vitest';
import { fromInput, toInput } from './city-time.ts';

test('a form speaks the city’s time, whatever the browser’s', () => {
  const at = new Date('2026-11-23T19:00:05Z');
  expect(toInput(at)).toBe('2026-11-24T03:00:05');
  expect(fromInput('2026-11-24T03:00:05')).toEqual(at);
  expect(fromInput('2026-11-24T03:00')).toEqual(new Date('2026-11-23T19:00:00Z'));
  expect(fromInput('')).toBeNull();
});
