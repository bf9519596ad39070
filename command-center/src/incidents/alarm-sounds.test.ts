import { expect, test } from 'vitest';
import { alarmSounds, quietFor, soundClass, soundingGrade } from './alarm-sounds.ts';

const alarm = { grade: 3, classCode: 'E0609', now: 1_000 };

test('a class sounds by rule, like the gravest, or not at all', () => {
  expect(soundingGrade(alarmSounds.get(), alarm)).toBe(3);
  soundClass('E0609', 'grave');
  expect(soundingGrade(alarmSounds.get(), alarm)).toBe(1);
  soundClass('E0609', 'silent');
  expect(soundingGrade(alarmSounds.get(), alarm)).toBeNull();
  expect(soundingGrade(alarmSounds.get(), { ...alarm, classCode: 'E0102' })).toBe(3);
  soundClass('E0609', 'by-rule');
  expect(alarmSounds.get().byClass).toEqual({});
});

test('quiet ends by itself', () => {
  quietFor(10, 0);
  expect(soundingGrade(alarmSounds.get(), alarm)).toBeNull();
  expect(soundingGrade(alarmSounds.get(), { ...alarm, now: 600_000 })).toBe(3);
  expect(localStorage.getItem('cloud-eye.alarm-sounds')).toContain('600000');
  quietFor(0, 0);
  expect(soundingGrade(alarmSounds.get(), alarm)).toBe(3);
});
