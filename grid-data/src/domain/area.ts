/** Areas nest by code prefix: county 990101, township 990101001, village 990101001001 (GB/T 2260, GB/T 10114). */
export const areaLevels = ['county', 'township', 'village'] as const;
export type AreaLevel = (typeof areaLevels)[number];

const levelByLength: Record<number, AreaLevel> = { 6: 'county', 9: 'township', 12: 'village' };

export type Area = {
  code: string;
  name: string;
  level: AreaLevel;
  parentCode: string;
};

/** The level that a code's length says, or null where it is no area code. */
export function areaLevelOf(code: string): AreaLevel | null {
  return /^\d+$/.test(code) ? (levelByLength[code.length] ?? null) : null;
}

/** The code of the enclosing area; a county has none here. */
export function parentAreaCode(code: string): string | null {
  if (code.length === 12) return code.slice(0, 9);
  if (code.length === 9) return code.slice(0, 6);
  return null;
}

/** Whether `code` (an area or grid cell code) lies in the area `ancestor`, itself included. */
export function liesWithin(code: string, ancestor: string): boolean {
  return code.startsWith(ancestor);
}
