import { expect, test } from 'vitest';
import { tellEntry, type JournalEntry } from '#journal/journal-state.ts';
import { holdForAlarms } from './tour-player.ts';

test('two alarms hold a tour until both have been seen', () => {
  const told: string[] = [];
  const stop = holdForAlarms({
    hold: (by) => void told.push(`hold ${by}`),
    release: (by) => void told.push(`release ${by}`),
  });
  const hear = (kind: string, subjectId: string) =>
    tellEntry({ kind, subjectId, at: '2026-05-01T00:00:00Z' } as JournalEntry);
  hear('incident.moved', 'old');
  hear('incident.reported', 'a');
  hear('incident.reported', 'b');
  hear('incident.acknowledged', 'a');
  expect(told).toEqual(['hold alarm', 'hold alarm']);
  hear('incident.moved', 'b');
  expect(told.at(-1)).toBe('release alarm');
  stop();
  hear('incident.reported', 'c');
  expect(told).toHaveLength(3);
});
