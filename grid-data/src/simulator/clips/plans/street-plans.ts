import type { StreetPlan } from '../scenes/street.ts';

type Plan = Omit<StreetPlan, 'label'>;

const base: Plan = {
  seed: 3,
  light: 'clear',
  view: { at: [2.5, -6, 7.5], yawDeg: -4, pitchDeg: 14, fieldOfViewDeg: 62 },
  roadWidth: 14,
  crossingAt: null,
  walls: [
    [196, 186, 168],
    [178, 160, 142],
    [206, 202, 196],
    [168, 120, 98],
  ],
  windows: 'panes',
  floors: [4, 6],
  roof: 'flat',
  shops: true,
  leaf: [78, 120, 58],
  treeEvery: 9,
  busStopAt: 30,
  hills: [160, 120],
};

const pale: Plan['walls'] = [
  [226, 224, 216],
  [208, 214, 218],
  [198, 206, 204],
];
const warm: Plan['walls'] = [
  [228, 206, 164],
  [216, 186, 150],
  [206, 196, 178],
  [196, 142, 116],
];

export const streetPlans: Readonly<Record<string, Plan>> = {
  'street-1': base,
  'street-2': {
    ...base,
    seed: 21,
    light: 'overcast',
    view: { at: [-5, -5, 6], yawDeg: 8, pitchDeg: 11, fieldOfViewDeg: 68 },
    roadWidth: 9,
    walls: warm,
    windows: 'balconies',
    floors: [3, 5],
    busStopAt: null,
    hills: [120],
  },
  'street-3': {
    ...base,
    seed: 52,
    view: { at: [-8, -2, 10], yawDeg: 16, pitchDeg: 19, fieldOfViewDeg: 64 },
    roadWidth: 12,
    crossingAt: 27,
    walls: pale,
    windows: 'bands',
    hills: [],
  },
};
