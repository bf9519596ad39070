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
};
