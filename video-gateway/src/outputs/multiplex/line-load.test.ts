import { expect, it } from 'vitest';
import { LineLoad } from '#outputs/multiplex/line-load.ts';

const megabyte = 1024 * 1024;

/** A line that has carried 1 MB/s for ten seconds. */
function settled(): LineLoad {
  const load = new LineLoad();
  for (let i = 0; i < 100; i += 1) {
    load.offer(megabyte / 10, i * 100);
    load.handed(megabyte / 10, false);
    load.measure(0, i * 100);
  }
  return load;
}

it('tells how many seconds of its pictures wait', () => {
  expect(settled().measure(megabyte / 2, 10_000).waitingSeconds).toBeCloseTo(0.5, 1);
});

it('does not count as delay what joining tiles were given', () => {
  const load = settled();
  load.handed(5 * megabyte, true);
  expect(load.measure(5 * megabyte, 10_000)).toMatchObject({ waitingSeconds: 0, isFull: false });
  load.handed(megabyte / 2, false);
  expect(load.measure(4 * megabyte, 10_100).waitingSeconds).toBeCloseTo(0.5, 1);
});

it('does not take leaving pictures out for a slower stream', () => {
  const load = settled();
  for (let i = 100; i < 200; i += 1) load.offer(megabyte / 10, i * 100);
  expect(load.measure(megabyte / 2, 20_000).waitingSeconds).toBeCloseTo(0.5, 1);
});

it('notices a socket that takes nothing', () => {
  const load = settled();
  load.handed(megabyte, false);
  load.measure(megabyte / 2, 10_000);
  expect(load.measure(megabyte / 2, 21_000).stuckMs).toBe(11_000);
  expect(load.measure(megabyte / 4, 21_100).stuckMs).toBe(0);
});
