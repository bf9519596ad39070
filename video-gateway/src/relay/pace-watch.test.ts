import { expect, it } from 'vitest';
import { PaceWatch } from '#relay/pace-watch.ts';

/** After so many seconds of pictures that come at one pace and are timed at another, each in pictures a second. */
function watched(seconds: number, came: number, timed: number): PaceWatch {
  const watch = new PaceWatch();
  for (let i = 0; i < seconds * came; i += 1) {
    watch.saw({ dts: (i * 90_000) / timed, wall: null }, (i * 1000) / came);
  }
  return watch;
}

it('tells a line that carries two pictures a second of a camera that takes twenty-five', () => {
  expect(watched(8, 2, 25).isTooSlow).toBe(false);
  expect(watched(15, 2, 25).isTooSlow).toBe(true);
});

it.each([
  ['a lively camera', 25, 25],
  ['a camera that takes one picture a second', 1, 1],
  ['a camera whose clock runs at half its pace', 25, 50],
])('leaves %s alone', (_, came, timed) => {
  expect(watched(600, came, timed).isTooSlow).toBe(false);
});

it('forgets what was before its clock was set', () => {
  const watch = watched(8, 2, 25);
  watch.saw({ dts: 1e9, wall: null }, 8_000);
  for (let i = 1; i < 30; i += 1) watch.saw({ dts: 1e9 + i * 45_000, wall: null }, 8_000 + i * 500);
  expect(watch.isTooSlow).toBe(false);
});

it('believes a camera’s clock before its timestamps', () => {
  const [timely, late] = [new PaceWatch(), new PaceWatch()];
  for (let i = 0; i < 60; i += 1) {
    timely.saw({ dts: i * 3_600, wall: i * 1_000 }, i * 1_000);
    late.saw({ dts: i * 90_000, wall: i * 40 }, i * 1_000);
  }
  expect(timely.isTooSlow).toBe(false);
  expect(late.isTooSlow).toBe(true);
});
