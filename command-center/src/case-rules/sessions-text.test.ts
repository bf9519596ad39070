import { expect, test } from 'vitest';
import { readSessions, sessionsText } from './sessions-text.ts';

test.each([
  [
    '08:00-12:00, 14:00-18:00',
    [
      ['08:00', '12:00'],
      ['14:00', '18:00'],
    ],
  ],
  [
    '8:30–12:00；14:00至17:30',
    [
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ],
  ],
  ['  ', []],
])('%s is read as its sessions', (text, sessions) => {
  expect(readSessions(text)).toEqual(sessions);
});

test('sessions are written as they are read', () => {
  const sessions = [
    ['08:00', '12:00'],
    ['14:00', '18:00'],
  ];
  expect(readSessions(sessionsText(sessions))).toEqual(sessions);
  expect(sessionsText([])).toBe('');
});
