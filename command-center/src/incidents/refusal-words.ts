import type { TFunction } from 'i18next';

/** A refusal in words a duty officer understands; an unknown one shows its reason as it came. */
export function refusalWords(t: TFunction<'incidents'>, reason: string): string {
  return t(`refusal.${reason}`, { defaultValue: t('refusal.unknown', { reason }) });
}
