import { describe, expect, it } from 'vitest';
import { pointAt } from './field-of-view.ts';
import { aimAt, framed, headBearing, presetFacing, widthAtZoom } from './ptz-geometry.ts';

const pole = { longitude: 111.67, latitude: 27.69, heightMeters: 10, widthDeg: 60 };
const at = [pole.longitude, pole.latitude] as const;

describe('looking at a place', () => {
  it.each([
    ['in the north, fixed to look north', 0, 0, 0],
    ['in the east, fixed to look north', 90, 0, 90],
    ['in the east, fixed to look south', 90, 180, 270],
    ['a little left of where it was fixed to look', 10, 20, 350],
  ])('turns to what lies %s', (_, bearing, zero, pan) => {
    const { panDeg } = aimAt(pole, zero, pointAt(at, bearing, 200));
    expect(panDeg % 360).toBeCloseTo(pan, 3);
    expect(headBearing(zero, { panDeg })).toBeCloseTo(bearing, 3);
  });

  it('looks down by its height, and zooms in on what is far', () => {
    expect(aimAt(pole, 0, pointAt(at, 0, 10)).tiltDeg).toBeCloseTo(-45, 3);
    const far = aimAt(pole, 0, pointAt(at, 0, 1_000));
    expect(far.tiltDeg).toBeCloseTo(-0.573, 3);
    expect(widthAtZoom(60, far.zoom)).toBeCloseTo(2.29, 2);
    expect(aimAt(pole, 0, pointAt(at, 0, 10)).zoom).toBe(1);
  });

  it('looks straight down at what lies under it', () => {
    expect(aimAt(pole, 0, at).tiltDeg).toBeCloseTo(-90, 3);
  });
});

describe('a part of the picture', () => {
  const level = { panDeg: 0, tiltDeg: 0, zoom: 1 };
  const click = (x: number, y: number) => ({ left: x, right: x, top: y, bottom: y });

  it('is brought to the middle by the angle it stands off', () => {
    expect(framed(level, click(0.5, 0.5), 60)).toEqual(level);
    expect(framed(level, click(1, 0.5), 60)).toMatchObject({ panDeg: 30, zoom: 1 });
    expect(framed(level, click(0, 0.5), 60).panDeg).toBeCloseTo(330);
    expect(framed(level, click(0.5, 1), 60).tiltDeg).toBeCloseTo(-17.99, 1);
  });

  it('stands off by less when zoomed in, and by more near the ground', () => {
    expect(framed({ ...level, zoom: 4 }, click(1, 0.5), 60).panDeg).toBeCloseTo(8.21, 2);
    const down = framed({ ...level, tiltDeg: -60 }, click(1, 0.5), 60);
    expect(down.panDeg).toBeCloseTo(49.1, 1);
    expect(down.tiltDeg).toBeGreaterThan(-60);
  });

  it('fills the picture once it was dragged out', () => {
    const box = { left: 0.5, top: 0.5, right: 0.75, bottom: 0.7 };
    expect(framed(level, box, 60).zoom).toBe(4);
  });
});

describe('presets', () => {
  const presets = [
    { number: 1, bearingDeg: 0, zoom: 1 },
    { number: 2, bearingDeg: 350, zoom: 4 },
    { number: 3, bearingDeg: null, zoom: null },
  ];
  it('serve for a direction that they show, the nearest first', () => {
    expect(presetFacing(presets, 352, 60)).toMatchObject({ preset: { number: 2 }, offDeg: 2 });
    expect(presetFacing(presets, 20, 60)).toMatchObject({ preset: { number: 1 }, offDeg: 20 });
    expect(presetFacing(presets, 90, 60)).toBeNull();
  });
});
