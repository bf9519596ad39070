/** Months of the city's calendar: Asia/Shanghai keeps no summer time. */
export type CityMonth = { name: string; from: Date; to: Date };

/** So many months, the named one last; null where it names none. */
export function monthsUntil(name: string, count: number): CityMonth[] | null {
  const [, year, month] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(name) ?? [];
  if (year === undefined || month === undefined) return null;
  const index = Number(year) * 12 + Number(month) - 1;
  return Array.from({ length: count }, (_, i) => monthAt(index - count + 1 + i));
}

function monthAt(index: number): CityMonth {
  return { name: nameAt(index), from: beginOf(index), to: beginOf(index + 1) };
}

const nameAt = (index: number) =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
const beginOf = (index: number) => new Date(`${nameAt(index)}-01T00:00:00+08:00`);
