import i18next from 'i18next';
import {
  platformFailures,
  platformListReason,
  platformStates,
  sourceFailures,
  viewEnds,
} from 'grid-data';
import { beforeAll, expect, test } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { actDetail } from './act-detail.ts';
import { endWords } from './end-words.ts';

beforeAll(() => startWords('en'));

const languages = ['zh-CN', 'en'];

const reasons = [...viewEnds, ...sourceFailures, ...platformFailures, platformListReason];

test.each([...new Set<string>(reasons)])('%s is said in words in the register', (reason) => {
  for (const language of languages) {
    const t = i18next.getFixedT(language, 'register');
    expect(endWords(t, reason), language).not.toBe(reason);
  }
});

test.each(platformStates)('a platform that is %s is said to be so in words', (state) => {
  const payload = { name: 'bureau', state, reason: null };
  const words = languages.map((language) =>
    actDetail(i18next.getFixedT(language, 'register'), 'video-platform.state-changed', payload),
  );
  expect(words.join(' ')).not.toContain(state);
});

test('a look that a rule opened is told from one that a hand opened', () => {
  const t = i18next.getFixedT('en', 'register');
  const told = (openedByRule: boolean) =>
    actDetail(t, 'camera-view.requested', { purpose: 'emergency', openedByRule });
  expect(told(true)).toContain('rule');
  expect(told(false)).not.toMatch(/rule|[{}]/);
});
