import i18next from 'i18next';
import { platformListReason, platformStates, worstHealthsFirst } from 'grid-data';
import { beforeAll, expect, test } from 'vitest';
import { reasonWords } from '#video/reason-words.ts';
import { startWords } from '#words/i18n.ts';
import { reasonOfCamera, reasonOfPlatformState } from './reason-of-state.ts';

beforeAll(() => startWords('en'));

const reasons = [
  reasonOfCamera('unreachable', platformListReason),
  ...worstHealthsFirst.map((health) => reasonOfCamera(health)),
  ...platformStates
    .filter((state) => state !== 'reachable')
    .map((state) => reasonOfPlatformState(state)),
];

test.each(reasons)('%s is said in words of its own', (reason) => {
  for (const language of ['zh-CN', 'en']) {
    const t = i18next.getFixedT(language, 'video');
    expect(reasonWords(t, reason, null).means).not.toBe(t('unknownReason.means', { reason }));
  }
});
