import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, pageOf, pageSize } from './page.ts';

describe('pages', () => {
  it('know from one row too many that there is a next one', () => {
    const page = pageOf(['a', 'b', 'c'], 2, (row) => [row]);
    expect(page.nodes).toEqual(['a', 'b']);
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(decodeCursor(page.pageInfo.endCursor!, ['string'])).toEqual(['b']);
  });

  it('end with an empty one', () => {
    expect(pageOf([], 2, () => []).pageInfo).toEqual({ endCursor: null, hasNextPage: false });
  });

  it.each([0, -1, 501, 1.5, Number.NaN])('refuse the size %s', (first) => {
    expect(() => pageSize('cityComponents', first)).toThrow(/first must be 1 to 500/);
  });
});

describe('cursors', () => {
  it('give back their keys', () => {
    expect(decodeCursor(encodeCursor([12, 'x']), ['number', 'string'])).toEqual([12, 'x']);
  });

  it.each([
    '',
    'rubbish',
    '%00',
    encodeCursor(['12', 'x']),
    encodeCursor([12]),
    encodeCursor([12, '']),
    Buffer.from('{"__proto__":1}').toString('base64url'),
    'A'.repeat(10_000),
  ])('refuse %s', (after) => {
    expect(() => decodeCursor(after, ['number', 'string'])).toThrow(/not a cursor/);
  });
});
