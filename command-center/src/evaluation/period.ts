/** The stretches that can be evaluated: months of the city's calendar, or days from to. */
export type Period = { from: string; to: string };

const cityOffsetMs = 8 * 3_600_000;

/** The last so many months, the present one first, as 2026-11. */
export function lastMonths(now: Date, count: number): string[] {
  const city = new Date(now.getTime() + cityOffsetMs);
  const index = city.getUTCFullYear() * 12 + city.getUTCMonth();
  return Array.from({ length: count }, (_, back) => monthName(index - back));
}

export function periodOfMonth(month: string): Period {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return { from: midnight(`${month}-01`), to: midnight(`${monthName(year * 12 + number)}-01`) };
}

/** Both days belong to it. */
export function periodOfDays(first: string, last: string): Period {
  const after = new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return { from: midnight(first), to: midnight(after) };
}

/** A moment's day by the clock of the city. */
export function cityDay(at: Date): string {
  return new Date(at.getTime() + cityOffsetMs).toISOString().slice(0, 10);
}

function monthName(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function midnight(day: string): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}
