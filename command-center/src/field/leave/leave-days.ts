/** Days as a phone's calendar names them, made into the stretch that they mean: whole days of the phone's own zone. */
export function stretchOf(fromDay: string, toDay: string): { fromAt: string; toAt: string } | null {
  const from = startOf(fromDay);
  const last = startOf(toDay);
  if (from === null || last === null || last < from) return null;
  const to = new Date(last);
  to.setDate(to.getDate() + 1);
  return { fromAt: from.toISOString(), toAt: to.toISOString() };
}

/** Of today only what is left: the server takes no leave that has begun long ago. */
export function fromNowOn(
  stretch: { fromAt: string; toAt: string },
  now: number,
): { fromAt: string; toAt: string } {
  return Date.parse(stretch.fromAt) < now
    ? { ...stretch, fromAt: new Date(now).toISOString() }
    : stretch;
}

export function dayOf(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function startOf(day: string): Date | null {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return null;
  return new Date(year, month - 1, date);
}
