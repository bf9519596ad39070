/** The day of the city's clock, such as 2026-11-25. */
export function cityDay(ms: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(ms);
}
