import { expect, test } from 'vitest';
import { afterRow, withPage, type OpenIncidents } from './open-incidents.ts';

const incident = (id: string, open = true) => ({ id, open }) as OpenIncidents['nodes'][number];
const list = (...nodes: OpenIncidents['nodes']): OpenIncidents => ({
  nodes,
  pageInfo: { hasNextPage: false, endCursor: null },
});
const ids = ({ nodes }: OpenIncidents) => nodes.map(({ id }) => id).join(' ');

test('a new incident stands in front, once', () => {
  const one = afterRow(list(incident('a')), incident('b'), 10);
  expect(ids(one)).toBe('b a');
  expect(afterRow(one, incident('b'), 10)).toBe(one);
});

test('a closed incident is not put in front, and leaves with the next that comes', () => {
  const before = list(incident('a', false), incident('b'));
  expect(afterRow(before, incident('c', false), 10)).toBe(before);
  expect(ids(afterRow(before, incident('c'), 10))).toBe('c b');
});

test('a list that is full says that it is not whole', () => {
  const full = afterRow(list(incident('a'), incident('b')), incident('c'), 2);
  expect(ids(full)).toBe('c a');
  expect(full.pageInfo.hasNextPage).toBe(true);
});

test('the next page stands behind, without what came in front meanwhile', () => {
  expect(
    ids(withPage(list(incident('b'), incident('a')), list(incident('a'), incident('z')))),
  ).toBe('b a z');
});
