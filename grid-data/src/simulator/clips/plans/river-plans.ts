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
};
