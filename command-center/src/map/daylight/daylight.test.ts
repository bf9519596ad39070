import { expect, test } from 'vitest';
import { daylightAt, evenLight, lightColor } from './daylight.ts';

const lianyuan = [111.67, 27.69] as const;
const at = (time: string) => daylightAt(Date.parse(`2026-06-21T${time}+08:00`), lianyuan);

test('at noon of midsummer the sun stands nearly overhead, and it is day', () => {
  const { altitudeDeg, day } = at('12:35:00');
  // 90 - 27.69 + 23.44
  expect(altitudeDeg).toBeCloseTo(85.7, 0);
  expect(day).toBe(1);
});

test('it rises in the north-east and sets in the north-west', () => {
  expect(at('06:00:00').azimuthDeg).toBeCloseTo(64, -1);
  expect(at('19:00:00').azimuthDeg).toBeCloseTo(295, -1);
});

test('night falls by degrees, and what stands is lit at night too', () => {
  const evening = ['18:30', '19:20', '19:40', '21:00'].map((time) => at(`${time}:00`).day);
  expect(evening).toEqual(evening.toSorted((a, b) => b - a));
  expect(evening[0]).toBe(1);
  expect(evening[1]).toBeGreaterThan(evening[2]!);
  expect(at('21:00:00')).toEqual({ ...evenLight, day: 0 });
});

test('a low sun is warm, a night blue', () => {
  const [red, , blue] = lightColor({ ...evenLight, altitudeDeg: 12 });
  expect(red).toBeGreaterThan(blue);
  const night = lightColor({ ...evenLight, day: 0 });
  expect(night[2]).toBeGreaterThan(night[0]);
});
