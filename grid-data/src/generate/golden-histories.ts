/** The histories worked out by hand, for those who replay them through a server. */
import { readFileSync } from 'node:fs';
import type { Golden } from '#domain/case/testing/golden-histories.ts';

export type { GoldenHistory } from '#domain/case/testing/golden-histories.ts';
export { inCity, stepsOf, wordsOf } from '#domain/case/testing/tell-history.ts';

const file = new URL('../domain/case/testing/golden-histories.json', import.meta.url);

export function readGolden(): Golden {
  return JSON.parse(readFileSync(file, 'utf8')) as Golden;
}
