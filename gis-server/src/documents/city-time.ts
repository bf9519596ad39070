/** Times as papers write them, by the clock of the city: Asia/Shanghai keeps no summer time. */
export function cityTime(at: Date): string {
  const shifted = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
}

/** The month of the city's calendar in which a stretch ends, such as 2026-05: the end itself is no part of it. */
export function lastMonthOf(to: Date): string {
  return cityTime(new Date(to.getTime() - 1)).slice(0, 7);
}
