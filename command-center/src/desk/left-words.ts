import type { TFunction } from 'i18next';

type Left = { colour: string; leftMinutes: number; unit: string };

/** A working day is eight hours, a natural one twenty-four. */
const hoursOfDay: Record<string, number> = { 'work-day': 8, 'natural-day': 24 };

/** What is left by the clock's own measure, such as 还剩 1 天 3 小时, or 超期 20 分钟. */
export function leftWords(t: TFunction<'desk'>, { colour, leftMinutes, unit }: Left): string {
  const minutes = Math.abs(leftMinutes);
  const dayHours = hoursOfDay[unit];
  const hours = Math.floor(minutes / 60);
  const days = dayHours === undefined ? 0 : Math.floor(hours / dayHours);
  const span =
    days > 0 && dayHours !== undefined
      ? t('span.days', { days, hours: hours - days * dayHours })
      : hours > 0
        ? t('span.hours', { hours, minutes: minutes % 60 })
        : t('span.minutes', { minutes });
  if (colour === 'standing') return t('clock.standing', { span });
  return t(leftMinutes < 0 ? 'clock.late' : 'clock.left', { span });
}
