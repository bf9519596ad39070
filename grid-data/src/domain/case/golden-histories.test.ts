import { describe, expect, it } from 'vitest';
import { figureOf, formulaKeys, formulaOf } from './evaluation.ts';
import { goldenFigures, goldenHistories } from './testing/golden-histories.ts';
import { goldenWorkTime, inCity, tellHistory } from './testing/tell-history.ts';

const told = goldenHistories.map(tellHistory);

describe('a history worked out by hand', () => {
  it.each(goldenHistories.map((history, index) => [history.name, history, told[index]!] as const))(
    '%s',
    (_, history, told) => {
      expect(told.state).toBe(history.state);
      expect(told.dueAt).toEqual(history.due === null ? null : inCity(history.due));
      const inTime = told.feedbackAt === null ? undefined : told.feedbackAt <= told.dueAt!;
      expect(inTime).toBe(history.inTime);
      if (history.closeDue) expect(told.closeDueAt).toEqual(inCity(history.closeDue));
      expect([told.reworkCount, told.returnCount]).toEqual([
        history.reworks ?? 0,
        history.returns ?? 0,
      ]);
    },
  );
});

describe('the figures of November', () => {
  const period = {
    from: inCity('11-01 00:00'),
    to: inCity('12-01 00:00'),
    now: inCity('12-01 00:00'),
    workTime: goldenWorkTime,
  };

  it.each(formulaKeys)('%s is what was counted by hand', (key) => {
    const { numerator, denominator, value } = figureOf(formulaOf(key), told, period);
    expect({ numerator, denominator, value }).toEqual(goldenFigures[key]);
  });

  it('without cases are no figures rather than 0 %', () => {
    for (const key of formulaKeys) {
      const figure = figureOf(formulaOf(key), [], period);
      expect(figure.value).toBe(formulaOf(key).unit === 'count' ? 0 : null);
    }
  });
});
