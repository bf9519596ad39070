import type { HillsPlan } from '../scenes/hills.ts';

type Plan = Omit<HillsPlan, 'label'>;

const base: Plan = {
  seed: 19,
  light: 'clear',
  view: { at: [-20, -40, 62], yawDeg: 6, pitchDeg: 9, fieldOfViewDeg: 58 },
  houses: 26,
  leaf: [66, 108, 56],
  fields: [
    [138, 160, 82],
    [168, 172, 92],
    [120, 148, 76],
    [186, 168, 104],
  ],
  ridges: [260, 180, 120],
};

export const hillsPlans: Readonly<Record<string, Plan>> = {
  'hills-1': base,
  'hero-19': {
    ...base,
    seed: 68,
    light: 'golden',
    view: { at: [36, -50, 84], yawDeg: -10, pitchDeg: 13, fieldOfViewDeg: 60 },
    houses: 44,
    leaf: [104, 112, 48],
    fields: [
      [206, 178, 90],
      [186, 160, 84],
      [156, 152, 78],
    ],
    ridges: [330, 220, 150],
  },
  'hero-20': {
    ...base,
    seed: 83,
    light: 'misty',
    view: { at: [0, -30, 48], yawDeg: 2, pitchDeg: 8, fieldOfViewDeg: 52 },
    houses: 16,
    leaf: [64, 98, 66],
    fields: [
      [116, 150, 92],
      [98, 136, 84],
      [142, 168, 110],
    ],
    ridges: [250, 180, 120],
  },
};
