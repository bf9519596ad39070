import { expect, test } from 'vitest';
import { helpOf, missingFields } from './kind-help.ts';

test('a column is there under any name that is understood', () => {
  expect(missingFields('places', ['编号', '名称', '类型', 'lon', 'lat'])).toEqual([]);
  expect(missingFields('places', ['编号', 'title', '类型'])).toEqual(['name']);
});

test('the help of a kind tells what is needed and its other names', () => {
  const lines = helpOf('city-components').split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}\* code .*ObjID, 标识码$/));
  expect(lines).toContainEqual(expect.stringMatching(/^ {4}unitGridCode .*BGID/));
  expect(lines.at(-1)).toBe('a GeoJSON gives each Point');
});
