import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PictureWatch } from '#health/picture-watch.ts';
import type { VideoUnit } from '#media/access-unit.ts';
import { splitAnnexB } from '#media/annex-b.ts';

const config = {
  codec: 'h264',
  codecName: 'avc1.64001f',
  width: 640,
  height: 360,
  decoderConfig: Buffer.alloc(0),
} as const;

/** The pictures of a clip of the simulator, fifteen a second. */
function unitsOf(name: string): VideoUnit[] {
  const file = new URL(`../../../grid-data/clips/${name}.h264`, import.meta.url);
  const pictures = [...splitAnnexB(readFileSync(file))].filter((nal) => (nal[0]! & 31) <= 5);
  return pictures.map((nal, i) => unitOf([nal], i, (nal[0]! & 31) === 5));
}

function unitOf(nals: readonly Buffer[], i: number, key: boolean): VideoUnit {
  const data = Buffer.concat(
    nals.flatMap((nal) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(nal.length);
      return [length, nal];
    }),
  );
  return { track: 'video', dts: i * 6000, pts: i * 6000, wall: null, key, data, config };
}

function watch(units: readonly VideoUnit[], change: (unit: VideoUnit, nowMs: number) => VideoUnit) {
  const watching = new PictureWatch();
  units.forEach((unit, i) => watching.saw(change(unit, i * 66), i * 66));
  return watching;
}

const asItIs = (unit: VideoUnit) => unit;

describe('from the coded stream alone', () => {
  it.each(['hero-01', 'hero-15', 'hero-20', 'hills-1', 'river-2', 'square-1'])(
    '%s, which moves little, is a picture like any other',
    (name) => {
      const { remark, isJudged } = watch(unitsOf(name), asItIs);
      expect([remark, isJudged]).toEqual([null, true]);
    },
  );

  it('a picture of one colour is found', () => {
    expect(watch(unitsOf('fault-black'), asItIs).remark).toBe('picture-black');
  });

  it('one picture again and again is found, and not before four seconds', () => {
    const units = unitsOf('fault-frozen');
    expect(watch(units.slice(0, 60), asItIs)).toMatchObject({ remark: null, isJudged: false });
    expect(watch(units, asItIs).remark).toBe('picture-frozen');
  });

  it('messages beside the picture do not hide that it stands', () => {
    const sei = Buffer.concat([Buffer.of(6), Buffer.alloc(900, 1)]);
    const units = unitsOf('fault-frozen').map((unit, i) =>
      unitOf([sei, unit.data.subarray(4)], i, unit.key),
    );
    expect(watch(units, asItIs).remark).toBe('picture-frozen');
  });

  it('a clock more than ten seconds off is found, in both directions, one that is right is not', () => {
    const remarkAt = (aheadMs: number) =>
      watch(unitsOf('hero-01'), (unit, nowMs) => ({ ...unit, wall: nowMs + aheadMs })).remark;
    expect([-11_000, -2_000, 0, 11_000].map(remarkAt)).toEqual([
      'clock-skew',
      null,
      null,
      'clock-skew',
    ]);
  });

  it('pictures that are all key pictures are not taken for standing ones', () => {
    const keys = unitsOf('hero-01').filter(({ key }) => key);
    expect(watch([...keys, ...keys, ...keys], asItIs).remark).toBeNull();
  });
});
