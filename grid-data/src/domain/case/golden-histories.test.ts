import { describe, expect, it } from 'vitest';
import { seedWorkCalendar } from '#generate/work-calendar.ts';
import { ordinaryCaseSettings } from './case-settings.ts';
import { figureOf } from './evaluation.ts';
import { formulaKeys, formulaOf } from './formulas.ts';
import { readGolden } from '#generate/golden-histories.ts';
import { inCity, tellHistory } from './testing/tell-history.ts';
import { WorkTime } from './work-calendar.ts';

const { histories, figures } = readGolden();
const workTime = new WorkTime(seedWorkCalendar());
const told = histories.map((history) => tellHistory(history, workTime));

describe('a history worked out by hand', () => {
  it.each(histories.map((history, index) => [history.name, history, told[index]!] as const))(
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
    workTime,
    settings: ordinaryCaseSettings,
  };

  it.each(formulaKeys)('%s is what was counted by hand', (key) => {
    const { numerator, denominator, value } = figureOf(formulaOf(key), told, period);
    expect({ numerator, denominator, value }).toEqual(figures[key]);
  });

  it('without cases are no figures rather than 0 %', () => {
    for (const key of formulaKeys) {
      const figure = figureOf(formulaOf(key), [], period);
      expect(figure.value).toBe(formulaOf(key).unit === 'count' ? 0 : null);
    }
  });
});
