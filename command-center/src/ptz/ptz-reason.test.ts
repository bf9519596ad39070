import {
  ptzCommands,
  ptzMoveEnds,
  ptzRefusals,
  ptzTurns,
  leaseChanges,
  headTroubles,
} from 'grid-data';
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { languages, startWords } from '#words/i18n.ts';

beforeAll(() => startWords('zh-CN'));

const lists = {
  reason: ptzRefusals,
  command: ptzCommands,
  end: ptzMoveEnds,
  turn: ptzTurns,
  change: leaseChanges,
  trouble: headTroubles,
};

test.each(Object.entries(lists))('every %s has its words in each language', (list, words) => {
  for (const lng of languages) {
    const missing = words.filter(
      (word) => !i18next.exists(`ptz:${list}.${word}`, { lng, fallbackLng: lng }),
    );
    expect(missing, lng).toEqual([]);
  }
});
