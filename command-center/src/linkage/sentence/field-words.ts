/** What a filled blank says. */
import type { TFunction } from 'i18next';
import type { TimeWindow } from 'grid-data';

type T = TFunction<'linkage'>;

const spokenOut = 3;

/** Names one after the other; many are counted. */
export function listWords(t: T, names: readonly string[], none: string): string {
  if (names.length === 0) return none;
  const listed = names.slice(0, spokenOut).join(t('and'));
  return names.length > spokenOut ? t('andMore', { listed, count: names.length }) : listed;
}

export function daysWords(t: T, days: readonly number[]): string {
  if (days.length === 0 || days.length === 7) return t('everyDay');
  if (days.join('') === '12345') return t('workdays');
  return days.map((day) => t(`weekday.${day}`)).join(t('and'));
}

export function windowWords(t: T, { from, to, weekdays }: TimeWindow): string {
  return t('window', { from, to, days: daysWords(t, weekdays) });
}

/** Seconds in the largest unit that leaves no rest. */
export function secondsWords(t: T, seconds: number): string {
  return seconds > 0 && seconds % 60 === 0
    ? t('minutes', { count: seconds / 60 })
    : t('seconds', { count: seconds });
}
