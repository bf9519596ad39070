import { expect, test } from 'vitest';
import { conditionsOf } from './conditions-of.ts';

const standard = (id: string, closeCondition = '清除干净') => ({
  ...{ id, classCode: 'E0102', condition: `条件 ${id}`, limitValue: 4, limitUnit: 'work-hour' },
  ...{ closeCondition, version: 1, retiredAt: null, departmentCode: null },
});
const [road, lane] = [standard('road'), standard('lane')];
const ids = (...given: Parameters<typeof conditionsOf>) =>
  conditionsOf(...given).map(({ id }) => id);

test('a case is registered by the condition that is chosen, and shows all of its class before', () => {
  const standards = { standard: null, standardChoices: [road, lane] };
  expect(ids(standards, 'register', '')).toEqual(['road', 'lane']);
  expect(ids(standards, 'register', 'lane')).toEqual(['lane']);
});

test('a case is closed by what it was registered against, though that is retired since', () => {
  const old = { ...standard('old'), retiredAt: '2026-05-01T00:00:00Z' };
  expect(ids({ standard: old, standardChoices: [road] }, 'close', '')).toEqual(['old']);
  expect(ids({ standard: null, standardChoices: [road, lane] }, 'close', '')).toEqual([
    ...['road', 'lane'],
  ]);
  expect(ids({ standard: standard('x', ''), standardChoices: [] }, 'close', '')).toEqual([]);
});
