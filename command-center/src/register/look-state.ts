/** Where a look through a camera stands, and how long it is or was. */
type LookTimes = { openedAt?: string | null; closedAt?: string | null };

/** `awaited`: asked for, and no picture opened with its ticket yet. */
export type LookState = 'awaited' | 'running' | 'ended' | 'never-opened';

export function lookStateOf({ openedAt, closedAt }: LookTimes): LookState {
  if (openedAt) return closedAt ? 'ended' : 'running';
  return closedAt ? 'never-opened' : 'awaited';
}

/** Milliseconds from the opening to the end, or to now while it runs; null where nothing was opened. */
export function lookLengthMs({ openedAt, closedAt }: LookTimes, now: number): number | null {
  if (!openedAt) return null;
  const end = closedAt ? Date.parse(closedAt) : now;
  return Math.max(0, end - Date.parse(openedAt));
}

/** As a clock shows it: 0:07, 12:30, 1:02:05. */
export function lengthWords(lengthMs: number): string {
  const seconds = Math.floor(lengthMs / 1000);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  const [first, ...rest] = hours > 0 ? [hours, ...parts] : parts;
  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}
