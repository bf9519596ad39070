import type { RiverPlan } from '../scenes/river.ts';

type Plan = Omit<RiverPlan, 'label'>;

const base: Plan = {
  seed: 17,
  light: 'clear',
  view: { at: [20, -16, 9], yawDeg: -13, pitchDeg: 12, fieldOfViewDeg: 60 },
  width: 34,
  bend: 22,
  water: [92, 124, 122],
  bridgeAt: 95,
  farBank: 'houses',
  gauge: true,
  leaf: [84, 128, 66],
};

export const riverPlans: Readonly<Record<string, Plan>> = {
  'river-1': base,
  'river-2': {
    ...base,
    seed: 36,
    light: 'overcast',
    view: { at: [-18, -14, 7], yawDeg: 15, pitchDeg: 10, fieldOfViewDeg: 62 },
    width: 26,
    bend: -26,
    water: [112, 124, 108],
    bridgeAt: null,
    farBank: 'fields',
  },
  'hero-13': {
    ...base,
    seed: 45,
    light: 'golden',
    view: { at: [0, -20, 12], yawDeg: 0, pitchDeg: 13, fieldOfViewDeg: 58 },
    width: 44,
    bend: 12,
    water: [126, 122, 108],
    bridgeAt: 70,
    gauge: false,
    leaf: [124, 124, 56],
  },
  'hero-14': {
    ...base,
    seed: 54,
    light: 'morning',
    view: { at: [-16, -10, 6], yawDeg: 16, pitchDeg: 9, fieldOfViewDeg: 66 },
    width: 24,
    bend: 34,
    water: [104, 132, 128],
    bridgeAt: null,
    farBank: 'fields',
  },
  'hero-15': {
    ...base,
    seed: 65,
    light: 'misty',
    view: { at: [24, -12, 14], yawDeg: -18, pitchDeg: 19, fieldOfViewDeg: 60 },
    width: 38,
    bend: -16,
    water: [120, 136, 136],
    bridgeAt: 58,
    leaf: [92, 120, 84],
  },
};
