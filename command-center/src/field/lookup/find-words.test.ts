import { describe, expect, it } from 'vitest';
import { findByWords } from './find-words.ts';

const shop = {
  name: '交通路128号便利店',
  address: '蓝田街道交通路128号',
  initials: 'jtl128hbld ltjd',
};
const stall = { name: '光文街烧烤摊', address: null, initials: 'gwjskt' };

const find = (typed: string) =>
  findByWords([shop, stall], typed, ({ name, address, initials }) => ({
    texts: [name, address],
    initials,
  }));

describe('looking up in the field', () => {
  it('a word of the name or the address finds the unit', () => {
    expect(find('烧烤')).toEqual([stall]);
    expect(find('蓝田')).toEqual([shop]);
  });

  it('pinyin initials find it, in any case and width', () => {
    expect(find('BLD')).toEqual([shop]);
    expect(find('ｓｋｔ')).toEqual([stall]);
  });

  it('every word must be met, in whatever order', () => {
    expect(find('128 交通')).toEqual([shop]);
    expect(find('128 烧烤')).toEqual([]);
  });

  it('nothing typed leaves all in their order', () => {
    expect(find('  ')).toEqual([shop, stall]);
  });
});
