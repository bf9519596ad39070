import { describe, expect, it } from 'vitest';
import { UnitWalk, beatUnit } from './unit-walk.ts';

const metersPerDegree = 111_320;

describe('a unit on its beat', () => {
  it('stays on its line and never moves faster than it says', () => {
    const unit = beatUnit.parse({
      id: 'u',
      kind: 'police-patrol',
      beat: [
        [100, 30],
        [100.01, 30],
      ],
    });
    const walk = new UnitWalk(unit, Math.random);
    let before = walk.advance(0);
    for (let second = 0; second < 900; second++) {
      const here = walk.advance(1);
      expect(here.latitude).toBeCloseTo(30, 9);
      expect(here.longitude).toBeGreaterThanOrEqual(100);
      expect(here.longitude).toBeLessThanOrEqual(100.01);
      const east = (here.longitude - before.longitude) * metersPerDegree * Math.cos(Math.PI / 6);
      expect(Math.abs(east)).toBeLessThanOrEqual(here.speedMps + 0.001);
      before = here;
    }
  });

  it('heads where it goes and turns back at the end of a line', () => {
    const unit = beatUnit.parse({
      id: 'u',
      kind: 'fire',
      beat: {
        coordinates: [
          [100, 30],
          [100, 30.002],
        ],
      },
    });
    const walk = new UnitWalk(unit, () => 0.5);
    const headings = Array.from({ length: 200 }, () => Math.round(walk.advance(1).headingDeg));
    expect(new Set(headings)).toEqual(new Set([0, 180]));
  });

  it('walks where its kind has no car', () => {
    const beat = [
      [100, 30],
      [100.1, 30],
    ];
    const walk = new UnitWalk(beatUnit.parse({ id: 'u', kind: 'grid-team', beat }), () => 0.5);
    expect(walk.advance(1).speedMps).toBeLessThan(2);
  });
});
