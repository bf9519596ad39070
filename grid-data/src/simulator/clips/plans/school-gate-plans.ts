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
};
