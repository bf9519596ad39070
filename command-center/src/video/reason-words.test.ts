import i18next from 'i18next';
import {
  pictureRemarks,
  platformFailures,
  platformListReason,
  sourceFailures,
  viewEnds,
  viewLapses,
  viewRefusals,
  viewTransports,
} from 'grid-data';
import { beforeAll, expect, test } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { reasonWords } from './reason-words.ts';

beforeAll(() => startWords('en'));

/** These end a row of the register that no page waits on. */
const neverOnScreen = ['never-opened', 'gateway-restarted', 'ended-by-restart'];
const reasons = [
  ...viewRefusals,
  ...viewLapses,
  ...viewEnds.filter((reason) => !neverOnScreen.includes(reason)),
  ...sourceFailures,
  ...platformFailures,
  ...pictureRemarks,
  platformListReason,
];

test.each([...new Set<string>(reasons)])(
  '%s is said over the picture, with what to do',
  (reason) => {
    for (const language of ['zh-CN', 'en']) {
      const { means, next } = reasonWords(i18next.getFixedT(language, 'video'), reason, 'hev1');
      expect(means, language).not.toContain(reason);
      expect(next, language).toMatch(/\S/);
    }
  },
);

test.each(viewTransports)('%s is named on the tile and in the register', (transport) => {
  for (const language of ['zh-CN', 'en']) {
    const key = `video:transport.${transport}`;
    expect(i18next.exists(key, { lng: language, fallbackLng: [] }), language).toBe(true);
  }
});
