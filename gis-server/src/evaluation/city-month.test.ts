import { expect, test } from 'vitest';
import { monthsUntil } from './city-month.ts';

test('months begin at the city’s midnight, over the turn of the year too', () => {
  const months = monthsUntil('2026-01', 2)!;
  expect(months.map(({ name }) => name)).toEqual(['2025-12', '2026-01']);
  expect(months[1]!.from).toEqual(new Date('2025-12-31T16:00:00Z'));
  expect(months[0]!.to).toEqual(months[1]!.from);
});

test.each(['2026-13', '2026-1', '', '1999-01'])('“%s” is no month', (name) => {
  expect(monthsUntil(name, 6)).toBeNull();
});
