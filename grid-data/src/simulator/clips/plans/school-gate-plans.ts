import type { SchoolGatePlan } from '../scenes/school-gate.ts';

type Plan = Omit<SchoolGatePlan, 'label'>;

const base: Plan = {
  seed: 14,
  light: 'morning',
  view: { at: [-7, -12, 6.5], yawDeg: 11, pitchDeg: 11, fieldOfViewDeg: 64 },
  wall: [222, 206, 178],
  pillars: [168, 82, 66],
  uniform: [48, 92, 168],
  leaf: [88, 132, 62],
  way: 'in',
};

export const schoolGatePlans: Readonly<Record<string, Plan>> = {
  'school-gate-1': base,
  'school-gate-2': {
    ...base,
    seed: 26,
    light: 'clear',
    view: { at: [9, -13, 8], yawDeg: -14, pitchDeg: 14, fieldOfViewDeg: 62 },
    wall: [208, 214, 216],
    pillars: [92, 112, 136],
    uniform: [196, 56, 52],
    way: 'out',
  },
  'hero-16': {
    ...base,
    seed: 37,
    light: 'noon',
    view: { at: [0, -15, 9], yawDeg: 0, pitchDeg: 15, fieldOfViewDeg: 60 },
    wall: [214, 162, 132],
    pillars: [226, 218, 204],
    uniform: [62, 138, 92],
    way: 'in',
  },
  'hero-17': {
    ...base,
    seed: 48,
    light: 'golden',
    view: { at: [-13, -10, 7], yawDeg: 22, pitchDeg: 12, fieldOfViewDeg: 66 },
    wall: [230, 222, 206],
    pillars: [120, 66, 54],
    uniform: [226, 226, 220],
    leaf: [132, 122, 52],
    way: 'out',
  },
  'hero-18': {
    ...base,
    seed: 59,
    light: 'overcast',
    view: { at: [12, -14, 11], yawDeg: -18, pitchDeg: 19, fieldOfViewDeg: 64 },
    wall: [190, 204, 214],
    pillars: [72, 96, 130],
    uniform: [230, 176, 54],
    way: 'in',
  },
};
