/** States, moves and sources in words: the screens of the house and its papers say the same. */
import en from './words/en.json' with { type: 'json' };
import chinese from './words/zh-CN.json' with { type: 'json' };

export const caseWords = { 'zh-CN': chinese, en };
