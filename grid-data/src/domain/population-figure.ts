/** Below so many people a figure would point at persons: it is not told, only that it is below. */
export const leastPeopleTold = 5;

/** A figure that may be told, or null where it is too small. */
export function populationFigure(people: number): number | null {
  const whole = Math.round(people);
  return whole < leastPeopleTold ? null : whole;
}
