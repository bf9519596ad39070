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
};
