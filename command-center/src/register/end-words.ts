import type { TFunction } from 'i18next';

/** Why a look, a session or a picture ended; a reason without words of its own shows as it came. */
export function endWords(t: TFunction<'register'>, reason: string): string {
  return t(`end.${reason}`, {
    defaultValue: t(`video:reasons.${reason}.means`, { codec: '', defaultValue: reason }),
  });
}
