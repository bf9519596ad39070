/** Wind as people speak of it: from one of eight points, by Beaufort's forces (GB/T 28591). */
export const windPoints = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

/** Metres a second from which each force begins. */
const beginsAt = [0, 0.3, 1.6, 3.4, 5.5, 8, 10.8, 13.9, 17.2, 20.8, 24.5, 28.5, 32.7] as const;

export function windPoint(fromDeg: number): (typeof windPoints)[number] {
  return windPoints[Math.round(fromDeg / 45) % 8]!;
}

export function windForce(metersPerSecond: number): number {
  return beginsAt.findLastIndex((least) => metersPerSecond >= least);
}
