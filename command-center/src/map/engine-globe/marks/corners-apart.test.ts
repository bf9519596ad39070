import { expect, test } from 'vitest';
import { cornersApart } from './corners-apart.ts';

test('corners at one spot are one corner, and the end of a line stays where it is', () => {
  const [apex, beside, left, right] = [
    [111.66, 27.69],
    [111.6600005, 27.6900005],
    [111.6605, 27.6895],
    [111.6595, 27.6895],
  ];
  expect(cornersApart([apex!, beside!, left!, right!, beside!, apex!])).toEqual([
    apex,
    left,
    right,
    apex,
  ]);
  expect(cornersApart([apex!, left!])).toEqual([apex, left]);
});

test('a line that goes nowhere is no line', () => {
  expect(
    cornersApart([
      [111.66, 27.69],
      [111.66, 27.69],
    ]),
  ).toHaveLength(1);
});
