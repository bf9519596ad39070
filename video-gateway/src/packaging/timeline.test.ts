import { describe, expect, it } from 'vitest';
import { Timeline } from '#packaging/timeline.ts';

const hour = 3600 * 90_000;

function decodeTimes(steps: readonly (number | 'cut')[]): number[] {
  const timeline = new Timeline();
  const times: number[] = [];
  for (const step of steps) {
    if (step === 'cut') timeline.cut();
    else times.push(timeline.place({ dts: step, pts: step }).decodeTime);
  }
  return times;
}

describe('the timeline that viewers see', () => {
  it('starts at nothing, whatever the camera’s clock says, and keeps its distances', () => {
    expect(decodeTimes([9_000_000, 9_003_600, 9_007_300])).toEqual([0, 3600, 7300]);
  });

  it.each([
    ['jumps an hour ahead', hour],
    ['jumps an hour back', -hour],
    ['stands still', 0],
  ])('goes on by one picture when the camera’s clock %s', (_, jump) => {
    const base = 2 * hour;
    expect(decodeTimes([base, base + 3600, base + 3600 + jump, base + 7200 + jump])).toEqual([
      0, 3600, 7200, 10_800,
    ]);
  });

  it('goes on without a gap after a reconnect', () => {
    expect(decodeTimes([0, 6000, 'cut', 500, 6500])).toEqual([0, 6000, 12_000, 18_000]);
  });

  it('keeps the order of shown pictures, even those shown before they are decoded', () => {
    const timeline = new Timeline();
    expect(timeline.place({ dts: 0, pts: 7200 }).compositionOffset).toBe(7200);
    expect(timeline.place({ dts: 7201, pts: 3600 }).compositionOffset).toBe(-3601);
    expect(timeline.place({ dts: 7202, pts: 7202 + hour }).compositionOffset).toBe(0);
  });
});
