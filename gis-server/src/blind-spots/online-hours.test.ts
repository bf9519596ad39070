import { expect, it } from 'vitest';
import { hoursOnline } from './online-hours.ts';

const at = (time: string) => new Date(`2026-05-0${time}+08:00`);
const since = at('1T00:00:00');
const now = at('3T00:00:00');

it('a camera that is off at night counts by day and not by night', () => {
  const hours = hoursOnline(
    [
      { cameraId: 'a', online: true, fromAt: at('1T06:00:00'), toAt: at('1T22:00:00') },
      { cameraId: 'a', online: false, fromAt: at('1T22:00:00'), toAt: at('2T06:00:00') },
      { cameraId: 'a', online: true, fromAt: at('2T06:00:00'), toAt: at('2T22:00:00') },
      { cameraId: 'a', online: false, fromAt: at('2T22:00:00'), toAt: null },
    ],
    since,
    now,
  ).get('a')!;
  expect(hours[12]).toBe(true);
  expect(hours[21]).toBe(true);
  expect(hours[22]).toBe(false);
  expect(hours[3]).toBe(false);
});

it('of hours that nobody looked at nothing is said', () => {
  const hours = hoursOnline(
    [{ cameraId: 'a', online: true, fromAt: at('1T10:00:00'), toAt: at('1T12:05:00') }],
    since,
    now,
  ).get('a')!;
  expect(hours[11]).toBe(true);
  expect(hours[12]).toBeNull();
  expect(hours[9]).toBeNull();
});

it('half of the known time is enough, and what lies before the week does not count', () => {
  const hours = hoursOnline(
    [
      { cameraId: 'a', online: false, fromAt: at('1T00:00:00'), toAt: at('1T08:30:00') },
      { cameraId: 'a', online: true, fromAt: at('1T08:30:00'), toAt: at('1T09:00:00') },
    ],
    at('1T08:00:00'),
    now,
  ).get('a')!;
  expect(hours[8]).toBe(true);
  expect(hours[7]).toBeNull();
});
