export type AgeParts = {
  unit: 'seconds' | 'minutes' | 'hours' | 'days';
  value: number;
  rest: number;
};

/** How long ago, in the two largest units that matter: 42 s, 12 min, 3 h 20 min, 2 d 4 h. */
export function ageParts(ageMs: number): AgeParts {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  if (seconds < 60) return { unit: 'seconds', value: seconds, rest: 0 };
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return { unit: 'minutes', value: minutes, rest: 0 };
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return { unit: 'hours', value: hours, rest: minutes % 60 };
  return { unit: 'days', value: Math.floor(hours / 24), rest: hours % 24 };
}
