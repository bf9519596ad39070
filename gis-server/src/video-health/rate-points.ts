import type { ConditionStep } from './condition-queries.ts';

export type RatePoint = {
  at: Date;
  cameras: number;
  online: number;
  offline: number;
  unknown: number;
};

const mostPoints = 400;

/** Adds the steps up and tells what stood at each round; of too many rounds the last of each stretch. */
export function ratePoints(
  rounds: readonly Date[],
  steps: readonly ConditionStep[],
  most = mostPoints,
): RatePoint[] {
  const stretch = Math.ceil(rounds.length / most);
  const shown = rounds.filter((_, i) => (rounds.length - 1 - i) % stretch === 0);
  const sum = { online: 0, offline: 0, unknown: 0 };
  let next = 0;
  return shown.map((at) => {
    for (; next < steps.length && steps[next]!.at <= at; next += 1) {
      const step = steps[next]!;
      sum.online += step.online;
      sum.offline += step.offline;
      sum.unknown += step.unknown;
    }
    return { at, cameras: sum.online + sum.offline + sum.unknown, ...sum };
  });
}
