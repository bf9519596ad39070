import i18next from 'i18next';
import { viewRefusals } from 'grid-data';
import { beforeAll, expect, test } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { refusalWords } from './refusal-words.ts';

beforeAll(() => startWords('en'));

test.each(viewRefusals)('%s is said in words on an incident’s camera', (reason) => {
  for (const language of ['zh-CN', 'en']) {
    const t = i18next.getFixedT(language, 'incidents');
    expect(refusalWords(t, reason), language).not.toContain(reason);
  }
});

test('a reason that nobody knew of shows as it came', () => {
  expect(refusalWords(i18next.getFixedT('en', 'incidents'), 'eaten-by-bear')).toContain(
    'eaten-by-bear',
  );
});
