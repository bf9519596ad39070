import type { Color, Vec3 } from './vectors.ts';
import { unit } from './vectors.ts';

/** Weather and hour: what the sky looks like and how the sun falls. */
export type Daylight = {
  skyTop: Color;
  skyLow: Color;
  haze: Color;
  hazeMeters: number;
  /** From the ground to the sun. */
  sun: Vec3;
  sunStrength: number;
  ambient: number;
  /** Multiplies the ground where the sun does not reach; all 1 under clouds. */
  shadowTint: Color;
  tint: Color;
};

const clear: Daylight = {
  skyTop: [92, 146, 204],
  skyLow: [196, 218, 234],
  haze: [190, 208, 222],
  hazeMeters: 420,
  sun: unit([-0.6, -0.35, 0.75]),
  sunStrength: 0.55,
  ambient: 0.58,
  shadowTint: [0.58, 0.62, 0.7],
  tint: [1, 1, 1],
};

export const daylights = {
  clear,
  morning: {
    ...clear,
    skyTop: [128, 164, 204],
    skyLow: [246, 224, 196],
    haze: [232, 220, 204],
    hazeMeters: 260,
    sun: unit([0.8, -0.25, 0.42]),
    tint: [1.04, 0.99, 0.92],
  },
  noon: { ...clear, sun: unit([0.25, -0.2, 0.95]), sunStrength: 0.6, hazeMeters: 560 },
  overcast: {
    ...clear,
    skyTop: [158, 168, 178],
    skyLow: [208, 212, 214],
    haze: [198, 204, 208],
    hazeMeters: 240,
    sunStrength: 0.16,
    ambient: 0.8,
    shadowTint: [0.86, 0.87, 0.89],
    tint: [0.95, 0.98, 1],
  },
  golden: {
    ...clear,
    skyTop: [104, 130, 176],
    skyLow: [252, 206, 150],
    haze: [236, 200, 164],
    hazeMeters: 300,
    sun: unit([-0.85, 0.3, 0.36]),
    tint: [1.08, 0.97, 0.84],
  },
  misty: {
    ...clear,
    skyTop: [186, 196, 202],
    skyLow: [222, 226, 226],
    haze: [216, 222, 222],
    hazeMeters: 120,
    sunStrength: 0.12,
    ambient: 0.82,
    shadowTint: [0.9, 0.91, 0.92],
  },
} satisfies Record<string, Daylight>;

export type DaylightName = keyof typeof daylights;
