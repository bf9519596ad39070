/** Moments as a form has them: in the city's own time, wherever the browser stands. */
const offset = '+08:00';
const offsetMs = 8 * 3_600_000;

export function toInput(at: Date): string {
  return new Date(at.getTime() + offsetMs).toISOString().slice(0, 19);
}

/** Null where it is no moment. */
export function fromInput(text: string): Date | null {
  const at = new Date(`${text.length === 16 ? `${text}:00` : text}${offset}`);
  return Number.isNaN(at.getTime()) ? null : at;
}
