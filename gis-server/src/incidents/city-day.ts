/** Days of the city: Asia/Shanghai keeps no summer time. */
const hourMs = 3_600_000;

/** The day in the city's time zone, as eight digits. */
export function cityDay(at: Date): string {
  return new Date(at.getTime() + 8 * hourMs).toISOString().slice(0, 10).replaceAll('-', '');
}

/** The last midnight in the city. */
export function cityMidnight(at: Date): Date {
  const shifted = at.getTime() + 8 * hourMs;
  return new Date(shifted - (shifted % (24 * hourMs)) - 8 * hourMs);
}
