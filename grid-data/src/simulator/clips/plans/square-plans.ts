import type { SquarePlan } from '../scenes/square.ts';

type Plan = Omit<SquarePlan, 'label'>;

const base: Plan = {
  seed: 11,
  light: 'clear',
  view: { at: [-8, -14, 11], yawDeg: 8, pitchDeg: 16, fieldOfViewDeg: 62 },
  paving: [
    [196, 188, 176],
    [170, 158, 146],
  ],
  center: 'fountain',
  walls: [
    [214, 208, 198],
    [188, 176, 160],
    [170, 150, 134],
  ],
  windows: 'panes',
  leaf: [82, 124, 62],
  dancers: false,
};

export const squarePlans: Readonly<Record<string, Plan>> = {
  'square-1': base,
  'square-2': {
    ...base,
    seed: 29,
    light: 'morning',
    view: { at: [10, -12, 9], yawDeg: -12, pitchDeg: 14, fieldOfViewDeg: 64 },
    paving: [
      [182, 178, 172],
      [150, 120, 104],
    ],
    center: 'flower-bed',
    dancers: true,
  },
  'hero-09': {
    ...base,
    seed: 40,
    light: 'golden',
    view: { at: [0, -18, 15], yawDeg: 0, pitchDeg: 21, fieldOfViewDeg: 60 },
    paving: [
      [208, 192, 168],
      [184, 150, 122],
    ],
    center: 'monument',
    walls: [
      [226, 206, 172],
      [206, 170, 138],
    ],
    windows: 'bands',
    leaf: [118, 126, 56],
  },
  'hero-10': {
    ...base,
    seed: 58,
    light: 'noon',
    view: { at: [14, -10, 8], yawDeg: -20, pitchDeg: 12, fieldOfViewDeg: 66 },
    paving: [
      [186, 190, 192],
      [154, 160, 166],
    ],
    center: 'stalls',
    windows: 'balconies',
    leaf: [74, 128, 74],
  },
  'hero-11': {
    ...base,
    seed: 63,
    light: 'overcast',
    view: { at: [-16, -8, 13], yawDeg: 24, pitchDeg: 20, fieldOfViewDeg: 64 },
    paving: [
      [178, 172, 164],
      [196, 190, 182],
    ],
    center: 'fountain',
    walls: [
      [196, 202, 206],
      [166, 176, 184],
    ],
    windows: 'bands',
    dancers: true,
  },
  'hero-12': {
    ...base,
    seed: 72,
    light: 'misty',
    view: { at: [4, -16, 7], yawDeg: -4, pitchDeg: 9, fieldOfViewDeg: 58 },
    paving: [
      [200, 196, 188],
      [176, 168, 158],
    ],
    center: 'flower-bed',
    leaf: [100, 122, 88],
    dancers: true,
  },
};
