/** Times as papers write them, by the clock of the city: Asia/Shanghai keeps no summer time. */
export function cityTime(at: Date): string {
  const shifted = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
}
