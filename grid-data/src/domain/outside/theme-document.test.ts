import { expect, test } from 'vitest';
import { sumTold, themeDocument, withheldAreas } from './theme-document.ts';

const town = (n: number, value: number) => ({ areaCode: `99010100${n}`, value });
const told = (values: { areaCode: string; value: number }[], area: string) =>
  sumTold(values, withheldAreas(values), area);

test('a number below five is not told, nor is the next smallest from which it could be worked out', () => {
  const values = [town(1, 3), town(2, 8), town(3, 40), town(4, 0)];
  expect([...withheldAreas(values)]).toEqual(['990101001', '990101002']);
  expect(told(values, '990101')).toBe(51);
  expect(told(values, '990101001')).toBeNull();
  expect(told(values, '990101002')).toBeNull();
  expect(told(values, '990101003')).toBe(40);
  expect(told(values, '990101004')).toBe(0);
});

test('a sum of which nothing can hide the part is not told', () => {
  expect(told([town(1, 3)], '990101')).toBeNull();
  expect(told([town(1, 1), town(2, 2)], '990101')).toBeNull();
  expect(told([town(1, 3), town(2, 4)], '990101')).toBe(7);
});

test('numbers of five and more are told', () => {
  const values = [town(1, 5), town(2, 12)];
  expect(withheldAreas(values).size).toBe(0);
  expect(told(values, '990101')).toBe(17);
});

test('places of persons are refused', () => {
  const place = { id: 'a', name: 'a', areaCode: '990101001', longitude: 1, latitude: 1 };
  const document = {
    theme: 'civil',
    name: 'Civil',
    source: 'a system',
    asOf: '2026-05-04T09:00:00Z',
    goodForHours: 24,
    indicators: [{ code: 'people', name: 'People', unit: '', sensitive: true, places: [place] }],
  };
  expect(themeDocument.safeParse(document).success).toBe(false);
});
